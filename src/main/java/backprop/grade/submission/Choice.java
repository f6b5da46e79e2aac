package backprop.grade.submission;

import backprop.grade.result.GradeException;
import backprop.grade.result.HandIn;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of a student's files counts: the newest.
 * @param assignment the assignment's name; a file of that name goes before others of the same time
 * @param due when it had to be handed in */
record Choice(String assignment, Optional<Instant> due) {
  /** Of a student with a folder, but nothing in it to mark. */
  static final String NOTHING = "no notebook was handed in";
  private static final Pattern VERSION = Pattern.compile("-(\\d{1,9})$");
  private static final String STAMP = "timestamp.txt";

  Found of(Owner owner, String key, List<Item> all, Layout layout) {
    List<Item> items = asked(all);
    List<String> remarks = new ArrayList<>();
    Optional<Instant> stamp = stamp(items, remarks);
    List<Item> notebooks = items.stream().filter(item -> item.kind() == Item.Kind.NOTEBOOK)
        .map(item -> stamp.isPresent() ? item.at(stamp) : item).sorted(order(layout).reversed()).toList();
    List<Item> refused = items.stream().filter(Item::refused).sorted(Comparator.comparing(Item::where)).toList();
    Item one = notebooks.isEmpty() ? (refused.isEmpty() ? items : refused).get(0) : notebooks.get(0);
    if (notebooks.size() > 1) {
      remarks.add("%d notebooks were handed in; %s counts, as the newest.".formatted(notebooks.size(), one.where()));
    }
    String problem = "";
    if (notebooks.isEmpty()) {
      problem = refused.isEmpty() ? NOTHING : refused.get(0).reason();
    } else {
      refused.stream().limit(10)
          .forEach(item -> remarks.add("%s was left out: it %s.".formatted(item.where(), item.reason())));
    }
    Optional<Instant> time = stamp.isPresent() ? stamp : one.time();
    boolean late = layout.canvas(one).filter(name -> name.group(2) != null).isPresent();
    HandIn handIn = new HandIn(key, Texts.shortened(owner.name(), 100), owner.platformId(), one.where(),
        time.map(Instant::toString).orElse(""), Times.lateness(time, due, late), remarks);
    return new Found(handIn, problem, one.origin());
  }

  /** What lies in a folder with the assignment's name, where there is one. */
  private List<Item> asked(List<Item> items) {
    List<Item> inside = items.stream().filter(item -> item.kind() == Item.Kind.NOTEBOOK
        && item.path().subList(0, item.path().size() - 1).contains(assignment)).toList();
    return inside.isEmpty() ? items : items.stream().filter(item -> item.path().contains(assignment)).toList();
  }

  private Comparator<Item> order(Layout layout) {
    return Comparator.comparing((Item item) -> item.time().orElse(Instant.MIN))
        .thenComparing(item -> version(item, layout)).thenComparing(item -> item.inner().orElse(Instant.MIN))
        .thenComparing(Item::where);
  }

  /** Canvas puts -1, -2 behind the name when something is handed in again. */
  private int version(Item item, Layout layout) {
    String stem = Names.stem(item.name());
    if (stem.equals(assignment)) { return Integer.MAX_VALUE; }
    Matcher version = VERSION.matcher(stem);
    return layout.canvas(item).isPresent() && version.find() ? Integer.parseInt(version.group(1)) : 0;
  }

  private static Optional<Instant> stamp(List<Item> items, List<String> remarks) {
    Optional<Item> file = items.stream().filter(item -> item.kind() == Item.Kind.OTHER && item.name().equals(STAMP))
        .min(Comparator.comparing(item -> item.path().size()));
    if (file.isEmpty()) { return Optional.empty(); }
    Optional<Instant> time = Optional.empty();
    try {
      byte[] bytes = file.get().origin().bytes();
      time = bytes.length > 200 ? time : Times.stamp(new String(bytes, StandardCharsets.UTF_8));
    } catch (GradeException unreadable) {
      remarks.add("timestamp.txt could not be read.");
      return time;
    }
    if (time.isEmpty()) { remarks.add("timestamp.txt holds no time that is understood."); }
    return time;
  }
}
