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
final class Owners {
    private static final int FEW = 3;

    private final Map<Owner, List<Item>> items = new LinkedHashMap<>();
    private final Map<Owner, Set<String>> spellings = new LinkedHashMap<>();

    void add(Owner owner, Item item) {
        Owner composed = new Owner(Keys.composed(owner.name()), owner.platformId());
        spellings.computeIfAbsent(composed, none -> new TreeSet<>()).add(owner.name());
        items.computeIfAbsent(composed, none -> new ArrayList<>()).add(item);
    }

    /**
     * Gives up those who would have another's key: a name without a number that reads as another's with it. Two ways to
     * write a name that have one number are one student.
     *
     * @return what was theirs, by a sentence
     */
    Map<String, List<Item>> leave() {
        Map<String, Owner> keys = new HashMap<>();
        Map<String, List<Item>> left = new LinkedHashMap<>();
        List<Owner> numbersFirst = items.keySet().stream()
                .sorted(Comparator.comparing((Owner owner) -> owner.platformId().isEmpty())
                        .thenComparing(Owner::name))
                .toList();
        for (Owner owner : numbersFirst) {
            Owner other = keys.putIfAbsent(Keys.key(owner), owner);
            if (other != null) {
                List<Item> files = items.remove(owner);
                if (other.platformId().equals(owner.platformId())) {
                    items.get(other).addAll(files);
                } else {
                    left.put(
                            "%s was left out: its name reads as the key of number %s, %s."
                                    .formatted(files.get(0).quoted(), other.platformId(), Texts.quoted(other.name())),
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
                                Texts.quoted(one.getKey().name()),
                                one.getValue(),
                                others == 1 ? "is 1" : "are " + others))
                .findFirst();
    }

    private static long notebooks(List<Item> files) {
        return files.stream().filter(item -> item.kind() == Item.Kind.NOTEBOOK).count();
    }

    List<Item> items() {
        return items.values().stream().flatMap(List::stream).toList();
    }

    void each(BiConsumer<Owner, List<Item>> use) {
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
                                        Texts.quoted(one.getKey().name()),
                                        one.getValue().size()));
    }

    private Stream<String> numbersOfSeveral() {
        Map<String, List<Owner>> numbers = items.keySet().stream()
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
                                                .map(Keys::key)
                                                .sorted()
                                                .collect(Collectors.joining(", "))));
    }
}
