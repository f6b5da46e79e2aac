package backprop.grade.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An archive of unknown origin. Its first bytes tell its kind, whatever its name says. */
interface Archive extends AutoCloseable {
    /**
     * What lies in an archive.
     *
     * @param name with the folders that lead to it
     * @param folder whether it is one
     * @param size in bytes as the archive says; less than 0 where it does not
     * @param time when it was changed, as the archive says
     * @param reason why it is refused; empty where it is not
     */
    record Entry(String name, boolean folder, long size, Optional<Instant> time, String reason) {}

    /** All that lies in it. */
    List<Entry> entries();

    /** How many entries there are. */
    int size();

    /**
     * Copies what an entry holds, and stops at the limit, whatever the entry claims.
     *
     * @return how many bytes there were
     */
    long copy(String name, OutputStream out, long most);

    @Override
    void close();

    /** Hands on some bytes. What does not take them is no fault of the archive. */
    static void write(OutputStream out, byte[] bytes, int count) {
        try {
            out.write(bytes, 0, count);
        } catch (IOException why) {
            throw FileSource.unreachable(why);
        }
    }

    static Archive open(Path file) {
        byte[] first = new byte[TarArchive.BLOCK];
        int read;
        try (InputStream in = Files.newInputStream(file)) {
            read = in.readNBytes(first, 0, first.length);
        } catch (IOException why) {
            throw FileSource.unreachable(why);
        }
        boolean packed = read > 2 && first[0] == 0x1F && first[1] == (byte) 0x8B;
        return packed || TarArchive.is(first) ? new TarArchive(file, packed) : ZipArchive.open(file);
    }
}
