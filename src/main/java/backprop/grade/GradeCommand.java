package backprop.grade;

import backprop.grade.result.GradeException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The grader's command line. */
@Command(
        name = "course grade",
        mixinStandardHelpOptions = false,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = {
            "Mark a whole class. Each student's code runs in a sandbox of its own: it reaches no file, no network"
                    + " and no test, and what it does to its virtual machine costs that answer alone.",
            ""
        },
        footer = {
            "",
            "In DIR/overrides.csv (student, exercise, points, reason) you give written answers their points, and may"
                    + " replace others; it is applied last, and kept.",
            "Results of students who are no longer among the submissions move to DIR/former/ and leave all tables."
        })
public final class GradeCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "ASSIGNMENT",
            description = {"the assignment, such as 04, or a source notebook of your own"})
    private String assignment;

    @Parameters(
            index = "1",
            paramLabel = "SUBMISSIONS",
            description = {
                "nbgrader's submitted/, a folder of notebooks, the zip that Moodle or Canvas gives, or one notebook"
            })
    private Path submissions;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = {"where marks, pages and tables go; inside a git repository it must be ignored there"})
    private Path out;

    @Option(
            names = "--only",
            paramLabel = "STUDENT",
            description = {"mark this student again, and keep the others' marks"})
    private List<String> only = List.of();

    @Option(
            names = "--resume",
            description = {
                "go on after an interrupted run, or after you have filled in overrides.csv: what is marked already stays"
            })
    private boolean resume;

    @Option(
            names = "--due",
            paramLabel = "TIME",
            converter = DueConverter.class,
            description = {
                "when it had to be handed in, such as 2026-11-30T23:59, for the column of lateness:"
                        + " by timestamp.txt or what the platform says, else by the time of the file"
            })
    private Instant due;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = {
                "where the tests' fresh inputs come from (default: drawn once for DIR, kept in DIR/run.json and told no"
                        + " student)"
            })
    private Long seed;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = {"how many to mark at once (default: one for each core)"})
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--pseudonyms",
            description = {"write the reports a second time, without names, for showing them"})
    private boolean pseudonyms;

    @Option(
            names = "--private",
            paramLabel = "DIR",
            description = {"your own variants and hidden tests, as for release"})
    private Path own;

    @Option(
            names = "--nbgrader",
            paramLabel = "COURSE",
            description = {"also put the marks into nbgrader's gradebook in this folder"})
    private Path course;

    @Option(
            names = "--no-sandbox",
            description = {"run students' code with your own rights; each report says so"})
    private boolean unconfined;

    @Option(
            names = "--anyway",
            description = {"go on where the submissions or DIR look like a mistake, without asking"})
    private boolean anyway;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    private boolean help;

    private Consumer<String> say = System.out::println;

    /** Made by picocli. */
    GradeCommand() {}

    /**
     * Marks a class.
     *
     * @param args see --help
     */
    public static void main(String[] args) {
        System.setProperty("backprop.blas", "java"); // the same digits on every machine, in the tests too
        System.exit(run(
                args,
                new PrintWriter(System.out, true, Charset.defaultCharset()),
                new PrintWriter(System.err, true, Charset.defaultCharset())));
    }

    /**
     * As main, with an exit code: 0 for a class that is marked, 2 for words that are not understood or look like a
     * mistake, after which all is as it was; else 1.
     */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        GradeCommand command = new GradeCommand();
        command.say = out::println;
        CommandErrors errors = new CommandErrors(err, () -> command.out);
        return new CommandLine(command)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(errors::parameters)
                .setExecutionExceptionHandler(errors::execution)
                .execute(args);
    }

    @Override
    public Integer call() throws Exception {
        if (jobs < 1) {
            throw new GradeException("--jobs must be at least 1, got " + jobs + ".");
        }
        if (course != null && !Files.isDirectory(course)) {
            throw new GradeException("--nbgrader must name a course's folder, got " + course + ".");
        }
        GradingOptions options = new GradingOptions(
                SourceNotebooks.find(assignment, Optional.ofNullable(own)),
                submissions,
                out,
                only,
                resume,
                Optional.ofNullable(due),
                seed(),
                jobs,
                pseudonyms,
                unconfined);
        Confirmation confirmation = Confirmation.of(anyway, Terminal.isThere(), Terminal::ask);
        return new Grading(options, say, confirmation).run() ? 0 : 1;
    }

    private OptionalLong seed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }
}
