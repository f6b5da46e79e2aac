package backprop.grade;

import backprop.grade.report.FolderInUseException;
import backprop.grade.result.GradeException;
import backprop.grade.result.ResultsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What the command line says where it does not go on, each as one sentence with its exit code. */
final class CommandErrors {
    private static final int FAILED = 1;
    private static final int MISTAKEN = 2;

    private final PrintWriter err;
    private final Supplier<Path> out;

    /**
     * For one command.
     *
     * @param err takes the sentence
     * @param out the output folder, once the command line has been read
     */
    CommandErrors(PrintWriter err, Supplier<Path> out) {
        this.err = err;
        this.out = out;
    }

    /** Words that are not understood. */
    @SuppressWarnings("UnusedVariable") // picocli hands them over
    int parameters(ParameterException wrong, String[] words) {
        String said = wrong.getMessage().strip();
        err.println(said + (said.endsWith(".") ? "" : ".") + " See ./course grade --help.");
        return MISTAKEN;
    }

    /**
     * What has ended a run.
     *
     * @throws Exception itself, where it is a fault of the grader's
     */
    @SuppressWarnings("UnusedVariable") // picocli hands them over
    int execution(Exception why, CommandLine line, ParseResult parsed) throws Exception {
        if (why instanceof NotConfirmedException) {
            err.println(why.getMessage());
            return MISTAKEN;
        }
        if (why instanceof FolderInUseException) {
            err.println(why.getMessage());
            return FAILED;
        }
        if (!isExpected(why)) {
            throw why;
        }
        String cause =
                why instanceof UncheckedIOException ? " (" + why.getCause().getMessage() + ")." : "";
        boolean begun =
                !(why instanceof GradeException) && Files.isDirectory(out.get().resolve("raw"));
        String next = begun ? " When that is put right, the same command with --resume goes on from here." : "";
        err.println(why.getMessage() + cause + next);
        return FAILED;
    }

    private static boolean isExpected(Exception why) {
        return why instanceof GradeException
                || why instanceof IOException
                || why instanceof UncheckedIOException
                || why instanceof ResultsException;
    }
}
