package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What reaches the terminal of Jupyter's server after a cell has ended. */
@Timeout(60)
class TerminalOutputTest {
    private static final String LINE = "0123456789".repeat(10);
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final PrintStream out = TerminalOutput.guarded(new PrintStream(terminal, true, StandardCharsets.UTF_8));
    private final CellThreads threads = new CellThreads(() -> "cell");

    @Test
    void whatTheKernelItselfPrintsPasses() {
        for (int i = 0; i < 1000; i++) {
            out.println(LINE);
        }
        assertThat(terminal.size()).isGreaterThan(1000 * LINE.length());
        assertThat(TerminalOutput.guarded(out)).isSameAs(out);
    }

    @Test
    void ofWhatAThreadOfACellPrintsTheBeginningDoes() throws Exception {
        threads.submit(() -> {
                    for (int i = 0; i < 100_000; i++) {
                        out.println(LINE);
                    }
                    return null;
                })
                .get();
        assertThat(terminal.toString(StandardCharsets.UTF_8)).startsWith(LINE).contains("the rest is left out here");
        assertThat(terminal.size()).isBetween(TerminalOutput.MOST, TerminalOutput.MOST + 200);
    }

    @Test
    void aLoopThatWasStoppedEnds() throws Exception {
        CountDownLatch prints = new CountDownLatch(1);
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        var loop = threads.submit(() -> {
            try {
                while (true) {
                    out.println(LINE);
                    prints.countDown();
                }
            } catch (CancellationException e) {
                ended.complete(e);
                return null;
            }
        });
        prints.await();
        loop.cancel(true);
        assertThat(ended.get(30, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
    }
}
