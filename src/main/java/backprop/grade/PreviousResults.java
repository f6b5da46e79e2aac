package backprop.grade;

import backprop.grade.marking.Fingerprint;
import backprop.grade.result.MarkedSubmission;
import backprop.grade.result.Results;
import backprop.grade.result.ResultsException;
import backprop.grade.result.UnreachableException;
import backprop.grade.submission.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What earlier runs have left in the output folder: none of it gets into the tables unseen. */
final class PreviousResults {
    private static final String JSON = ".json";
    private static final int SHOWN = 10;

    private final Path dir;
    private final Results results;
    private final Set<String> students;
    private final RenamedStudents renamed;

    /**
     * Before a class is marked.
     *
     * @param dir the output folder
     * @param found the class
     */
    PreviousResults(Path dir, Results results, List<Submission> found) {
        this.dir = dir;
        this.results = results;
        this.students =
                found.stream().map(each -> each.handIn().student()).collect(Collectors.toCollection(TreeSet::new));
        this.renamed = new RenamedStudents(results, students);
    }

    /**
     * Moves the results of those who are no longer in the class out of the way, to {@code DIR/former/}; removes what
     * lies there of those who are in it again. What was kept under a key of an earlier version goes to
     * {@code DIR/former/renamed/}, for its student is marked under today's.
     *
     * @return sentences for the instructor, if there are any
     */
    List<String> retire() {
        Path former = dir.resolve("former");
        List<String> sentences = new ArrayList<>();
        try {
            Map<String, String> today = renamed.today();
            for (String student : results.students()) {
                if (today.containsKey(student)) {
                    move(student, former.resolve("renamed"));
                } else if (!students.contains(student)) {
                    move(student, former);
                }
            }
            if (!today.isEmpty()) {
                sentences.add(
                        "Students are named in another way than in earlier versions: %s. The earlier results are kept in %s."
                                .formatted(listed(RenamedStudents.told(today)), former.resolve("renamed")));
            }
            if (!Files.isDirectory(former)) {
                return sentences;
            }
            for (String student : students) {
                Files.deleteIfExists(former.resolve(student + JSON));
            }
            List<String> names = names(former);
            if (!names.isEmpty()) {
                sentences.add("Marked before, but no longer among the submissions, and so in no table: %s (kept in %s)."
                        .formatted(listed(names), former.getFileName()));
            }
            return sentences;
        } catch (IOException e) {
            throw new ResultsException(former + ": must be a folder that you can write to");
        }
    }

    /**
     * Of those whose marks are kept while others are marked again: who would be marked in another way today.
     *
     * @return a sentence for the instructor, if there are any
     */
    Optional<String> outdated(List<Submission> kept, Fingerprint fingerprint) {
        List<String> names = new ArrayList<>();
        for (Submission found : kept) {
            Optional<MarkedSubmission> marked = results.read(found.handIn().student());
            if (marked.isPresent() && differs(marked.get(), fingerprint, found)) {
                names.add(found.handIn().student());
            }
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Marked with another file, seed, assignment or version of Backprop: %s; a run without --only"
                                        .formatted(listed(names))
                                + " marks them again.");
    }

    /** What cannot be read at the moment is no other file. */
    private static boolean differs(MarkedSubmission marked, Fingerprint fingerprint, Submission found) {
        try {
            return !marked.fingerprint().equals(BatchRun.print(fingerprint, found));
        } catch (UnreachableException unknown) {
            return false;
        }
    }

    private void move(String student, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.move(
                dir.resolve("raw").resolve(student + JSON),
                folder.resolve(student + JSON),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(JSON))
                    .map(name -> name.substring(0, name.length() - JSON.length()))
                    .sorted()
                    .toList();
        }
    }

    private static String listed(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() <= SHOWN ? first : first + " and " + (names.size() - SHOWN) + " more";
    }
}
