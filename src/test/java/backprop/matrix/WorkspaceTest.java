package backprop.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is computed in reused arrays is, to the last bit, what is computed in new ones. */
class WorkspaceTest {
    private static final Matrix A = Samples.normal(5, 7, 1);
    private static final Matrix B = Samples.normal(5, 7, 2);
    private static final Matrix COLUMN = Samples.normal(5, 1, 3);

    private static final Map<String, Supplier<Matrix>> MAKERS = Map.ofEntries(
            Map.entry("of", () -> Matrix.of(new double[][] {{1, 2}, {3, 4}})),
            Map.entry("zeros", () -> Matrix.zeros(3, 4)),
            Map.entry("ones", () -> Matrix.ones(3, 4)),
            Map.entry("cols", () -> A.cols(6, 0, 2)),
            Map.entry("transpose", A::transpose),
            Map.entry("mult", () -> A.mult(B.transpose())),
            Map.entry("multTransA", () -> A.multTransA(B)),
            Map.entry("multTransB", () -> A.multTransB(B)),
            Map.entry("plus", () -> A.plus(B)),
            Map.entry("plus, broadcast", () -> A.plus(COLUMN)),
            Map.entry("minus", () -> A.minus(B)),
            Map.entry("hadamard", () -> A.hadamard(B)),
            Map.entry("divide", () -> A.divide(B)),
            Map.entry("divide by a number", () -> A.divide(3)),
            Map.entry("times", () -> A.times(3)),
            Map.entry("map", () -> A.map(Math::exp)),
            Map.entry("map of two", () -> A.map(B, Math::hypot)),
            Map.entry("reshape", () -> A.times(1).reshape(7, 5)),
            Map.entry("sumOverExamples", A::sumOverExamples),
            Map.entry("sumOfColumns", A::sumOfColumns),
            Map.entry("maxOfColumns", A::maxOfColumns));

    @TestFactory
    Stream<DynamicTest> reusedArraysGiveTheSameBits() {
        return MAKERS.entrySet().stream()
                .map(maker -> DynamicTest.dynamicTest(maker.getKey(), () -> {
                    Matrix expected = maker.getValue().get();
                    Workspace workspace = new Workspace();
                    dirty(workspace);
                    List<Matrix> made = new ArrayList<>();
                    workspace.run(() -> {
                        made.add(maker.getValue().get().copy());
                        return 0;
                    });
                    assertThat(made.get(0)).isEqualTo(expected);
                }));
    }

    /** A step that leaves NaN in twenty large arrays. */
    private static void dirty(Workspace workspace) {
        workspace.run(() -> {
            for (int i = 0; i < 20; i++) {
                Matrix.zeros(9, 9).map(a -> Double.NaN);
            }
            return 0;
        });
    }

    @Test
    void theNextStepOverwritesAMatrixButNotItsCopy() {
        Workspace workspace = new Workspace();
        List<Matrix> kept = new ArrayList<>();
        workspace.run(() -> {
            kept.add(Matrix.ones(2, 2));
            kept.add(kept.get(0).copy());
            return 0;
        });
        workspace.run(() -> Matrix.zeros(2, 2).sum());
        assertThat(kept.get(0)).isEqualTo(Matrix.zeros(2, 2));
        assertThat(kept.get(1)).isEqualTo(Matrix.ones(2, 2));
    }

    @Test
    void outsideOfAStepEveryMatrixIsNew() {
        Workspace workspace = new Workspace();
        assertThat(workspace.run(() -> Matrix.ones(2, 2).sum())).isEqualTo(4);
        Matrix first = Matrix.ones(2, 2);
        Matrix.zeros(2, 2);
        assertThat(first).isEqualTo(Matrix.ones(2, 2));
    }

    @Test
    void aStepThatFailsLeavesTheWorkspaceBehind() {
        Workspace workspace = new Workspace();
        assertThatThrownBy(() -> workspace.run(() -> A.mult(B).sum())).isInstanceOf(ShapeException.class);
        Matrix first = Matrix.ones(2, 2);
        workspace.run(() -> Matrix.zeros(2, 2).sum());
        assertThat(first).isEqualTo(Matrix.ones(2, 2));
    }

