package backprop.grade;

import backprop.grade.assignment.Assignment;
import backprop.grade.marking.AssignmentMatch;
import backprop.grade.notebook.Notebook;
import backprop.grade.result.GradeException;
import backprop.grade.result.UnreachableException;
import backprop.grade.submission.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a class has handed in the assignment that is to be marked: with a wrong number everybody would get 0
 * points.
 */
final class AssignmentCheck {
    private static final String WHERE = "Check that this is the right folder or zip";
    private static final String GO_ON =
            ", or add --anyway to go on; these notebooks then count as unreadable, with 0 points.";

    private final AssignmentMatch match;
    private final String asked;
    private final Map<String, Integer> others = new TreeMap<>();
    private int own;
    private int notebooks;

    AssignmentCheck(AssignmentMatch match) {
        this.match = match;
        this.asked = match.asked().name();
    }

    /**
     * Refuses a course's folder in which nobody has handed in the assignment, and names the one that most have.
     *
     * @param submissions such as nbgrader's submitted/, with STUDENT/ASSIGNMENT/ in it
     */
    void requireAny(List<Submission> found, Path submissions) {
        if (!found.isEmpty()) {
            return;
        }
        Map<String, Long> counts = new TreeMap<>();
        for (Assignment other : match.others()) {
            counts.put(other.name(), students(submissions, other.name()));
        }
        Optional<Map.Entry<String, Long>> most =
                counts.entrySet().stream().filter(entry -> entry.getValue() > 0).max(Map.Entry.comparingByValue());
        String instead = most.map(entry -> " It holds %s of %s: run ./course grade %s … for them."
                        .formatted(
                                entry.getValue() == 1 ? "1 submission" : entry.getValue() + " submissions",
                                entry.getKey(),
                                number(entry.getKey())))
                .orElse("");
        throw new NotConfirmedException("%s holds no submission of %s.%s".formatted(submissions, asked, instead));
    }

    private static long students(Path submissions, String name) {
        Path submitted = submissions.resolve("submitted");
        Path folder = Files.isDirectory(submitted) ? submitted : submissions;
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> students = Files.list(folder)) {
            return students.filter(student -> Files.isDirectory(student.resolve(name)))
                    .count();
        } catch (IOException unknown) {
            return 0;
        }
    }

    /**
     * Reads notebooks until more than half of all submissions are of the assignment, or to the end.
     *
     * @return what is wrong with the class as a whole, if anything is
     */
    Optional<SuspectedMistake> mistake(List<Submission> found) {
        for (Submission each : found) {
            count(each);
            if (2 * own > found.size()) {
                return Optional.empty();
            }
        }
        int theirs = others.values().stream().mapToInt(Integer::intValue).sum();
        if (2 * theirs > notebooks) {
            return Optional.of(another(theirs));
        }
        if (notebooks == 0) {
            return Optional.of(new SuspectedMistake(
                    found.size() == 1
                            ? "The only submission holds no notebook that can be read."
                            : String.format(
                                    Locale.ROOT,
                                    "None of the %d submissions holds a notebook that can be read.",
                                    found.size()),
                    WHERE + GO_ON));
        }
        if (own > 0) {
            return Optional.empty();
        }
        return Optional.of(new SuspectedMistake(
                notebooks == 1
                        ? "The only notebook does not look like " + asked + "."
                        : String.format(Locale.ROOT, "None of the %d notebooks looks like %s.", notebooks, asked),
                WHERE + GO_ON));
    }

    private void count(Submission found) {
        try {
            Optional<String> name = match.nameOf(found.read(Notebook::read));
            notebooks++;
            if (name.filter(asked::equals).isPresent()) {
                own++;
            } else {
                name.ifPresent(other -> others.merge(other, 1, Integer::sum));
            }
        } catch (GradeException | UnreachableException unreadable) {
            // it has its own sentence when it is marked
        }
    }

    private SuspectedMistake another(int theirs) {
        List<String> names = others.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
        String most = names.get(0);
        String which = names.size() == 1
                ? most
                : names.stream()
                        .map(name -> name + " (" + others.get(name) + ")")
                        .collect(Collectors.joining(", "));
        String count = notebooks == 1
                ? "The only notebook looks"
                : theirs == notebooks
                        ? String.format(Locale.ROOT, "All %d notebooks look", notebooks)
                        : String.format(Locale.ROOT, "%d of %d notebooks look", theirs, notebooks);
        return new SuspectedMistake(
                "%s like %s, not %s.".formatted(count, which, asked),
                "Run ./course grade %s …".formatted(number(most)) + GO_ON);
    }

    /** 04 of 04-backward-pass, if no other assignment begins with it. */
    private String number(String name) {
        String number = name.replaceFirst("^(\\d+)-.*", "$1");
        long alike = match.others().stream()
                .map(Assignment::name)
                .filter(other -> other.startsWith(number))
                .count();
        return alike > 1 || asked.startsWith(number) ? name : number;
    }
}
