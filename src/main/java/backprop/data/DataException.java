package backprop.data;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Data is missing or wrong. The message is one sentence, on one line: the file, line and column as far as they are
 * known, what must be there, and what is.
 */
public final class DataException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Carries the sentence.
     *
     * @param message names the place, what must be there and what is
     */
    public DataException(String message) {
        super(message);
    }

    /** Refuses what is not right with a sentence, which has a %s for each thing. */
    @SuppressWarnings("AnnotateFormatMethod")
    static void require(boolean right, String sentence, Object... things) {
        if (!right) {
            throw new DataException(sentence.formatted(things).replaceAll("\\R", "↵"));
        }
    }

    /** Says why a file cannot be read that must be, for example, "a CSV file". */
    static DataException unreadable(Path file, String kind, Exception why) {
        String missing = "%s: there is no such file; the current folder is %s";
        require(!Files.notExists(file), missing, file, Path.of("").toAbsolutePath());
        String got = Files.isDirectory(file)
                ? "a folder"
                : Files.isReadable(file) ? "one that cannot be read: " + why.getMessage() : "one that you may not read";
        return new DataException(file + ": must be " + kind + ", got " + got);
    }
}
