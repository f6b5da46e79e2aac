package backprop.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.exercise.backward.DenseBackward;
import backprop.exercise.backward.LayerGradients;
import backprop.matrix.Matrix;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a learner's function may do without harm to the notebook. */
class InvocationGuardTest {
    private static final String FLOODED = "Your function never stops printing. Remove the printing from the loop.";

    @Test
    void aRightFunctionGetsAllPoints() {
        Score score = check(InvocationGuardTest::right);
        assertThat(score.results()).extracting(Score.Result::message).containsOnly("");
        assertThat(score).hasToString("6");
        assertThat(score.printed()).isEmpty();
    }

    @Test
    void anEndlessLoopIsMetOnceByADaemonOfTheLowestPriority() {
        AtomicInteger calls = new AtomicInteger();
        AtomicReference<Thread> thread = new AtomicReference<>();
        Score score = check((dZ, A, W) -> {
            calls.incrementAndGet();
            thread.set(Thread.currentThread());
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            throw new IllegalStateException("interrupted");
        });
        assertThat(calls).hasValue(1);
        assertThat(thread.get().isDaemon()).isTrue();
        assertThat(thread.get().getPriority()).isEqualTo(Thread.MIN_PRIORITY);
        assertThat(score).hasToString("0");
        assertThat(headline(score, 0)).contains("did not return in time").contains("Restart the kernel");
        assertThat(headline(score, 1)).startsWith("Not tested");
    }

    @Test
    void whatIsThrownIsAMessage() {
        assertThat(headline(
                        check((dZ, A, W) -> {
                            throw new NotWrittenYet();
                        }),
                        2))
                .startsWith("Not written yet");
        assertThat(headline(check(InvocationGuardTest::endlessly), 0))
                .isEqualTo("Your function calls itself endlessly.");
        assertThat(check((dZ, A, W) -> right(dZ, A.mult(W), W)).results().get(0).message())
                .startsWith("Two shapes in your function do not match.\nShapeException: “");
        assertThat(headline(
                        check((dZ, A, W) -> {
                            throw new OutOfMemoryError("heap");
                        }),
                        0))
                .contains("more memory");
        assertThat(headline(
                        check((dZ, A, W) -> {
                            throw new IllegalStateException("<b>");
                        }),
                        0))
                .isEqualTo("Your function stopped with an exception, IllegalStateException.");
        assertThat(headline(check((dZ, A, W) -> null), 0)).startsWith("Your function returned null");
        assertThat(headline(check((dZ, A, W) -> new LayerGradients(null, null, null)), 0))
                .startsWith("dW is null");
    }

