package backprop.grade.submission;

import backprop.grade.result.GradeException;
import backprop.grade.result.UnreachableException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarUtils;

/**
 * A tar archive, packed with gzip or not; or one file packed with gzip. It is read from its beginning each time, and
 * no more than a limit of it.
 */
final class TarArchive implements Archive {
    static final int BLOCK = TarConstants.DEFAULT_RCDSIZE;
    static final String DAMAGED = "is a damaged archive";
    private static final int ENTRIES = 100_000;
    private static final int NAMES = 32 << 20; // characters of all names
    private static final int HEADER = 32 << 10; // all that stands before an entry: its name, its times
    private static final int KEYS = 100; // of one header
    /** A file that is packed alone has no name that is known here; its content tells whether it is a notebook. */
    private static final String ALONE = "unpacked.json";

    private final Path file;
    private final boolean packed;
    private final List<Entry> entries = new ArrayList<>();
    private long names;

    /** Takes what comes. */
    private interface Visit {
        /** Whether to go on; what is not read of the entry is passed over. */
        boolean entry(Entry entry, InputStream content) throws IOException;
    }

    TarArchive(Path file, boolean packed) {
        this.file = file;
        this.packed = packed;
        visit((entry, content) -> {
            names += entry.name().length();
            if (entries.size() >= ENTRIES) {
                throw new GradeException("holds more than 100,000 files");
            }
            if (names > NAMES) {
                throw new GradeException("holds names that are too long");
            }
            return entries.add(entry);
        });
    }

    /** Whether an archive that is not packed begins with this block. */
    static boolean is(byte[] first) {
        try {
            return first.length == BLOCK && TarUtils.verifyCheckSum(first);
        } catch (IllegalArgumentException noNumber) {
            return false;
        }
    }

    @Override
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public long copy(String name, OutputStream out, long most) {
        long[] count = {-1};
        visit((entry, content) -> {
            if (!entry.name().equals(name)) {
                return true;
            }
            byte[] buffer = new byte[1 << 16];
            count[0] = 0;
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                count[0] += n;
                if (count[0] > most) {
                    throw new GradeException("unpacks to more than " + SafeText.bytes(most));
                }
                Archive.write(out, buffer, n);
            }
            return false;
        });
        if (count[0] < 0) {
            throw new GradeException("is not in the archive any more");
        }
        return count[0];
    }

    @Override
    public void close() {
        // nothing stays open
    }

    private void visit(Visit visit) {
        try (InputStream disk = new BufferedInputStream(Files.newInputStream(file));
                InputStream all = packed ? new BufferedInputStream(new GZIPInputStream(disk)) : disk) {
            all.mark(BLOCK);
            byte[] first = all.readNBytes(BLOCK);
            all.reset();
            BoundedInputStream in = new BoundedInputStream(all);
            if (is(first)) {
                entries(in, visit);
            } else if (packed) {
                boolean unused = visit.entry(new Entry(ALONE, false, -1, Optional.empty(), ""), in);
            }
        } catch (EOFException | ZipException damaged) {
            throw new GradeException(DAMAGED);
        } catch (IOException why) {
            throw FileSource.unreachable(why);
        }
    }

    /** Visits them; the stream stays open. */
    @SuppressWarnings("resource")
    private static void entries(BoundedInputStream in, Visit visit) {
        TarArchiveInputStream tar = new TarArchiveInputStream(in, BLOCK, BLOCK, "UTF-8", true);
        try {
            for (TarArchiveEntry entry = next(tar, in); entry != null; entry = next(tar, in)) {
                if (!visit.entry(entry(entry), tar)) {
                    return;
                }
            }
            if (in.count() % BLOCK != 0) {
                throw new GradeException(DAMAGED);
            }
        } catch (GradeException | UnreachableException refused) {
            throw refused;
        } catch (IOException | RuntimeException damaged) {
            throw new GradeException(DAMAGED);
        }
    }

    /** None at the end. The holes of a sparse file are skipped here, for the library would read them. */
    private static TarArchiveEntry next(TarArchiveInputStream tar, BoundedInputStream in) throws IOException {
        if (tar.getCurrentEntry() != null) {
            long unused = tar.skip(Long.MAX_VALUE);
        }
        in.only(HEADER);
        TarArchiveEntry entry = tar.getNextEntry();
        in.all();
        if (entry == null) {
            return null;
        }
        List<?> pieces = entry.getSparseHeaders();
        boolean small = entry.getExtraPaxHeaders().size() <= KEYS && (pieces == null || pieces.size() <= KEYS);
        if (!entry.isCheckSumOK() || !small || entry.getSize() < 0) {
            throw new GradeException(DAMAGED);
        }
        return entry;
    }

    private static Entry entry(TarArchiveEntry entry) {
        String reason = switch (entry.getLinkFlag()) {
            case TarConstants.LF_OLDNORM, TarConstants.LF_NORMAL, TarConstants.LF_CONTIG, TarConstants.LF_DIR ->
                entry.isSparse() ? "is no regular file" : "";
            case TarConstants.LF_LINK, TarConstants.LF_SYMLINK -> "is a link, which is not followed";
            default -> "is no regular file";
        };
        return new Entry(
                entry.getName(),
                entry.isDirectory(),
                entry.getSize(),
                SubmissionTimes.sane(entry.getLastModifiedTime()),
                reason);
    }
}
