package backprop.grade;

import backprop.grade.result.HandIn;
import backprop.grade.result.Results;
import backprop.grade.submission.Slugs;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Results that are kept under a key of an earlier version, while their students hand in under today's. */
final class RenamedStudents {
    private final Results results;
    private final Set<String> students;

    /**
     * Of the class.
     *
     * @param results what is kept
     * @param students the keys of today
     */
    RenamedStudents(Results results, Collection<String> students) {
        this.results = results;
        this.students = Set.copyOf(students);
    }

    /** The earlier keys, with today's. */
    Map<String, String> today() {
        Map<String, String> today = new TreeMap<>();
        for (String student : results.students()) {
            Optional<String> key = results.read(student).map(marked -> today(marked.handIn()));
            key.filter(students::contains)
                    .filter(now -> !now.equals(student))
                    .ifPresent(now -> today.put(student, now));
        }
        return today;
    }

    /** Each as a few words. */
    static List<String> told(Map<String, String> today) {
        return today.entrySet().stream()
                .map(one -> one.getKey() + " is now " + one.getValue())
                .toList();
    }

    private static String today(HandIn handIn) {
        return Slugs.of(handIn);
    }
}
