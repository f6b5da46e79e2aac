package backprop.grade.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The folder for temporary files of a virtual machine, as it is seen from outside: how much is written there is
 * limited, but each file, though it be empty, is memory of the kernel's that nothing counts.
 */
final class TemporaryFiles {
    private static final int MOST = 1000; // files and folders

    private TemporaryFiles() {}

    /** Whether there are too many files; a folder that cannot be looked into may hide them. */
    static boolean crowded(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.limit(MOST + 1L).count() > MOST;
        } catch (UncheckedIOException e) {
            return hidden(e.getCause());
        } catch (IOException e) {
            return false; // it has ended
        }
    }

    /** A file that is gone since it was seen hides nothing. */
    private static boolean hidden(IOException why) {
        return !(why instanceof NoSuchFileException);
    }
}
