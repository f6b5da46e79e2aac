package backprop.grade.submission;

import backprop.grade.notebook.Notebook;
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
final class FolderListing extends SimpleFileVisitor<Path> {
    private static final int DEPTH = 20;
    private static final int FILES = 1_000_000;

    private final Path root;
    private final String assignment;
    private final List<FileEntry> items;
    private final boolean course;
    private int count;

    private FolderListing(Path root, String assignment, List<FileEntry> items, boolean course) {
        this.root = root;
        this.assignment = assignment;
        this.items = items;
        this.course = course;
    }

    /** Of nbgrader's course folder only what was handed in for the assignment, if there is more of it than of others. */
    static void through(Path root, String assignment, List<FileEntry> items) {
        Path submitted = root.resolve(NbgraderLayout.SUBMITTED);
        if (Files.isDirectory(submitted)) {
            new FolderListing(root, assignment, items, true).walk();
            if (NbgraderLayout.of("", items, assignment).isPresent()) {
                return;
            }
            items.clear();
        }
        new FolderListing(root, assignment, items, false).walk();
    }

    private void walk() {
        try {
            Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEPTH, this);
        } catch (IOException why) {
            throw new GradeException("cannot be read as a folder");
        }
    }

    /** A notebook that is handed over by itself. */
    static FileEntry single(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            List<FileEntry> items = new ArrayList<>();
            FileVisitResult unused = new FolderListing(file.getParent(), "", items, false).visitFile(file, attributes);
            return items.get(0);
        } catch (IOException why) {
            throw FileSource.unreachable(why);
        }
    }

    /** Of a course's other folders only what a first look shows. */
    private boolean skipped(List<String> path) {
        boolean other = course && path.size() == 3 && !path.get(2).equals(assignment);
        return other || (looksOnly(path) && path.size() > 1);
    }

    private boolean looksOnly(List<String> path) {
        return course && !path.isEmpty() && !path.get(0).equals(NbgraderLayout.SUBMITTED);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        List<String> path = path(folder);
        if (FileNames.junk(path)) {
            add(FileEntry.Kind.LEFTOVER, folder, attributes, "");
            return FileVisitResult.SKIP_SUBTREE;
        }
        add(FileEntry.Kind.FOLDER, folder, attributes, "");
        if (skipped(path)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String name = String.valueOf(file.getFileName());
        if (FileNames.junk(path(file))) {
            add(FileEntry.Kind.LEFTOVER, file, attributes, "");
            return FileVisitResult.CONTINUE;
        }
        count++;
        if (count > FILES) {
            throw new GradeException(String.format(Locale.ROOT, "holds more than %,d files", FILES));
        }
        if (attributes.isDirectory()) {
            add(FileEntry.Kind.REFUSED, file, attributes, "is a folder in too many others");
        } else if (!attributes.isRegularFile()) {
            special(file, attributes);
        } else if (looksOnly(path(file))) {
            add(FileNames.notebook(name) ? FileEntry.Kind.NOTEBOOK : FileEntry.Kind.OTHER, file, attributes, "");
        } else if (FileNames.archive(name)) {
            ArchiveListing.ofStudent(file, item(FileEntry.Kind.OTHER, file, attributes, ""), items);
        } else {
            regular(file, name, attributes);
        }
        return FileVisitResult.CONTINUE;
    }

    private void special(Path file, BasicFileAttributes attributes) {
        boolean link = attributes.isSymbolicLink();
        if (link || FileNames.handIn(String.valueOf(file.getFileName()))) {
            add(
                    FileEntry.Kind.REFUSED,
                    file,
                    attributes,
                    link ? "is a link, which is not followed" : "is no regular file");
        }
    }

    private void regular(Path file, String name, BasicFileAttributes attributes) {
        boolean perhaps = FileNames.json(name) || FileNames.unfinished(name);
        if (FileNames.notebook(name) || (perhaps && new FileSource(file, List.of()).holdsNotebook())) {
            boolean large = attributes.size() > Notebook.MOST_BYTES;
            add(
                    large ? FileEntry.Kind.REFUSED : FileEntry.Kind.NOTEBOOK,
                    file,
                    attributes,
                    large ? "has more than " + SafeText.bytes(Notebook.MOST_BYTES) : "");
        } else if (FileNames.unfinished(name)) {
            add(FileEntry.Kind.REFUSED, file, attributes, FileNames.NOT_WHOLE);
        } else if (FileNames.unreadable(name)) {
            add(FileEntry.Kind.REFUSED, file, attributes, FileNames.CLOSED_ARCHIVE);
        } else {
            add(FileEntry.Kind.OTHER, file, attributes, "");
        }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) {
        List<String> path = path(file);
        if (!FileNames.junk(path)) {
            items.add(new FileEntry(
                    FileEntry.Kind.REFUSED,
                    path,
                    where(path),
                    new FileSource(file, List.of()),
                    Optional.empty(),
                    "cannot be read from the disk"));
        }
        return FileVisitResult.CONTINUE;
    }

    private void add(FileEntry.Kind kind, Path file, BasicFileAttributes attributes, String reason) {
        items.add(item(kind, file, attributes, reason));
    }

    private FileEntry item(FileEntry.Kind kind, Path file, BasicFileAttributes attributes, String reason) {
        List<String> path = path(file);
        return new FileEntry(
                kind,
                path,
                where(path),
                new FileSource(file, List.of()),
                SubmissionTimes.sane(attributes.lastModifiedTime()),
                reason);
    }

    private List<String> path(Path file) {
        return StreamSupport.stream(root.relativize(file).spliterator(), false)
                .map(Path::toString)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String where(List<String> path) {
        return SafeText.shortened(String.join("/", path), 400);
    }
}
