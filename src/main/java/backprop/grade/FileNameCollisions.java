package backprop.grade;

import backprop.grade.result.GradeException;
import backprop.grade.submission.Slugs;
import backprop.grade.submission.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Students whose keys name one and the same file on the disk of the results, such as Ana and ana where it ignores
 * case: neither of them is marked there, so that none gets the other's marks.
 */
final class FileNameCollisions {
    private final Path dir;
    private final Map<String, List<String>> alike;

    /**
     * Looks at the disk only where keys are alike.
     *
     * @param dir the output folder, which is there
     */
    FileNameCollisions(Path dir, List<Submission> found) {
        this(dir, found, false);
    }

    /** As on a disk that ignores case, if so told. */
    FileNameCollisions(Path dir, List<Submission> found, boolean ignoresCase) {
        this.dir = dir;
        Map<String, List<String>> all = found.stream()
                .map(each -> each.handIn().student())
                .collect(Collectors.groupingBy(Slugs::folded, TreeMap::new, Collectors.toList()));
        all.values().removeIf(students -> students.size() == 1);
        this.alike = all.isEmpty() || ignoresCase || ignoresCase(dir) ? all : Map.of();
    }

    List<String> sentences() {
        return alike.values().stream()
                .map(students ->
                        "%s were left out: the disk of %s ignores case and would keep one file for them; choose another."
                                .formatted(String.join(" and ", students), dir))
                .toList();
    }

    List<Submission> others(List<Submission> found) {
        Set<String> out = new HashSet<>();
        alike.values().forEach(out::addAll);
        return found.stream()
                .filter(each -> !out.contains(each.handIn().student()))
                .toList();
    }

    private static boolean ignoresCase(Path dir) {
        try {
            Path probe = Files.createTempFile(dir, ".case-", ".part");
            boolean ignores =
                    Files.exists(dir.resolve(probe.getFileName().toString().replace(".case-", ".CASE-")));
            Files.delete(probe);
            return ignores;
        } catch (IOException why) {
            throw new GradeException(dir + ": must be a folder that you can write to");
        }
    }
}
