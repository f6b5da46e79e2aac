package backprop.grade.submission;

import backprop.grade.notebook.Notebook;
import backprop.grade.result.AtomicFile;
import backprop.grade.result.GradeException;
import backprop.grade.result.UnreachableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Where the bytes of a notebook are.
 *
 * @param file a file on disk
 * @param entries none, or the entry of that archive, and of the archive in it, and so on
 */
public record FileSource(Path file, List<String> entries) {
    /** How every sentence begins that tells of a fault which is not in what was handed in. */
    static final String UNREACHABLE = "cannot be read from the disk";
    /** The most bytes that an archive inside of an archive may have, 64 MiB. */
    static final long MOST_INSIDE = 64L << 20;

    /**
     * What is done with the bytes.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Use<T> {
        /**
         * Reads them.
         *
         * @param in the bytes
         * @return what comes of it
         * @throws IOException if they cannot be read
         */
        T of(InputStream in) throws IOException;
    }

    /**
     * Keeps a copy of the list.
     *
     * @param file a file on disk
     * @param entries the entry of each archive
     */
    public FileSource {
        entries = List.copyOf(entries);
    }

    /** Whether a notebook with a cell is there; if that cannot be read now, reading it later will tell why. */
    boolean holdsNotebook() {
        try {
            return !read(Notebook::read).cells().isEmpty();
        } catch (GradeException other) {
            return false;
        } catch (UnreachableException unknown) {
            return true;
        }
    }

    /** An entry of this archive. */
    FileSource entry(String name) {
        List<String> longer = new ArrayList<>(entries);
        longer.add(name);
        return new FileSource(file, longer);
    }

    /**
     * Hands over the bytes; a sentence says why there are none, and whether that is the file's fault. What is in an
     * archive is on disk for that long.
     */
    <T> T read(Use<T> use) {
        requireFile(file);
        return entries.isEmpty() ? plain(file, use) : packed(file, entries, use);
    }

    /** What was a file when the folder was listed must be one still. */
    private static void requireFile(Path file) {
        try {
            if (!Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isRegularFile()) {
                throw new UnreachableException(UNREACHABLE + " (it is no file any more)");
            }
        } catch (IOException why) {
            throw unreachable(why);
        }
    }

    /** A fault of the disk. */
    static UnreachableException unreachable(IOException why) {
        return new UnreachableException("%s (%s)".formatted(UNREACHABLE, AtomicFile.reason(why)));
    }

    private static <T> T plain(Path file, Use<T> use) {
        try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.size(file) > Notebook.MOST_BYTES) {
                throw new GradeException("has more than " + SafeText.bytes(Notebook.MOST_BYTES));
            }
            return use.of(in);
        } catch (IOException why) {
            throw unreachable(why);
        }
    }

    private static <T> T packed(Path archive, List<String> entries, Use<T> use) {
        try (Archive open = Archive.open(archive)) {
            String entry = entries.get(0);
            return entries.size() == 1
                    ? unpacked(open, entry, Notebook.MOST_BYTES, file -> plain(file, use))
                    : unpacked(
                            open, entry, MOST_INSIDE, inner -> packed(inner, entries.subList(1, entries.size()), use));
        }
    }

    /** Does something with an archive inside of an archive, which is on disk for that long. */
    static <T> T unpacked(Archive archive, String entry, long most, Function<Path, T> use) {
        try {
            Path inner = Files.createTempFile("backprop-", ".zip");
            try {
                try (OutputStream out = Files.newOutputStream(inner)) {
                    archive.copy(entry, out, most);
                }
                return use.apply(inner);
            } finally {
                Files.deleteIfExists(inner);
            }
        } catch (IOException why) {
            throw new UnreachableException("%s: the folder for temporary files does not take it (%s)"
                    .formatted(UNREACHABLE, AtomicFile.reason(why)));
        }
    }
}
