package backprop.grade.marking;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.grade.protocol.SnippetCode;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which code may leave something behind in its virtual machine. */
class SideEffectDetectorTest {
    private final SideEffectDetector detector = new SideEffectDetector();

    static class AThread {
        void begin() {
            new Thread(() -> {}).start();
        }
    }

    static class AFile {
        long length() {
            return new File("/proc/self/fd/1").length();
        }
    }

    static class APrinter {
        PrintStream out() throws FileNotFoundException {
            return new PrintStream("/proc/self/fd/1");
        }
    }

    static class AFormatter {
        Formatter out() throws IOException {
            return new Formatter("/proc/self/fd/1", StandardCharsets.UTF_8, Locale.ROOT);
        }
    }

    static class ALook {
        int fields() throws ClassNotFoundException {
            return Class.forName("backprop.x").getFields().length;
        }
    }

    private static SnippetCode code(String name) throws IOException {
        try (InputStream in = SideEffectDetectorTest.class.getResourceAsStream(name)) {
            return new SnippetCode(List.of(new SnippetCode.Step("REPL.X", "", in.readAllBytes())));
        }
    }

    @Test
    void anAnswerAsUsualIsNear() throws IOException {
        assertThat(detector.reachesOutside(code("/backprop/exercise/UsualAnswer.class")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AThread", "AFile", "APrinter", "AFormatter", "ALook"})
    void othersAreFar(String name) throws IOException {
        assertThat(detector.reachesOutside(code("SideEffectDetectorTest$" + name + ".class")))
                .isTrue();
    }

    @Test
    void whatIsNoClassFileIsFar() {
        assertThat(detector.reachesOutside(
                        new SnippetCode(List.of(new SnippetCode.Step("REPL.X", "", new byte[] {1, 2, 3})))))
                .isTrue();
        assertThat(detector.reachesOutside(
                        new SnippetCode(List.of(new SnippetCode.Step("REPL.X", "do_it$", new byte[0])))))
                .isFalse();
    }
}
