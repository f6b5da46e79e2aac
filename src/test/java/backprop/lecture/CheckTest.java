package backprop.lecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.matrix.Matrix;
import backprop.matrix.ShapeException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTest {
    @Test
    void aCheckThatHoldsPrintsTheBoundAndNotTheValue() {
        assertThat(printed(() -> Check.atLeast(0.96, 0.9722))).isEqualTo("✓ at least 0.96");
        assertThat(printed(() -> Check.atMost(1e-7, 3e-9))).isEqualTo("✓ at most 1e-7");
        assertThat(printed(() -> Check.close(2410, 2410, 0))).isEqualTo("✓ 2410 exactly");
        assertThat(printed(() -> Check.close(0.5, 0.5 + 1e-13, 1e-12))).isEqualTo("✓ 0.5 to within 1e-12");
        assertThat(printed(() -> Check.close(Matrix.ones(2, 3), Matrix.ones(2, 3), 1e-12)))
                .isEqualTo("✓ apart by at most 1e-12");
        assertThat(printed(() -> Check.close(Matrix.ones(2, 3), Matrix.ones(2, 3), 0)))
                .isEqualTo("✓ equal in every entry");
        assertThat(printed(() -> Check.shape(2, 3, Matrix.ones(2, 3)))).isEqualTo("✓ shape (2, 3)");
    }

    @Test
    void aCheckThatFailsThrowsAndNamesBoth() {
        assertThatThrownBy(() -> Check.atLeast(0.96, 0.93))
                .isInstanceOf(CheckFailedException.class)
                .hasMessage("must be at least 0.96, got 0.93");
        assertThatThrownBy(() -> Check.atMost(1e-7, 1e-6)).hasMessage("must be at most 1e-7, got 1e-6");
        assertThatThrownBy(() -> Check.close(1, 2, 0.5)).hasMessage("must be 1 to within 0.5, got 2");
        assertThatThrownBy(() -> Check.close(Matrix.row(1, 2), Matrix.row(1, 3), 0.1))
                .hasMessage("must be apart by at most 0.1, got a distance of 1");
    }

    @Test
    void nanNeverPasses() {
        assertThatThrownBy(() -> Check.atLeast(0, Double.NaN)).hasMessageContaining("got NaN");
        assertThatThrownBy(() -> Check.atMost(0, Double.NaN)).hasMessageContaining("got NaN");
        assertThatThrownBy(() -> Check.close(Double.NaN, Double.NaN, 1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Check.close(Matrix.row(1), Matrix.row(Double.NaN), 1))
                .hasMessageContaining("a distance of NaN");
    }

    @Test
    void aCheckSaysWhatWasShown() {
        assertThat(printed(() -> Check.atLeast("accuracy", 0.96, 0.9722))).isEqualTo("✓ accuracy: at least 0.96");
        assertThat(printed(() -> Check.atMost("worst", 1e-7, 3e-9))).isEqualTo("✓ worst: at most 1e-7");
        assertThat(printed(() -> Check.close("σ(0)", 0.5, 0.5, 0))).isEqualTo("✓ σ(0): 0.5 exactly");
        assertThat(printed(() -> Check.close("dW", Matrix.ones(2, 3), Matrix.ones(2, 3), 1e-12)))
                .isEqualTo("✓ dW: apart by at most 1e-12");
        assertThat(printed(() -> Check.shape("dW[1]", 2, 3, Matrix.ones(2, 3)))).isEqualTo("✓ dW[1]: shape (2, 3)");
        assertThat(printed(() -> Check.count("edges", 36, 36))).isEqualTo("✓ edges: 36");
        assertThat(printed(() -> Check.exact("the type", "Dense", "Dense"))).isEqualTo("✓ the type: exactly Dense");
        assertThat(printed(() -> Check.exact("both", Matrix.row(1), Matrix.row(1))))
                .isEqualTo("✓ both: equal in every entry");
        assertThat(printed(() -> Check.holds("J falls in every step", true))).isEqualTo("✓ J falls in every step");
    }

    @Test
    void aRelativeErrorIsThatOfGradientChecking() {
        Matrix A = Matrix.row(3, 4); // ‖A‖ = 5, and ‖2A − A‖ = 5
        assertThat(Check.relativeError(A, A.times(2))).isEqualTo(1.0 / 3);
        assertThat(Check.relativeError(Matrix.zeros(2, 2), Matrix.zeros(2, 2))).isNaN();
        assertThat(printed(() -> Check.relative("dW", A, A.times(1 + 1e-9), 1e-7)))
                .isEqualTo("✓ dW: a relative error of at most 1e-7");
        assertThat(printed(() -> Check.apart("without g'", 0.3, A, A.times(2))))
                .isEqualTo("✓ without g': apart by a relative error of at least 0.3");
        assertThatThrownBy(() -> Check.relative("dW", A, A.times(2), 0.3))
                .hasMessage("dW: must be a relative error of at most 0.3, got 0.333333");
        assertThatThrownBy(() -> Check.apart("without g'", 0.34, A, A.times(2))).hasMessageContaining("got 0.333333");
    }

    @Test
    void aSlopeIsThePowerBetweenTwoSeries() {
        double[] h = {0.1, 0.01, 0.001};
        double[] square = {0.03, 0.0003, 0.000003};
        assertThat(printed(() -> Check.slope("the error over h", 2, h, square, 1e-9)))
                .isEqualTo("✓ the error over h: a slope of 2 to within 1e-9");
        assertThatThrownBy(() -> Check.slope("the error over h", 1, h, square, 0.1))
                .hasMessage("the error over h: must be a slope of 1 to within 0.1, got 2");
    }

    @Test
    void whatMustBeRefusedIs() {
        Matrix A = Matrix.ones(2, 3);
        assertThat(printed(() -> Check.throwing("A A", ShapeException.class, () -> A.mult(A))))
                .isEqualTo("✓ A A: refused with ShapeException");
        assertThatThrownBy(() -> Check.throwing("A Aᵀ", ShapeException.class, () -> A.multTransB(A)))
                .hasMessage("A Aᵀ: must be refused with ShapeException, got no exception");
        assertThatThrownBy(() -> Check.throwing("A A", ArithmeticException.class, () -> A.mult(A)))
                .hasMessageStartingWith(
                        "A A: must be refused with ArithmeticException, got backprop.matrix.ShapeException");
    }

    @Test
    void everyCheckCanFail() {
        assertThatThrownBy(() -> Check.count("edges", 36, 35)).hasMessage("edges: must be 36, got 35");
        assertThatThrownBy(() -> Check.exact("the type", "Dense", "Relu"))
                .hasMessage("the type: must be exactly Dense, got Relu");
        assertThatThrownBy(() -> Check.holds("J falls", false)).hasMessage("must hold, but does not: J falls");
        assertThatThrownBy(() -> Check.shape("dW[1]", 2, 3, Matrix.ones(3, 2)))
                .hasMessageContaining("dW[1] must be (2, 3)");
    }

    @Test
    void aWrongShapeFails() {
        assertThatThrownBy(() -> Check.shape(2, 3, Matrix.ones(3, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Check.shape: the matrix must be (2, 3), got (3, 2) — transposed?");
    }

    @Test
    void aMatrixComparedWithItselfShowsNothing() {
        Matrix A = Matrix.row(1, 2);
        String sentence =
                "dW: this shows nothing, because a matrix is compared with itself: keep a copy() of what it was";
        fails(sentence, () -> Check.close("dW", A, A, 1e-12));
        fails(sentence, () -> Check.close("dW", A, A.reshape(1, 2), 0));
        fails(sentence, () -> Check.relative("dW", A, A, 1e-7));
        fails(sentence, () -> Check.apart("dW", 0.1, A, A));
        fails(sentence, () -> Check.exact("dW", A, A));
        double[] array = {1, 2};
        fails(
                "dW: this shows nothing, because an object is compared with itself",
                () -> Check.exact("dW", array, array));
        assertThat(printed(() -> Check.exact("word", "a", "a"))).isEqualTo("✓ word: exactly a");
        assertThat(printed(() -> Check.exact("array", new double[] {1, 2}, array)))
                .isEqualTo("✓ array: exactly [1.0, 2.0]");
        assertThat(printed(() -> Check.exact("copy", A, A.copy()))).isEqualTo("✓ copy: equal in every entry");
    }

    @Test
    void matricesWithoutEntriesShowNothing() {
        for (Matrix empty : List.of(Matrix.zeros(0, 3), Matrix.zeros(3, 0), Matrix.zeros(0, 0))) {
            String sentence = "Z: this shows nothing, because a matrix " + empty.shape() + " has no entries";
            fails(sentence, () -> Check.close("Z", empty, empty.copy(), 0));
            fails(sentence, () -> Check.relative("Z", empty, empty.copy(), 1e-7));
            fails(sentence, () -> Check.apart("Z", 0.1, empty, empty.copy()));
            fails(sentence, () -> Check.exact("Z", empty, empty.copy()));
            fails(sentence, () -> Check.zero("Z", empty));
        }
    }

    @Test
    void zerosThatAgreeAreNoPlainSuccess() {
        Matrix zeros = Matrix.zeros(2, 3);
        Matrix tiny = zeros.plus(Matrix.row(1e-14));
        String remark =
                ", but this shows nothing if it is not meant: every entry of both is 0; Check.zero says that zeros"
                        + " are meant";
        assertThat(printed(() -> Check.close("dW", zeros, zeros.copy(), 0)))
                .isEqualTo("○ dW: equal in every entry" + remark);
        assertThat(printed(() -> Check.close("dW", zeros, tiny, 1e-12)))
                .isEqualTo("○ dW: apart by at most 1e-12" + remark);
        assertThat(printed(() -> Check.exact("dW", zeros, zeros.copy())))
                .isEqualTo("○ dW: equal in every entry" + remark);
        fails(
                "dW: this shows nothing, because both are 0 and have no relative error; if zeros are meant, Check.zero says so",
                () -> Check.relative("dW", zeros, zeros.copy(), 1e-7));
        assertThat(printed(() -> Check.zero("dZ of closed units", zeros)))
                .isEqualTo("✓ dZ of closed units: 0 in every entry");
        assertThat(printed(() -> Check.zero("dZ", tiny, 1e-12))).isEqualTo("✓ dZ: 0 in every entry, to within 1e-12");
        fails("dZ: must be 0 in every entry, got an entry of size 1e-14", () -> Check.zero("dZ", tiny));
        fails("dZ: must be 0 in every entry, got an entry of size NaN", () -> Check.zero("dZ", Matrix.row(Double.NaN)));
    }

    @Test
    void aToleranceThatHidesAllShowsNothing() {
        String sentence =
                "dW: this shows nothing, because the tolerance 1e-7 is not smaller than what is expected, 1e-9, so"
                        + " that 0 would pass as well";
        fails(sentence, () -> Check.close("dW", Matrix.row(1e-9, 0), Matrix.row(0, 0), 1e-7));
        fails(sentence, () -> Check.close("dW", 1e-9, 1e-9, 1e-7));
        fails(sentence, () -> Check.close("dW", -1e-9, 0, 1e-7));
        assertThat(printed(() -> Check.close("rest", 0, 1e-9, 1e-7))).isEqualTo("✓ rest: 0 to within 1e-7");
        fails(
                "dW: this shows nothing, because a relative error is never above 1, and the bound is 1",
                () -> Check.relative("dW", Matrix.row(1), Matrix.row(-1), 1));
        fails(
                "dW: this shows nothing, because a relative error is never below 0, and the least is 0",
                () -> Check.apart("dW", 0, Matrix.row(1), Matrix.row(1)));
        fails(
                "J: this shows nothing, because every number meets the bound ∞",
                () -> Check.atMost("J", Double.POSITIVE_INFINITY, 3));
        fails(
                "J: this shows nothing, because every number meets the bound -∞",
                () -> Check.atLeast("J", Double.NEGATIVE_INFINITY, 3));
        for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Check.close("J", 1, 1, wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("Check: the tolerance must be at least 0 and finite, got ");
            assertThatThrownBy(() -> Check.close("J", Matrix.zeros(1, 1), Matrix.zeros(1, 1), wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aLineThroughLessThanTwoPointsHasNoSlope() {
        double[] two = {1, 2};
        fails(
                "a line needs two points, and there are 1",
                () -> Check.slope("", 1, new double[] {1}, new double[] {1}, 0.1));
        fails("a line needs two points, and there are 0", () -> Check.slope("", 1, new double[0], new double[0], 0.1));
        fails("a line needs two different x, and all are 3", () -> Check.slope("", 1, new double[] {3, 3}, two, 0.1));
        fails(
                "only positive numbers have logarithms, and one is 0",
                () -> Check.slope("", 1, two, new double[] {0, 1}, 0.1));
        fails("the tolerance 1 is not smaller", () -> Check.slope("", 1, two, new double[] {5, 5}, 1));
        assertThatThrownBy(() -> Check.slope("", 1, two, new double[3], 0.1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(printed(() -> Check.slope("cost", 0, two, new double[] {5, 5}, 0.1)))
                .startsWith(
                        "○ cost: a slope of 0 to within 0.1, but this shows nothing if it is not meant: y is the same");
    }

    @Test
    void aCheckOfNothingIsRefused() {
        assertThatThrownBy(() -> Check.holds(" ", true))
                .hasMessage("Check.holds: what holds must be a sentence, got none");
        assertThatThrownBy(() -> Check.throwing("code", RuntimeException.class, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Check.throwing: the code must not be null");
    }

    private static void fails(String sentence, Runnable check) {
        assertThatThrownBy(check::run).isInstanceOf(CheckFailedException.class).hasMessageContaining(sentence);
    }

    private static String printed(Runnable action) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }
}
