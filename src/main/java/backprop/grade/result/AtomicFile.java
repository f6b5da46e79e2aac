package backprop.grade.result;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;

/**
 * A file that is there as a whole or not at all: it is written beside its place and then moved there. Whatever ends
 * the writing, such as a full disk or a killed process, leaves the file that was there before.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** What writes the text. */
    @FunctionalInterface
    public interface Body {
        /**
         * Writes the text.
         *
         * @param out takes it
         * @throws IOException if it cannot
         */
        void write(Writer out) throws IOException;
    }

    /**
     * Writes a text in UTF-8, and its folder where there is none.
     *
     * @param file its place
     * @param text all of it
     * @throws ResultsException if it cannot be written; the file is then as it was
     */
    public static void write(Path file, String text) {
        write(file, out -> out.write(text));
    }

    /**
     * Writes a text in UTF-8 piece by piece, and its folder where there is none.
     *
     * @param file its place
     * @param body what writes the pieces
     * @throws ResultsException if it cannot be written; the file is then as it was
     */
    public static void write(Path file, Body body) {
        write(file, body, false);
    }

    /**
     * Writes a text as {@link #write(Path, Body)} does, and returns when it is on the disk itself: for what could not be
     * made again after the power has failed.
     */
    static void keep(Path file, Body body) {
        write(file, body, true);
    }

    private static void write(Path file, Body body, boolean keep) {
        Path beside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.createDirectories(file.getParent());
            fill(beside, body, keep);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException why) {
            discard(beside);
            throw refusal(file, why);
        } catch (RuntimeException | Error why) {
            discard(beside);
            if (why.getCause() instanceof IOException cause) {
                throw refusal(file, cause);
            } // a template wraps what it meets
            throw why;
        }
    }

    private static ResultsException refusal(Path file, IOException why) {
        return new ResultsException(
                "%s: cannot be written (%s). What was there before is unchanged.".formatted(file, reason(why)));
    }

    /**
     * Why a file cannot be read or written, in a few words.
     *
     * @param why what was thrown
     * @return for example no space left on device
     */
    public static String reason(IOException why) {
        if (why instanceof NoSuchFileException) {
            return "no such file";
        }
        boolean ofFile = why instanceof FileSystemException; // its message begins with the file
        String said = Objects.toString(ofFile ? ((FileSystemException) why).getReason() : why.getMessage(), "");
        String kind = why.getClass()
                .getSimpleName()
                .replaceAll("(Exception|File)", " ")
                .replaceAll("(?<=\\S)(?=[A-Z])", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
        String last = said.replaceAll("(?s)^.*: ", "").replaceAll("\\R", " ").strip();
        boolean path = last.isEmpty() || last.replace("Input/output", "").contains("/") || last.contains("\\");
        return path ? kind.isEmpty() ? "the system refused" : kind : last;
    }

    private static void fill(Path beside, Body body, boolean keep) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        beside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        LinkOption.NOFOLLOW_LINKS);
                Writer out = new BufferedWriter(
                        new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8))) {
            body.write(out);
            out.flush();
            if (keep) {
                channel.force(true);
            }
        }
    }

    private static void discard(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException stays) {
            // it is hidden, and the next writing replaces it
        }
    }
}
