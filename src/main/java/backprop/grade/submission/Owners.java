package backprop.grade.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Who has handed in what. A name is one student's however its letters are composed; a platform's number with two names
 * stays with both, and is told. */
final class Owners {
  private final Map<Owner, List<Item>> items = new LinkedHashMap<>();

  void add(Owner owner, Item item) {
    Owner composed = new Owner(Keys.composed(owner.name()), owner.platformId());
    items.computeIfAbsent(composed, none -> new ArrayList<>()).add(item);
  }

  /** Gives up those who would have another's key: a name without a number that reads as another's with it. Two ways to
   * write a name that have one number are one student.
   * @return what was theirs, by a sentence */
  Map<String, List<Item>> leave() {
    Map<String, Owner> keys = new HashMap<>();
    Map<String, List<Item>> left = new LinkedHashMap<>();
    List<Owner> numbersFirst = items.keySet().stream()
        .sorted(Comparator.comparing((Owner owner) -> owner.platformId().isEmpty()).thenComparing(Owner::name))
        .toList();
    for (Owner owner : numbersFirst) {
      Owner other = keys.putIfAbsent(Keys.key(owner), owner);
      if (other != null) {
        List<Item> files = items.remove(owner);
        if (other.platformId().equals(owner.platformId())) {
          items.get(other).addAll(files);
        } else {
          left.put("%s was left out: its name reads as the key of number %s, %s.".formatted(files.get(0).quoted(),
              other.platformId(), Texts.quoted(other.name())), files);
        }
      }
    }
    return left;
  }

  List<Item> items() { return items.values().stream().flatMap(List::stream).toList(); }

  void each(BiConsumer<Owner, List<Item>> use) { items.forEach(use); }

  /** The numbers that have two names, also where they differ by zeros in front. */
  List<String> warnings() {
    Map<String, List<Owner>> numbers = items.keySet().stream().filter(owner -> !owner.platformId().isEmpty())
        .collect(Collectors.groupingBy(owner -> owner.platformId().replaceFirst("^0+(?=.)", "")));
    return numbers.entrySet().stream().filter(one -> one.getValue().size() > 1).sorted(Map.Entry.comparingByKey())
        .map(one -> "Number %s is that of several: %s. Each is marked; look whose it is before you upload the grades."
            .formatted(one.getKey(), one.getValue().stream().map(Keys::key).sorted().collect(Collectors.joining(", "))))
        .toList();
  }
}
