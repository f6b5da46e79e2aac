package backprop.grade.submission;

import backprop.grade.notebook.Notebook;
import backprop.grade.result.GradeException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * What an archive unpacks to, and no more of it than is allowed. It tells a disk that fails from an archive that is
 * damaged.
 */
final class BoundedInputStream extends InputStream {
    private final InputStream in;
    private long count;
    private long most = Notebook.MOST_BYTES;

    BoundedInputStream(InputStream in) {
        this.in = in;
    }

    /** How many bytes were read. */
    long count() {
        return count;
    }

    /**
     * From here on, no more than so many bytes belong to a sound archive; any number that is not too large in all does
     * after {@link #all}.
     */
    void only(long bytes) {
        most = Math.min(count + bytes, Notebook.MOST_BYTES);
    }

    /** Ends what {@link #only} began. */
    void all() {
        most = Notebook.MOST_BYTES;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int n;
        try {
            n = in.read(buffer, from, length);
        } catch (EOFException | ZipException damaged) {
            throw new GradeException(TarArchive.DAMAGED);
        } catch (IOException why) {
            throw FileSource.unreachable(why);
        }
        count += Math.max(0, n);
        if (count > Notebook.MOST_BYTES) {
            throw new GradeException("unpacks to more than " + SafeText.bytes(Notebook.MOST_BYTES));
        }
        if (count > most) {
            throw new GradeException(TarArchive.DAMAGED);
        }
        return n;
    }
}
