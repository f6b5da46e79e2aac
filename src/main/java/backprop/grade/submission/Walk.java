package backprop.grade.submission;

import backprop.grade.result.GradeException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Lists what is in a folder, and in the archives there. Links are not followed; pipes and devices are not opened. */
final class Walk extends SimpleFileVisitor<Path> {
  private static final int DEPTH = 20;
  private static final int FILES = 1_000_000;

  private final Path root;
  private final String assignment;
  private final List<Item> items;
  private int count;

  private Walk(Path root, String assignment, List<Item> items) {
    this.root = root;
    this.assignment = assignment;
    this.items = items;
  }

  /** Of nbgrader's course folder only what was handed in for the assignment. */
  static void through(Path root, String assignment, List<Item> items) {
    Path submitted = root.resolve("submitted");
    Path start = Files.isDirectory(submitted) ? submitted : root;
    try {
      Files.walkFileTree(start, EnumSet.noneOf(FileVisitOption.class), DEPTH, new Walk(root, assignment, items));
    } catch (IOException why) {
      throw new GradeException("cannot be read as a folder");
    }
  }

  /** A notebook that is handed over by itself. */
  static Item single(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      List<Item> items = new ArrayList<>();
      FileVisitResult unused = new Walk(file.getParent(), "", items).visitFile(file, attributes);
      return items.get(0);
    } catch (IOException why) {
      throw Origin.unreachable(why);
    }
  }

  @Override public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    List<String> path = path(folder);
    boolean otherAssignment = path.size() == 3 && path.get(0).equals("submitted") && !path.get(2).equals(assignment);
    boolean junk = Names.junk(path);
    if (junk) { add(Item.Kind.LEFTOVER, folder, attributes, ""); }
    if (junk || otherAssignment) { return FileVisitResult.SKIP_SUBTREE; }
    add(Item.Kind.FOLDER, folder, attributes, "");
    return FileVisitResult.CONTINUE;
  }

  @Override public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String name = String.valueOf(file.getFileName());
    if (Names.junk(path(file))) {
      add(Item.Kind.LEFTOVER, file, attributes, "");
      return FileVisitResult.CONTINUE;
    }
    if (++count > FILES) { throw new GradeException(String.format(Locale.ROOT, "holds more than %,d files", FILES)); }
    boolean matters = Names.notebook(name) || Names.archive(name);
    if (attributes.isDirectory()) {
      add(Item.Kind.REFUSED, file, attributes, "is a folder in too many others");
    } else if (!attributes.isRegularFile()) {
      if (matters || attributes.isSymbolicLink()) {
        add(Item.Kind.REFUSED, file, attributes,
            attributes.isSymbolicLink() ? "is a link, which is not followed" : "is no regular file");
      }
    } else if (Names.notebook(name) || (Names.json(name) && NotebookReader.reads(new Origin(file, List.of())))) {
      boolean large = attributes.size() > Origin.MOST;
      add(large ? Item.Kind.REFUSED : Item.Kind.NOTEBOOK, file, attributes,
          large ? "has more than " + Texts.bytes(Origin.MOST) : "");
    } else if (Names.archive(name)) {
      Listing.ofStudent(file, item(Item.Kind.OTHER, file, attributes, ""), items);
    } else {
      add(Item.Kind.OTHER, file, attributes, "");
    }
    return FileVisitResult.CONTINUE;
  }

  @Override public FileVisitResult visitFileFailed(Path file, IOException why) {
    List<String> path = path(file);
    if (!Names.junk(path)) {
      items.add(new Item(Item.Kind.REFUSED, path, where(path), new Origin(file, List.of()), Optional.empty(),
          Optional.empty(), "cannot be read from the disk"));
    }
    return FileVisitResult.CONTINUE;
  }

  private void add(Item.Kind kind, Path file, BasicFileAttributes attributes, String reason) {
    items.add(item(kind, file, attributes, reason));
  }

  private Item item(Item.Kind kind, Path file, BasicFileAttributes attributes, String reason) {
    List<String> path = path(file);
    return new Item(kind, path, where(path), new Origin(file, List.of()), Times.sane(attributes.lastModifiedTime()),
        Optional.empty(), reason);
  }

  private List<String> path(Path file) {
    return StreamSupport.stream(root.relativize(file).spliterator(), false).map(Path::toString)
        .filter(name -> !name.isEmpty()).toList();
  }

  private static String where(List<String> path) { return Texts.shortened(String.join("/", path), 400); }
}
