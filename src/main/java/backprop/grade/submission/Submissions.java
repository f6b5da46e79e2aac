package backprop.grade.submission;

import backprop.grade.result.GradeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a class handed in.
 * @param found one for each student, sorted by student
 * @param warnings what was left out and is nobody's, as sentences */
public record Submissions(List<Found> found, List<String> warnings) {
  private static final int SHOWN = 100;

  /** Keeps copies of the lists.
   * @param found one for each student
   * @param warnings what was left out */
  public Submissions {
    found = List.copyOf(found);
    warnings = List.copyOf(warnings);
  }

  /** Looks through a folder or an archive: nbgrader's, Moodle's, Canvas's, or files by student. Reads no notebook yet.
   * @param submissions the folder or the .zip
   * @param assignment the assignment's name, such as 04-backward-pass
   * @param due when it had to be handed in, where lateness matters
   * @return what was found
   * @throws GradeException when there is no such folder or archive, or no notebook in it */
  public static Submissions find(Path submissions, String assignment, Optional<Instant> due) {
    try {
      Path real = submissions.toRealPath();
      List<Item> items = items(real, assignment);
      items.sort(Comparator.comparing(Item::where));
      String root = Files.isDirectory(real) ? String.valueOf(real.getFileName()) : "";
      Submissions all = sorted(items, Layout.of(root, items, assignment), new Choice(assignment, due));
      if (items.stream().noneMatch(item -> item.kind() == Item.Kind.NOTEBOOK)
          && all.found.stream().allMatch(found -> found.problem().equals(Choice.NOTHING))) {
        throw new GradeException("holds no notebook of " + assignment);
      }
      return all;
    } catch (IOException none) {
      throw new GradeException(submissions + ": must be a folder or a .zip of submissions, but there is none");
    } catch (GradeException wrong) {
      throw new GradeException(submissions + ": " + wrong.getMessage());
    }
  }

  private static List<Item> items(Path real, String assignment) {
    List<Item> items = new ArrayList<>();
    if (Files.isDirectory(real)) {
      Walk.through(real, assignment, items);
    } else if (Files.isRegularFile(real)) {
      Listing.ofClass(real, items);
    } else {
      throw new GradeException("must be a folder or a .zip of submissions, and is neither");
    }
    return items;
  }

  private static Submissions sorted(List<Item> items, Layout layout, Choice choice) {
    Map<Owner, List<Item>> owned = new LinkedHashMap<>();
    List<String> warnings = new ArrayList<>();
    for (Item item : items) {
      Optional<Owner> owner = layout.owner(item);
      owner.ifPresent(student -> owned.computeIfAbsent(student, none -> new ArrayList<>()).add(item));
      if (owner.isEmpty() && item.refused()) { warnings.add("%s %s.".formatted(item.where(), item.reason())); }
      if (owner.isEmpty() && item.kind() == Item.Kind.NOTEBOOK && layout.expects(item)) {
        warnings.add("%s was left out: its name tells no student.".formatted(item.where()));
      }
    }
    Map<Owner, String> keys = Keys.of(owned.keySet());
    List<Found> found = new ArrayList<>();
    owned.forEach((owner, files) -> found.add(choice.of(owner, keys.get(owner), files, layout)));
    found.sort(Comparator.comparing(one -> one.handIn().student()));
    return new Submissions(found, warnings.size() <= SHOWN ? warnings : shortened(warnings));
  }

  private static List<String> shortened(List<String> warnings) {
    List<String> some = new ArrayList<>(warnings.subList(0, SHOWN));
    some.add("And %d more of this kind.".formatted(warnings.size() - SHOWN));
    return some;
  }
}
