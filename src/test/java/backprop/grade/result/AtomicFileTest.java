package backprop.grade.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever ends the writing, the file is as it was and nothing lies beside it. */
class AtomicFileTest {
    @TempDir
    Path dir;

    private static IOException full() {
        return new IOException("No space left on device");
    }

    @Test
    void aFullDiskIsOneSentenceWhateverItIsWrappedIn() throws IOException {
        Path file = Files.writeString(dir.resolve("page.html"), "before");
        List<AtomicFile.Body> bodies = List.of(
                out -> {
                    out.write("half");
                    throw full();
                },
                out -> {
                    out.write("half");
                    throw new UncheckedIOException(full());
                },
                out -> {
                    throw new IllegalStateException("a template", full());
                });
        for (AtomicFile.Body body : bodies) {
            assertThatExceptionOfType(ResultsException.class)
                    .isThrownBy(() -> AtomicFile.write(file, body))
                    .withMessage(file
                            + ": cannot be written (No space left on device). What was there before is unchanged.");
            assertThat(dir.toFile().list()).containsExactly("page.html");
            assertThat(file).hasContent("before");
        }
    }

    @Test
    void aMistakeOfOursIsNotHiddenAndLeavesNoHalfFile() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> AtomicFile.write(dir.resolve("a"), out -> {
                    throw new ArithmeticException("ours");
                }));
        AtomicFile.Body inner = out -> {
            throw full();
        };
        assertThatExceptionOfType(ResultsException.class)
                .isThrownBy(() ->
                        AtomicFile.write(dir.resolve("log.txt"), out -> AtomicFile.write(dir.resolve("b"), inner)))
                .withMessageContaining("b: cannot be written");
        assertThat(dir.toFile().list()).isEmpty();
    }

    @Test
    void aReasonIsAFewWordsWithoutAPath() {
        assertThat(AtomicFile.reason(new NoSuchFileException("/a/b"))).isEqualTo("no such file");
        assertThat(AtomicFile.reason(new AccessDeniedException("/a/b"))).isEqualTo("access denied");
        assertThat(AtomicFile.reason(new IOException("Input/output error"))).isEqualTo("Input/output error");
        assertThat(AtomicFile.reason(new FileSystemException("/a: b", null, "Stale file handle")))
                .isEqualTo("Stale file handle");
    }
}
