package backprop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the built jars hold is compared in {@code test_notice.py}. */
class NoticeTest {
    @Test
    void everyLibraryOnTheClassPathOfTheTestsIsNamed() throws IOException {
        List<String> words = List.of(Files.readString(Path.of("NOTICE")).split("[\\s,;]+"));
        assertThat(artifacts()).contains("ejml-core", "assertj-core").isSubsetOf(words);
    }

    /** The names of the artifacts: a jar lies in a folder for its version, in one that has the artifact's name. */
    private static List<String> artifacts() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(classPath.split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .map(jar -> jar.getParent().getParent().getFileName().toString())
                .toList();
    }
}
