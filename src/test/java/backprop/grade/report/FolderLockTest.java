package backprop.grade.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.grade.result.ResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    Path dir;

    @Test
    void aSecondGraderIsKeptOutUntilTheFirstIsDone() throws IOException {
        try (FolderLock first = FolderLock.of(dir)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> FolderLock.of(dir))
                    .isInstanceOf(FolderInUseException.class)
                    .hasMessage(dir + ": another grader is at work there. Wait for it, or choose another folder.");
        }
        FolderLock.of(dir).close();
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void whatAGraderLeftThatWasKilledKeepsNobodyOut() throws IOException {
        Files.createFile(dir.resolve(".grade.lock"));
        FolderLock.of(dir).close();
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> FolderLock.of(dir.resolve("none")))
                .isInstanceOf(ResultsException.class)
                .hasMessageStartingWith(dir.resolve("none") + ": must be a folder");
    }
}
