package backprop.grade.submission;

import backprop.grade.result.GradeException;
import backprop.grade.result.HandIn;
import backprop.grade.result.UnreachableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

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

  /** Looks through a folder or an archive: nbgrader's, Moodle's, Canvas's, or files by student; or takes one notebook.
   * Reads no notebook yet but where only what is in it tells which counts.
   * @param submissions the folder, the .zip or the notebook
   * @param assignment the assignment's name, such as 04-backward-pass
   * @param due when it had to be handed in, where lateness matters
   * @param written counts the answers in a notebook, where only this tells which of several counts
   * @return what was found
   * @throws GradeException when there is no such folder or archive, or no notebook in it */
  public static Submissions find(Path submissions, String assignment, Optional<Instant> due,
      ToIntFunction<Notebook> written) {
    try {
      Path real = submissions.toRealPath();
      List<Item> items = items(real, assignment);
      items.sort(Comparator.comparing(Item::where));
      String root = Files.isDirectory(real) ? String.valueOf(real.getFileName()) : "";
      Submissions all = sorted(items, Layout.of(root, items, assignment), new Choice(assignment, due, written));
      if (items.stream().noneMatch(item -> item.kind() == Item.Kind.NOTEBOOK)
          && all.found.stream().allMatch(Submissions::isNothing)) {
        throw new GradeException("holds no notebook of " + assignment);
      }
      return all;
    } catch (IOException none) {
      throw new GradeException(submissions + " does not exist; it must be a folder or a .zip of submissions");
    } catch (GradeException | UnreachableException wrong) {
      throw new GradeException(submissions + ": " + wrong.getMessage());
    }
  }

  /** A platform's name tells that somebody has handed in; a name of a folder tells nothing without a notebook. */
  private static boolean isNothing(Found found) {
    return Nothing.says(found.problem()) && found.handIn().platformId().isEmpty();
  }

  private static List<Item> items(Path real, String assignment) {
    List<Item> items = new ArrayList<>();
    if (Files.isDirectory(real)) {
      Walk.through(real, assignment, items);
    } else if (Files.isRegularFile(real) && isNotebook(real)) {
      items.add(Walk.single(real));
    } else if (Files.isRegularFile(real)) {
      Listing.ofClass(real, items);
    } else {
      throw new GradeException("must be a folder or a .zip of submissions, or a notebook, and is none of them");
    }
    return items;
  }

  private static boolean isNotebook(Path file) {
    String name = file.getFileName().toString();
    return Names.notebook(name) || (Names.json(name) && NotebookReader.reads(new Origin(file, List.of())));
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
    warnings.addAll(nobodys(items, layout));
    Map<Owner, String> keys = Keys.of(owned.keySet());
    List<Found> found = new ArrayList<>();
    owned.forEach((owner, files) -> found.add(chosen(choice, owner, keys.get(owner), files, layout)));
    found.sort(Comparator.comparing(one -> one.handIn().student()));
    return new Submissions(found, warnings.size() <= SHOWN ? warnings : shortened(warnings));
  }

  /** Which of a student's files counts, or that this cannot be found out. */
  private static Found chosen(Choice choice, Owner owner, String key, List<Item> files, Layout layout) {
    try {
      return choice.of(owner, key, files, layout);
    } catch (UnreachableException why) {
      Item first = files.get(0);
      HandIn handIn =
          new HandIn(key, Texts.shortened(owner.name(), 100), owner.platformId(), first.where(), "", "", List.of());
      return new Found(handIn, why.getMessage(), first.origin());
    }
  }

  /** What lies beside the notebooks of a class and holds none: perhaps somebody's. */
  private static List<String> nobodys(List<Item> items, Layout layout) {
    Set<List<String>> whose = new HashSet<>();
    items.stream().filter(item -> layout.owner(item).isPresent()).forEach(
        item -> IntStream.rangeClosed(1, item.path().size()).forEach(n -> whose.add(item.path().subList(0, n))));
    return items.stream().filter(item -> item.kind() == Item.Kind.FOLDER || item.kind() == Item.Kind.OTHER)
        .filter(item -> layout.top(item) && layout.owner(item).isEmpty() && !whose.contains(item.path()))
        .map(item -> "%s was left out: it holds no notebook, and its name alone tells no student."
            .formatted(item.where()))
        .toList();
  }

  private static List<String> shortened(List<String> warnings) {
    List<String> some = new ArrayList<>(warnings.subList(0, SHOWN));
    some.add(String.format(Locale.ROOT, "And %d more of this kind.", warnings.size() - SHOWN));
    return some;
  }
}
