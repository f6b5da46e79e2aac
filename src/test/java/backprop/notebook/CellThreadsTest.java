package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CellThreadsTest {
    private final CellThreads threads = new CellThreads(() -> "cell 1");

    @Test
    void aThreadAndThoseThatItStartsKnowTheirCell() throws Exception {
        assertThat(CellThreads.cellOr("none")).isEqualTo("none");
        assertThat(threads.submit(() -> CellThreads.cellOr("none")).get()).isEqualTo("cell 1");
        CompletableFuture<Object> seen = new CompletableFuture<>();
        Future<?> starting = threads.submit(() -> {
            new Thread(() -> seen.complete(CellThreads.cellOr("none"))).start();
            return null;
        });
        assertThat(starting.get()).isNull();
        assertThat(seen.get()).isEqualTo("cell 1");
    }

    @Test
    void aStoppedSnippetEndsWhereItWouldPrint() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Future<Object> loop = threads.submit(() -> {
            try {
                while (true) {
                    running.countDown();
                    CellThreads.endIfStopped();
                }
            } catch (CancellationException e) {
                end.complete(e);
                throw e;
            }
        });
        running.await();
        loop.cancel(true);
        assertThat(end.get()).isInstanceOf(CancellationException.class);
        assertThatThrownBy(loop::get).isInstanceOf(CancellationException.class);
    }

    @Test
    void aStopDoesNotReachAMagicAndItsCellEndsAfterIt() throws Exception {
        CountDownLatch compiling = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Map<String, Object> magics = new HashMap<>();
        Callable<String> magic = () -> {
            compiling.countDown();
            stopped.await();
            interrupted.complete(Thread.currentThread().isInterrupted());
            return "";
        };
        magics.put("load", magic);
        CellThreads.guard(magics);
        Future<Object> cell = threads.submit(() -> ((Callable<?>) magics.get("load")).call());
        compiling.await();
        cell.cancel(true);
        assertThat(cell.isDone()).isFalse();
        stopped.countDown();
        assertThat(interrupted.get()).isFalse();
        assertThatThrownBy(cell::get).isInstanceOf(CancellationException.class);
    }

    @Test
    void aStopReachesTheSnippetThatAMagicRuns() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        Future<Object> cell = threads.submit(() -> CellThreads.uninterrupted(() -> {
            Future<Object> inner = threads.submit(() -> {
                running.countDown();
                new CountDownLatch(1).await();
                return null;
            });
            return inner.get();
        }));
        running.await();
        cell.cancel(true);
        assertThatThrownBy(cell::get).isInstanceOf(CancellationException.class);
    }

    @Test
    void whatAMagicThrowsIsItsOwn() {
        Callable<String> magic = () -> {
            throw new IllegalStateException("no such file");
        };
        Map<String, Object> magics = new HashMap<>(Map.of("load", magic));
        CellThreads.guard(magics);
        assertThatThrownBy(() -> ((Callable<?>) magics.get("load")).call()).isInstanceOf(IllegalStateException.class);
    }
}
