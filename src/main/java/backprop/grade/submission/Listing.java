package backprop.grade.submission;

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
final class Listing {
    private static final int ENTRIES = 100_000;
    private static final int KEPT = 1_000;
    private static final int LEVELS = 3;
    private static final int TRIED = 10; // of a student's archive
    private static final long LONGEST_JSON = 20L << 20;
    private static final long UNPACKED = 1L << 30;

    private final List<Item> items;
    private final boolean all;
    private long unpacked;
    private int entries;
    private int kept;
    private int tried;

    private Listing(List<Item> items, boolean all) {
        this.items = items;
        this.all = all;
    }

    /** The archive that holds the whole class. */
    static void ofClass(Path archive, List<Item> items) {
        Item top = new Item(Item.Kind.FOLDER, List.of(), "", new Origin(archive, List.of()), Optional.empty(), "");
        new Listing(items, true).list(archive, top, 0);
    }

    /** An archive that lies in a folder. */
    static void ofStudent(Path archive, Item item, List<Item> items) {
        items.add(item);
        Listing listing = new Listing(items, false);
        listing.guarded(item, () -> listing.list(archive, item, 1));
    }

    private void list(Path file, Item archive, int level) {
        try (Archive zip = Archive.open(file)) {
            entries += zip.size();
            if (entries > ENTRIES) {
                throw new GradeException(String.format(Locale.ROOT, "holds more than %,d files", ENTRIES));
            }
            Set<String> seen = new HashSet<>();
            for (Archive.Entry entry : zip.entries()) {
                Item item = item(archive, entry, level);
                if (Names.junk(item.path())) {
                    if (all) {
                        items.add(item.as(Item.Kind.LEFTOVER));
                    }
                    continue;
                }
                if (item.kind() == Item.Kind.OTHER && Names.archive(item.name())) {
                    inner(zip, item, entry, level);
                } else {
                    keep(seen.add(entry.name()) ? known(item, entry) : refused(item, "is there twice in its archive"));
                }
            }
        }
    }

    /** A file that is a notebook, though its name says only that it is JSON, or part of one. */
    private Item known(Item item, Archive.Entry entry) {
        if (item.kind() != Item.Kind.OTHER) {
            return item;
        }
        if (Names.unreadable(item.name())) {
            return refused(item, Names.CLOSED_ARCHIVE);
        }
        boolean unfinished = Names.unfinished(item.name());
        boolean asked =
                (unfinished || Names.json(item.name())) && entry.size() <= LONGEST_JSON && (++tried <= TRIED || all);
        if (asked && NotebookReader.reads(item.origin())) {
            return item.as(Item.Kind.NOTEBOOK);
        }
        return unfinished ? refused(item, Names.NOT_WHOLE) : item;
    }

    private void inner(Archive zip, Item item, Archive.Entry entry, int level) {
        keep(item);
        Listing next = level == 0 ? new Listing(items, false) : this;
        guarded(item, () -> {
            if (level >= LEVELS) {
                throw new GradeException("is an archive in too many others");
            }
            if (zip instanceof TarArchive && level > 0) {
                throw new GradeException("is an archive in a tar archive, which is not opened");
            }
            long most = Math.min(Origin.MOST_INSIDE, UNPACKED - next.unpacked);
            Origin.unpacked(zip, entry.name(), most, inner -> {
                next.unpacked += inner.toFile().length();
                next.list(inner, item, level + 1);
                return inner;
            });
        });
    }

    private void guarded(Item archive, Runnable work) {
        try {
            work.run();
        } catch (GradeException | UnreachableException why) {
            items.add(refused(archive, why.getMessage()));
        }
    }

    private void keep(Item item) {
        boolean matters = item.kind() == Item.Kind.NOTEBOOK || item.refused();
        if (!matters && !all) {
            return;
        }
        if (++kept > KEPT && !all) {
            throw new GradeException(String.format(Locale.ROOT, "holds more than %,d notebooks", KEPT));
        }
        items.add(item);
    }

    private static Item item(Item archive, Archive.Entry entry, int level) {
        boolean elsewhere = Names.leadsElsewhere(entry.name());
        List<String> path = new ArrayList<>(archive.path());
        boolean tells = !elsewhere || level == 0;
        path.addAll(tells ? Names.segments(entry.name()) : List.of("?"));
        String where = (archive.where().isEmpty() ? "" : archive.where() + "!/") + Texts.shortened(entry.name(), 200);
        String reason = elsewhere
                ? "has a name that leads out of its archive"
                : entry.reason().isEmpty() ? tooLarge(entry) : entry.reason();
        Item.Kind kind = elsewhere
                ? Item.Kind.MISNAMED
                : entry.folder()
                        ? Item.Kind.FOLDER
                        : !reason.isEmpty()
                                ? Item.Kind.REFUSED
                                : Names.notebook(entry.name()) ? Item.Kind.NOTEBOOK : Item.Kind.OTHER;
        return new Item(
                kind,
                path,
                where,
                archive.origin().entry(entry.name()),
                level == 0 ? entry.time() : archive.time(),
                reason);
    }

    private static String tooLarge(Archive.Entry entry) {
        return Names.notebook(entry.name()) && entry.size() > Origin.MOST
                ? "has more than " + Texts.bytes(Origin.MOST)
                : "";
    }

    private static Item refused(Item item, String reason) {
        return new Item(Item.Kind.REFUSED, item.path(), item.where(), item.origin(), item.time(), reason);
    }
}
