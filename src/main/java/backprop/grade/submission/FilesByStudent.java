package backprop.grade.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who has handed in what. A name is one student's however its letters are composed; a platform's number with two names
 * stays with both, and is told.
 */
final class FilesByStudent {
    private static final int FEW = 3;

    private final Map<StudentIdentity, List<FileEntry>> items = new LinkedHashMap<>();
    private final Map<StudentIdentity, Set<String>> spellings = new LinkedHashMap<>();

    void add(StudentIdentity owner, FileEntry item) {
        StudentIdentity composed = new StudentIdentity(Slugs.composed(owner.name()), owner.platformId());
        spellings.computeIfAbsent(composed, none -> new TreeSet<>()).add(owner.name());
        items.computeIfAbsent(composed, none -> new ArrayList<>()).add(item);
    }

    /**
     * Gives up those who would have another's key: a name without a number that reads as another's with it. Two ways to
     * write a name that have one number are one student.
     *
     * @return what was theirs, by a sentence
     */
    Map<String, List<FileEntry>> leave() {
        Map<String, StudentIdentity> keys = new HashMap<>();
        Map<String, List<FileEntry>> left = new LinkedHashMap<>();
        List<StudentIdentity> numbersFirst = items.keySet().stream()
                .sorted(Comparator.comparing(
                                (StudentIdentity owner) -> owner.platformId().isEmpty())
                        .thenComparing(StudentIdentity::name))
                .toList();
        for (StudentIdentity owner : numbersFirst) {
            StudentIdentity other = keys.putIfAbsent(Slugs.key(owner), owner);
            if (other != null) {
                List<FileEntry> files = items.remove(owner);
                if (other.platformId().equals(owner.platformId())) {
                    items.get(other).addAll(files);
                } else {
                    left.put(
                            "%s was left out: its name reads as the key of number %s, %s."
                                    .formatted(
                                            files.get(0).quoted(), other.platformId(), SafeText.quoted(other.name())),
                            files);
                }
            }
        }
        return left;
    }

    /**
     * What is one student's by its name, and holds more notebooks than there are students beside it: perhaps the
     * class.
     */
    Optional<String> crowd() {
        int others = items.size() - 1;
        return items.entrySet().stream()
                .filter(one -> one.getKey().platformId().isEmpty())
                .map(one -> Map.entry(one.getKey(), notebooks(one.getValue())))
                .filter(one -> others > 0 && one.getValue() >= Math.max(FEW, 2 * others))
                .map(one -> "%s counts as one student, though it holds %s notebooks, and beside it there %s."
                        .formatted(
                                SafeText.quoted(one.getKey().name()),
                                one.getValue(),
                                others == 1 ? "is 1" : "are " + others))
                .findFirst();
    }

    private static long notebooks(List<FileEntry> files) {
        return files.stream()
                .filter(item -> item.kind() == FileEntry.Kind.NOTEBOOK)
                .count();
    }

    List<FileEntry> items() {
        return items.values().stream().flatMap(List::stream).toList();
    }

    void each(BiConsumer<StudentIdentity, List<FileEntry>> use) {
        items.forEach(use);
    }

    /** The numbers that have two names, also where they differ by zeros in front, and names in two spellings. */
    List<String> warnings() {
        return Stream.concat(numbersOfSeveral(), spelledTwice()).toList();
    }

    /** Names of two hand-ins that look the same and have other signs, as é may be one sign or two. */
    private Stream<String> spelledTwice() {
        return spellings.entrySet().stream()
                .filter(one -> one.getValue().size() > 1 && items.containsKey(one.getKey()))
                .map(one ->
                        "%s is there in %s spellings that look the same; what was handed in under them counts as one student's."
                                .formatted(
                                        SafeText.quoted(one.getKey().name()),
                                        one.getValue().size()));
    }

    private Stream<String> numbersOfSeveral() {
        Map<String, List<StudentIdentity>> numbers = items.keySet().stream()
                .filter(owner -> !owner.platformId().isEmpty())
                .collect(Collectors.groupingBy(owner -> owner.platformId().replaceFirst("^0+(?=.)", "")));
        return numbers.entrySet().stream()
                .filter(one -> one.getValue().size() > 1)
                .sorted(Map.Entry.comparingByKey())
                .map(one ->
                        "Number %s is that of several: %s. Each is marked; look whose it is before you upload the grades."
                                .formatted(
                                        one.getKey(),
                                        one.getValue().stream()
                                                .map(Slugs::key)
                                                .sorted()
                                                .collect(Collectors.joining(", "))));
    }
}