    @Test
    void anotherThreadHasItsOwnMatrices() throws InterruptedException {
        Workspace workspace = new Workspace();
        List<Matrix> other = new ArrayList<>();
        workspace.run(() -> {
            Thread thread = new Thread(() -> other.add(Matrix.ones(2, 2)));
            thread.start();
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return 0;
        });
        workspace.run(() -> Matrix.zeros(2, 2).sum());
        assertThat(other.get(0)).isEqualTo(Matrix.ones(2, 2));
    }

    @Test
    void aStepInsideAStepLeavesTheOuterMatricesAlone() {
        Workspace workspace = new Workspace();
        List<Matrix> inner = new ArrayList<>();
        double sum = workspace.run(() -> {
            Matrix before = Matrix.ones(2, 2);
            double nines = workspace.run(() -> {
                inner.add(Matrix.ones(2, 2).times(9));
                return inner.get(0).sum();
            });
            Matrix after = Matrix.ones(2, 2).times(3);
            assertThat(before).isEqualTo(Matrix.of(new double[][] {{1, 1}, {1, 1}}));
            assertThat(inner.get(0)).as("as after a step by itself").isEqualTo(Matrix.of(new double[][] {{9, 9}, {9, 9}
            }));
            return nines + before.sum() + after.sum();
        });
        assertThat(sum).isEqualTo(36 + 4 + 12);
    }

    @Test
    void stepsInsideStepsReuseTheirArraysToo() {
        Workspace workspace = new Workspace();
        List<Matrix> kept = new ArrayList<>();
        workspace.run(() -> {
            workspace.run(() -> {
                kept.add(Matrix.ones(2, 2));
                return 0;
            });
            return workspace.run(() -> Matrix.zeros(2, 2).sum());
        });
        assertThat(kept.get(0)).as("overwritten by the next step at its depth").isEqualTo(Matrix.zeros(2, 2));
    }

    @Test
    void aStepOfAnotherWorkspaceInBetweenChangesNothing() {
        Workspace first = new Workspace();
        Workspace second = new Workspace();
        double sum = first.run(() -> {
            Matrix one = Matrix.ones(2, 2);
            double rest = second.run(() -> {
                Matrix two = Matrix.ones(2, 2).times(2);
                return first.run(() -> Matrix.ones(2, 2).times(3).sum()) + two.sum();
            });
            return rest + one.sum();
        });
        assertThat(sum).isEqualTo(12 + 8 + 4);
    }

    @Test
    void aStepInsideAStepThatFailsLeavesTheOuterOneAlone() {
        Workspace workspace = new Workspace();
        double sum = workspace.run(() -> {
            Matrix before = Matrix.ones(2, 2);
            assertThatThrownBy(
                            () -> workspace.run(() -> Matrix.zeros(2, 2).plus(A).sum()))
                    .isInstanceOf(ShapeException.class);
            Matrix.zeros(2, 2);
            return before.sum();
        });
        assertThat(sum).isEqualTo(4);
        assertThat(workspace.run(() -> Matrix.ones(2, 2).sum())).isEqualTo(4);
    }

    @Test
    void aStepOfAnotherThreadAtTheSameTimeIsRefusedAndTheFirstGoesOn() {
        Workspace workspace = new Workspace();
        double sum = workspace.run(() -> {
            Matrix mine = Matrix.ones(2, 2);
            CompletableFuture<Double> other = CompletableFuture.supplyAsync(
                    () -> workspace.run(() -> Matrix.zeros(2, 2).sum()));
            assertThatThrownBy(other::join)
                    .hasRootCauseInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("Workspace: a step of another thread runs in it — give each thread its own");
            return mine.sum();
        });
        assertThat(sum).isEqualTo(4);
        double later = CompletableFuture.supplyAsync(
                        () -> workspace.run(() -> Matrix.ones(2, 2).sum()))
                .join();
        assertThat(later).as("one after the other two threads may use it").isEqualTo(4);
    }
}
