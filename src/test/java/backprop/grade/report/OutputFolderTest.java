package backprop.grade.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.grade.result.ResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/** Students' data does not get into a commit. */
class OutputFolderTest {
    @TempDir(factory = Outside.class)
    Path dir;

    /** A folder that is in no work tree: that of the build is in the kit's. */
    static final class Outside implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            Path tmp = Path.of("/tmp");
            return Files.isDirectory(tmp) ? Files.createTempDirectory(tmp, "out") : Files.createTempDirectory("out");
        }
    }

    @Test
    void resultsAndSubmissionsAreKeptApart() throws IOException {
        Path in = Files.createDirectories(dir.resolve("in"));
        Path link = Files.createSymbolicLink(dir.resolve("link"), in);
        for (Path out : List.of(in, in.resolve("out"), in.resolve("a/../out"), link, link.resolve("new/out"), dir)) {
            assertThatThrownBy(() -> OutputFolder.requireApart(out, in))
                    .as(out.toString())
                    .isInstanceOf(ResultsException.class)
                    .hasMessageEndingWith("Choose another folder for --out.");
        }
        assertThatThrownBy(() -> OutputFolder.requireApart(in.resolve("out"), link))
                .isInstanceOf(ResultsException.class);
        OutputFolder.requireApart(dir.resolve("out"), in);
        Files.createDirectories(in.resolve("submitted"));
        OutputFolder.requireApart(in.resolve("out"), in);
        assertThatThrownBy(() -> OutputFolder.requireApart(in.resolve("submitted/out"), in))
                .isInstanceOf(ResultsException.class);
    }

    @Test
    void aFolderOutsideOfAnyWorkTreeIsMade() {
        assertThat(OutputFolder.check(dir.resolve("a/b"))).isEmptyDirectory();
    }

    @Test
    void aWorkTreeThatDoesNotIgnoreItIsRefused() throws Exception {
        git();
        assertThatThrownBy(() -> OutputFolder.check(dir.resolve("marks")))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("does not ignore it")
                .hasMessageContaining(".gitignore");
        assertThat(dir.resolve("marks")).doesNotExist();
    }

    @Test
    void aWorkTreeThatIgnoresItIsRight() throws Exception {
        git();
        Files.writeString(dir.resolve(".gitignore"), "/marks/\n");
        assertThat(OutputFolder.check(dir.resolve("marks/04"))).isDirectory();
    }

    @Test
    void aLinkIntoAWorkTreeIsRefused() throws Exception {
        Path tree = Files.createDirectories(dir.resolve("tree/inner")).getParent();
        Files.createDirectories(tree.resolve(".git"));
        Path link = Files.createSymbolicLink(dir.resolve("link"), tree.resolve("inner"));
        assertThatThrownBy(() -> OutputFolder.check(link.resolve("marks"))).isInstanceOf(ResultsException.class);
    }

    @Test
    void withoutGitAWorkTreeIsRefused() throws IOException {
        Files.createDirectories(dir.resolve(".git"));
        Files.writeString(dir.resolve(".gitignore"), "*\n");
        assertThatThrownBy(() -> OutputFolder.check(dir.resolve("marks"), "no-such-git"))
                .isInstanceOf(ResultsException.class);
    }

    @Test
    void aFileIsRefused() throws IOException {
        Path file = Files.writeString(dir.resolve("file"), "");
        assertThatThrownBy(() -> OutputFolder.check(file))
                .hasMessageContaining("must be a folder for the results, got a file");
        assertThatThrownBy(() -> OutputFolder.check(file.resolve("below"))).isInstanceOf(ResultsException.class);
    }

    private void git() throws IOException, InterruptedException {
        Process init = new ProcessBuilder("git", "init", "-q", dir.toString()).start();
        assertThat(init.waitFor()).isZero();
    }
}
