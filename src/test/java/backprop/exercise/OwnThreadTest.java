package backprop.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The limits of a function in this virtual machine: what it computes counts, not what it waits. */
class OwnThreadTest {
    private static final double SECONDS = 0.2;

    @Test
    void waitingForItsTurnCostsNothing() {
        assertThat(called(() -> {
                    asleep((long) (2000 * SECONDS));
                    return "done";
                }))
                .isEqualTo("done");
    }

    @Test
    void whatItComputesIsLimited() {
        assertThatThrownBy(() -> called(() -> {
                    for (long k = 0; k >= 0; k++) {
                        Thread.onSpinWait();
                    }
                    return "never";
                }))
                .hasMessageContaining(Texts.of("feedback.endless"));
    }

    @Test
    void waitingForEverIsEndedToo() {
        assertThatThrownBy(() -> called(() -> {
                    asleep(Long.MAX_VALUE);
                    return "never";
                }))
                .hasMessageContaining(Texts.of("feedback.endless"));
    }

    @Test
    void theTimeOfAllCallsTogetherIsLimited() {
        assertThatThrownBy(() -> called(
                        () -> {
                            long end = System.nanoTime() + (long) (SECONDS * 0.4e9);
                            while (System.nanoTime() < end) {
                                Thread.onSpinWait();
                            }
                            return "done";
                        },
                        20))
                .hasMessageContaining(Texts.of("feedback.endless"));
    }

    private static Object called(Supplier<Object> function) {
        return called(function, 1);
    }

    private static Object called(Supplier<Object> function, int times) {
        OwnThread thread = new OwnThread(function);
        Object[] result = new Object[1];
        thread.during(() -> {
            thread.allow(SECONDS);
            for (int k = 0; k < times; k++) {
                result[0] = callOf(thread);
            }
        });
        return result[0];
    }

    private static Object callOf(OwnThread thread) {
        try {
            Method get = Supplier.class.getMethod("get");
            return thread.call(get, new Object[0]);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void asleep(long milliseconds) {
        try {
            new CountDownLatch(1).await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
