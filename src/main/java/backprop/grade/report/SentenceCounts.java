package backprop.grade.report;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How many students something befell: each counts once, however often it did. */
final class SentenceCounts {
    private static final int SHOWN = 40;

    private final Map<String, Map<String, Set<String>>> students = new TreeMap<>();

    /** A sentence, of which exercise, and whom it befell. */
    record Count(String group, String sentence, List<String> students) {
        int size() {
            return students.size();
        }
    }

    void add(String group, String sentence, String student) {
        students.computeIfAbsent(group, none -> new TreeMap<>())
                .computeIfAbsent(sentence, none -> new LinkedHashSet<>())
                .add(student);
    }

    /** The most frequent first, at most 40. */
    List<Count> most() {
        return all().stream().limit(SHOWN).toList();
    }

    /** How many sentences there are beyond those. */
    int more() {
        return Math.max(0, all().size() - SHOWN);
    }

    private List<Count> all() {
        return students.entrySet().stream()
                .flatMap(group -> group.getValue().entrySet().stream()
                        .map(each -> new Count(group.getKey(), each.getKey(), List.copyOf(each.getValue()))))
                .sorted(Comparator.comparing(Count::size, Comparator.reverseOrder()))
                .toList();
    }
}