    @Test
    void whatItPrintsIsKeptAndNothingReachesStderr() {
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            Score score = check((dZ, A, W) -> {
                System.err.println("m = " + dZ.cols());
                System.out.println("ħ".repeat(100));
                return right(dZ, A, W);
            });
            assertThat(score.complete()).isTrue();
            assertThat(score.printed())
                    .startsWith("m = ")
                    .contains("ħħħ")
                    .endsWith("…")
                    .hasSizeLessThan(1001);
            assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        } finally {
            System.setErr(before);
        }
    }

    @Test
    void oneByteMoreThanTheLimitInACallCostsTheTestAsInTheGrader() {
        int most = 1_048_576;
        assertThat(check((dZ, A, W) -> {
                            System.out.print("ħ".repeat(most / 2));
                            return right(dZ, A, W);
                        })
                        .complete())
                .isTrue();
        AtomicInteger calls = new AtomicInteger();
        Score score = check((dZ, A, W) -> {
            calls.incrementAndGet();
            System.out.print("ħ".repeat(most / 2));
            System.err.print("x");
            return right(dZ, A, W);
        });
        assertThat(score).hasToString("0");
        assertThat(headline(score, 0)).isEqualTo(FLOODED);
        assertThat(headline(score, 1)).isEqualTo(FLOODED);
        assertThat(calls.get())
                .as("it came back, so the next test calls it, too")
                .isGreaterThan(1);
    }

    @Test
    void aLoopThatPrintsForEverEndsAtTheLimitAndCostsItsTestAlone() {
        AtomicInteger calls = new AtomicInteger();
        Score score = check((dZ, A, W) -> {
            while (calls.incrementAndGet() == 1) {
                for (int line = 0; line >= 0; line++) {
                    System.out.println("line " + line);
                }
            }
            return right(dZ, A, W);
        });
        assertThat(headline(score, 0)).isEqualTo(FLOODED);
        assertThat(score.results().get(1).passed()).isTrue();
        assertThat(score.printed()).startsWith("line 0");
    }

    @Test
    void aLoopThatPrintsForEverAndCatchesAllDoesNotPrintIntoWhatFollows() throws InterruptedException {
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            Score score = check((dZ, A, W) -> {
                while (!A.equals(W)) {
                    printed("again");
                }
                return right(dZ, A, W);
            });
            assertThat(headline(score, 0)).isEqualTo(FLOODED);
            assertThat(headline(score, 1)).startsWith("Not tested");
            Thread.sleep(100);
            assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        } finally {
            System.setErr(before);
        }
    }

    @Test
    void aChangedArgumentCostsItsPointAloneAndIsNamed() {
        Score score = check((dZ, A, W) -> {
            LayerGradients all = right(dZ, A, W);
            dZ.addScaled(1, dZ);
            return all;
        });
        assertThat(score).hasToString("5");
        assertThat(headline(score, 4)).startsWith("Your function changes its argument dZ.");
        assertThat(score.results().get(4).message()).as("whatever is drawn").doesNotContain("seed");
    }

    @Test
    void aResultThatSharesItsNumbersWithAnArgumentIsFound() {
        Score score = check((dZ, A, W) -> {
            LayerGradients all = right(dZ, A, W);
            A.assign(all.dA());
            return new LayerGradients(all.dW(), all.db(), A.reshape(A.rows(), A.cols()));
        });
        assertThat(headline(score, 4)).contains("argument A");
    }

    @Test
    void aReturnedArgumentIsNoChangedOneAndHidesNone() {
        Arguments noticed = new Arguments();
        Matrix Z = Matrix.row(1, 2);
        Matrix[] given = {Z.copy(), Z.copy()};
        Method method = DenseBackward.class.getMethods()[0];
        noticed.notice(method, new Object[] {Z, Z}, given, given[0]);
        assertThat(noticed.changed()).isEmpty();
        assertThat(noticed.touched().orElseThrow()).contains("returns its argument dZ");
        given[1].set(0, 0, 3);
        noticed.notice(method, new Object[] {Z, Z}, given, given[0]);
        assertThat(noticed.changed().orElseThrow()).contains("changes its argument A");
        assertThat(noticed.touched()).isEqualTo(noticed.changed());
    }

    @Test
    void freshInputsTellTheirSeed() {
        AtomicInteger calls = new AtomicInteger();
        Score score = check((dZ, A, W) -> right(dZ.times(calls.incrementAndGet() > 3 ? 2 : 1), A, W));
        assertThat(score.results().get(0).message()).as("no value was right").startsWith("This counts only when");
        assertThat(score.results().get(1).message()).doesNotContain("seed");
        calls.set(-6);
        assertThat(check((dZ, A, W) -> right(dZ.times(calls.incrementAndGet() > 3 ? 2 : 1), A, W))
                        .results()
                        .get(1)
                        .message())
                .contains("(These inputs were drawn at random, with seed ");
    }

    /** Prints whatever becomes of it. */
    private static void printed(String line) {
        try {
            System.err.println(line);
        } catch (Error ignored) {
            Thread.onSpinWait();
        }
    }

    private static Score check(DenseBackward function) {
        return Exercises.check(DenseBackward.class, function);
    }

    private static String headline(Score score, int test) {
        return score.results().get(test).headline();
    }

    private static LayerGradients right(Matrix dZ, Matrix A, Matrix W) {
        int m = dZ.cols();
        return new LayerGradients(
                dZ.multTransB(A).divide(m), dZ.sumOverExamples().divide(m), W.multTransA(dZ));
    }

    @SuppressWarnings("InfiniteRecursion") // on purpose
    private static LayerGradients endlessly(Matrix dZ, Matrix A, Matrix W) {
        return endlessly(dZ, A, W);
    }
}
