package backprop.grade;

import backprop.grade.assignment.Assignment;
import backprop.grade.assignment.Task;
import backprop.grade.report.OutputFolder;
import backprop.grade.result.ExerciseMark;
import backprop.grade.result.Results;
import backprop.grade.submission.Submission;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the output folder is the one that is meant, before anything is written there: results of two assignments, of
 * two classes or from two seeds must not be mixed by mistake.
 */
final class OutputCheck {
    private final GradingOptions options;
    private final Path dir;
    private final Results results;
    private final Optional<RunFile> before;

    OutputCheck(GradingOptions options) {
        this.options = options;
        this.dir = options.out();
        this.results = new Results(dir, damaged -> {});
        this.before = RunFile.read(dir);
    }

    /** Refuses a folder with another assignment's results. */
    void requireSame(Assignment assignment) {
        boolean another =
                before.map(run -> !run.assignment().equals(assignment.name())).orElse(holdsAnother(assignment));
        if (another) {
            throw new NotConfirmedException("%s holds the results of %s, not of %s. Choose another folder for --out."
                    .formatted(dir, before.map(RunFile::assignment).orElse("another assignment"), assignment.name()));
        }
    }

    /**
     * Refuses to mark some alone where others' results have the keys of an earlier version: they would stand there
     * twice.
     */
    void requireTodaysKeys(List<Submission> found) {
        Set<String> now = found.stream().map(each -> each.handIn().student()).collect(Collectors.toSet());
        Map<String, String> renamed = options.only().isEmpty() ? Map.of() : new RenamedStudents(results, now).today();
        if (!renamed.isEmpty()) {
            throw new NotConfirmedException(
                    "%s holds results under keys of an earlier version (%s). Run once without --only, which marks all again."
                            .formatted(dir, RenamedStudents.told(renamed).get(0)));
        }
    }

    /** What looks like another folder than the one that is meant. */
    List<SuspectedMistake> mistakes(List<Submission> found) {
        return Stream.of(somethingElse(), anotherClass(found), anotherSeed())
                .flatMap(Optional::stream)
                .toList();
    }

    /** By the first result that has exercises. */
    private boolean holdsAnother(Assignment assignment) {
        Set<String> ours = assignment.tasks().stream().map(Task::exercise).collect(Collectors.toSet());
        Optional<List<String>> theirs = results.students().stream()
                .map(results::read)
                .flatMap(Optional::stream)
                .map(marked ->
                        marked.exercises().stream().map(ExerciseMark::exercise).toList())
                .filter(all -> !all.isEmpty())
                .findFirst();
        return theirs.isPresent()
                && 2 * theirs.get().stream().filter(ours::contains).count()
                        < theirs.get().size();
    }

    private Optional<SuspectedMistake> somethingElse() {
        List<String> strange = before.isPresent() ? List.of() : OutputFolder.strangers(dir);
        if (strange.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SuspectedMistake(
                "%s holds something else already, such as %s.".formatted(dir, strange.get(0)),
                "Choose an empty or new folder for --out, or add --anyway to put the results beside it."));
    }

    private Optional<SuspectedMistake> anotherClass(List<Submission> found) {
        Set<String> now = found.stream().map(each -> each.handIn().student()).collect(Collectors.toSet());
        List<String> earlier = results.students();
        Map<String, String> renamed = new RenamedStudents(results, now).today();
        long still = earlier.stream()
                .filter(student -> now.contains(student) || renamed.containsKey(student))
                .count();
        if (2 * still >= earlier.size()) {
            return Optional.empty();
        }
        String who = earlier.size() == 1
                ? "1 student, who is not among these submissions"
                : String.format(
                        Locale.ROOT, "%d students, of whom only %d are among these submissions", earlier.size(), still);
        String then = options.only().isEmpty()
                ? "to move the others' results to " + dir.resolve("former")
                : "to have both in the same tables";
        return Optional.of(new SuspectedMistake(
                "%s holds the results of %s."
                        .formatted(dir, who.replace("only 0 are", "none is").replace("only 1 are", "only 1 is")),
                "Choose another folder for another class, or add --anyway %s.".formatted(then)));
    }

    /** Only where earlier results are to stay, and a seed is wished. */
    private Optional<SuspectedMistake> anotherSeed() {
        boolean stay = options.resume() || !options.only().isEmpty();
        if (!stay || before.isEmpty() || options.seed().isEmpty()) {
            return Optional.empty();
        }
        long seed = before.get().seed();
        long requested = options.seed().getAsLong();
        if (seed == requested) {
            return Optional.empty();
        }
        String then = options.resume()
                ? "to mark them all again with seed " + requested
                : "to have marks from both seeds in the same tables";
        return Optional.of(new SuspectedMistake(
                String.format(
                        Locale.ROOT,
                        "The results in %s were made with seed %d, not with seed %d.",
                        dir,
                        seed,
                        requested),
                String.format(Locale.ROOT, "Leave out --seed to keep them, or add --anyway %s.", then)));
    }
}
