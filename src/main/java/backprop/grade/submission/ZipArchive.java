package backprop.grade.submission;

import backprop.grade.result.GradeException;
import backprop.grade.result.UnreachableException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip archive that may be damaged, encrypted, or lie about what it holds. */
final class ZipArchive implements Archive {
    private final ZipFile zip;

    private ZipArchive(ZipFile zip) {
        this.zip = zip;
    }

    /** Opens it with names in UTF-8, or else as old programs wrote them. */
    static Archive open(Path file) {
        try {
            return new ZipArchive(opened(file));
        } catch (ZipException damaged) {
            boolean encrypted = String.valueOf(damaged.getMessage()).contains("encrypted");
            throw new GradeException(
                    encrypted ? "is an archive with a password" : "is no zip archive, or a damaged one");
        } catch (EOFException | RuntimeException why) {
            throw new GradeException("is an archive that cannot be read");
        } catch (IOException why) {
            throw FileSource.unreachable(why);
        }
    }

    private static ZipFile opened(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException names) {
            Charset old = Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;
            return new ZipFile(file.toFile(), old);
        }
    }

    @Override
    public List<Entry> entries() {
        return Collections.list(zip.entries()).stream()
                .map(entry ->
                        new Entry(entry.getName(), entry.isDirectory(), entry.getSize(), SubmissionTimes.of(entry), ""))
                .toList();
    }

    @Override
    public int size() {
        return zip.size();
    }

    @Override
    public long copy(String name, OutputStream out, long most) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new GradeException("is not in the archive any more");
        }
        CRC32 sum = new CRC32();
        long count = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                count += n;
                if (count > most) {
                    throw new GradeException("unpacks to more than " + SafeText.bytes(most));
                }
                sum.update(buffer, 0, n);
                Archive.write(out, buffer, n);
            }
        } catch (GradeException | UnreachableException refused) {
            throw refused;
        } catch (ZipException | EOFException | RuntimeException damaged) {
            throw new GradeException("is damaged: it cannot be unpacked");
        } catch (IOException why) {
            throw FileSource.unreachable(why);
        }
        if (entry.getSize() != count || entry.getCrc() != sum.getValue()) {
            throw new GradeException("is damaged: it does not hold what the archive says");
        }
        return count;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException nothingWasWritten) {
            throw new GradeException("cannot be closed");
        }
    }
}
