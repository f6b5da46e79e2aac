package backprop.grade.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The limit is that of a notebook's check; its test has the same numbers. */
class CapturedOutputTest {
    private static final int MOST = 1_048_576; // bytes in a call

    private final AtomicBoolean tooMuch = new AtomicBoolean();
    private final CapturedOutput printed = new CapturedOutput(() -> tooMuch.set(true));
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void oneByteMoreInOneCallIsTooMuch() {
        printed.begin();
        out.print("ħ".repeat(MOST / 2));
        assertThat(tooMuch).isFalse();
        out.print("x");
        assertThat(tooMuch).isTrue();
    }

    @Test
    void eachCallHasTheWholeLimit() {
        for (int call = 0; call < 3; call++) {
            printed.begin();
            out.print("x".repeat(MOST));
            assertThat(printed.taken()).isEqualTo("x".repeat(1000) + "…");
        }
        assertThat(tooMuch).isFalse();
    }

    @Test
    void aCellMayPrintMoreAsInANotebook() {
        for (int line = 0; line < 200_000; line++) {
            out.println("line " + line);
        }
        assertThat(tooMuch).isFalse();
        assertThat(printed.taken()).startsWith("line 0").endsWith("…");
    }
}
