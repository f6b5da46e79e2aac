package backprop.grade.report;

import backprop.grade.result.HandIn;
import backprop.grade.submission.PreviousSlugs;
import backprop.grade.submission.Slugs;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whom a row of {@code overrides.csv} means: the student with this key; else the only one whom this number of the
 * platform, this name or this key of an earlier version can mean. Where several can be meant, nobody is.
 */
final class OverrideStudents {
    private final Map<String, HandIn> byKey = new LinkedHashMap<>();

    /**
     * Who a row is for.
     *
     * @param student the key; empty where nobody can be told
     * @param sentence what whoever marks should know of it; empty where there is nothing to say
     */
    record Match(Optional<String> student, String sentence) {}

    OverrideStudents(Collection<HandIn> handIns) {
        handIns.forEach(handIn -> byKey.put(handIn.student(), handIn));
    }

    Match match(String field) {
        String written = Slugs.composed(field);
        if (byKey.containsKey(written)) {
            return new Match(Optional.of(written), doubt(written));
        }
        SortedSet<String> sure = candidates(handIn -> handIn.platformId().equals(field)
                || Slugs.composed(handIn.name()).equals(written)
                || PreviousSlugs.is(field, handIn));
        SortedSet<String> perhaps = candidates(handIn -> PreviousSlugs.mayBe(field, handIn));
        if (sure.size() == 1 && sure.containsAll(perhaps)) {
            String student = sure.first();
            return new Match(Optional.of(student), "%s is now %s".formatted(Overrides.shown(field), student));
        }
        sure.addAll(perhaps);
        if (sure.isEmpty()) {
            return new Match(Optional.empty(), "must name a student who has handed in, got " + Overrides.shown(field));
        }
        return new Match(
                Optional.empty(),
                "must name one student by the key in grades.csv, got %s, which can mean %s"
                        .formatted(Overrides.shown(field), String.join(" or ", sure)));
    }

    /** A key of today that was perhaps another's of the class in an earlier version. */
    private String doubt(String key) {
        List<String> others = byKey.values().stream()
                .filter(handIn -> !handIn.student().equals(key))
                .filter(handIn -> PreviousSlugs.is(key, handIn) || PreviousSlugs.mayBe(key, handIn))
                .map(HandIn::student)
                .sorted()
                .toList();
        return others.isEmpty()
                ? ""
                : "counts for %s, and not for %s, who had this key in earlier versions perhaps"
                        .formatted(key, others.stream().collect(Collectors.joining(" or ")));
    }

    private SortedSet<String> candidates(Predicate<HandIn> meant) {
        return byKey.values().stream()
                .filter(meant)
                .map(HandIn::student)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
