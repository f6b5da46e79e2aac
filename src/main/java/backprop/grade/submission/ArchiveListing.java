package backprop.grade.submission;

import backprop.grade.notebook.Notebook;
import backprop.grade.result.GradeException;
import backprop.grade.result.UnreachableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Lists what is in an archive and in the archives in it. Nothing is unpacked but these, one at a time. */
final class ArchiveListing {
    private static final int ENTRIES = 100_000;
    private static final int KEPT = 1_000;
    private static final int LEVELS = 3;
    private static final int TRIED = 10; // of a student's archive
    private static final long LONGEST_JSON = 20L << 20;
    private static final long UNPACKED = 1L << 30;

    private final List<FileEntry> items;
    private final boolean all;
    private long unpacked;
    private int entries;
    private int kept;
    private int tried;

    private ArchiveListing(List<FileEntry> items, boolean all) {
        this.items = items;
        this.all = all;
    }

    /** The archive that holds the whole class. */
    static void ofClass(Path archive, List<FileEntry> items) {
        FileEntry top = new FileEntry(
                FileEntry.Kind.FOLDER, List.of(), "", new FileSource(archive, List.of()), Optional.empty(), "");
        new ArchiveListing(items, true).list(archive, top, 0);
    }

    /** An archive that lies in a folder. */
    static void ofStudent(Path archive, FileEntry item, List<FileEntry> items) {
        items.add(item);
        ArchiveListing listing = new ArchiveListing(items, false);
        listing.guarded(item, () -> listing.list(archive, item, 1));
    }

    private void list(Path file, FileEntry archive, int level) {
        try (Archive zip = Archive.open(file)) {
            entries += zip.size();
            if (entries > ENTRIES) {
                throw new GradeException(String.format(Locale.ROOT, "holds more than %,d files", ENTRIES));
            }
            Set<String> seen = new HashSet<>();
            for (Archive.Entry entry : zip.entries()) {
                FileEntry item = item(archive, entry, level);
                if (FileNames.junk(item.path())) {
                    if (all) {
                        items.add(item.as(FileEntry.Kind.LEFTOVER));
                    }
                    continue;
                }
                if (item.kind() == FileEntry.Kind.OTHER && FileNames.archive(item.name())) {
                    inner(zip, item, entry, level);
                } else {
                    keep(seen.add(entry.name()) ? known(item, entry) : refused(item, "is there twice in its archive"));
                }
            }
        }
    }

    /** A file that is a notebook, though its name says only that it is JSON, or part of one. */
    private FileEntry known(FileEntry item, Archive.Entry entry) {
        if (item.kind() != FileEntry.Kind.OTHER) {
            return item;
        }
        if (FileNames.unreadable(item.name())) {
            return refused(item, FileNames.CLOSED_ARCHIVE);
        }
        boolean unfinished = FileNames.unfinished(item.name());
        boolean perhaps = (unfinished || FileNames.json(item.name())) && entry.size() <= LONGEST_JSON;
        if (perhaps) {
            tried++;
        }
        boolean asked = perhaps && (tried <= TRIED || all);
        if (asked && item.origin().holdsNotebook()) {
            return item.as(FileEntry.Kind.NOTEBOOK);
        }
        return unfinished ? refused(item, FileNames.NOT_WHOLE) : item;
    }

    private void inner(Archive zip, FileEntry item, Archive.Entry entry, int level) {
        keep(item);
        ArchiveListing next = level == 0 ? new ArchiveListing(items, false) : this;
        guarded(item, () -> {
            if (level >= LEVELS) {
                throw new GradeException("is an archive in too many others");
            }
            if (zip instanceof TarArchive && level > 0) {
                throw new GradeException("is an archive in a tar archive, which is not opened");
            }
            long most = Math.min(FileSource.MOST_INSIDE, UNPACKED - next.unpacked);
            FileSource.unpacked(zip, entry.name(), most, inner -> {
                next.unpacked += inner.toFile().length();
                next.list(inner, item, level + 1);
                return inner;
            });
        });
    }

    private void guarded(FileEntry archive, Runnable work) {
        try {
            work.run();
        } catch (GradeException | UnreachableException why) {
            items.add(refused(archive, why.getMessage()));
        }
    }

    private void keep(FileEntry item) {
        boolean matters = item.kind() == FileEntry.Kind.NOTEBOOK || item.refused();
        if (!matters && !all) {
            return;
        }
        kept++;
        if (kept > KEPT && !all) {
            throw new GradeException(String.format(Locale.ROOT, "holds more than %,d notebooks", KEPT));
        }
        items.add(item);
    }

    private static FileEntry item(FileEntry archive, Archive.Entry entry, int level) {
        boolean elsewhere = FileNames.leadsElsewhere(entry.name());
        List<String> path = new ArrayList<>(archive.path());
        boolean tells = !elsewhere || level == 0;
        path.addAll(tells ? FileNames.segments(entry.name()) : List.of("?"));
        String where =
                (archive.where().isEmpty() ? "" : archive.where() + "!/") + SafeText.shortened(entry.name(), 200);
        String reason = elsewhere
                ? "has a name that leads out of its archive"
                : entry.reason().isEmpty() ? tooLarge(entry) : entry.reason();
        FileEntry.Kind kind = elsewhere
                ? FileEntry.Kind.MISNAMED
                : entry.folder()
                        ? FileEntry.Kind.FOLDER
                        : !reason.isEmpty()
                                ? FileEntry.Kind.REFUSED
                                : FileNames.notebook(entry.name()) ? FileEntry.Kind.NOTEBOOK : FileEntry.Kind.OTHER;
        return new FileEntry(
                kind,
                path,
                where,
                archive.origin().entry(entry.name()),
                level == 0 ? entry.time() : archive.time(),
                reason);
    }

    private static String tooLarge(Archive.Entry entry) {
        return FileNames.notebook(entry.name()) && entry.size() > Notebook.MOST_BYTES
                ? "has more than " + SafeText.bytes(Notebook.MOST_BYTES)
                : "";
    }

    private static FileEntry refused(FileEntry item, String reason) {
        return new FileEntry(FileEntry.Kind.REFUSED, item.path(), item.where(), item.origin(), item.time(), reason);
    }
}
