package backprop.lecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.matrix.Matrix;
import backprop.plot.Figure;
import backprop.plot.Pictures;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class MatrixSketchTest {
    private static final Matrix W = Matrix.of(new double[] {1, -0.123456, 0}, new double[] {12345, 0.5, 1e-9});

    @Test
    void numbersHaveFourSignificantDigitsAtMost() {
        Figure figure = MatrixSketch.of(W).titled("W[1] (2, 3)").figure();
        assertThat(Pictures.texts(figure))
                .containsExactly("1", "-0.1235", "0", "1.235e+04", "0.5", "1e-09", "W[1] (2, 3)");
        assertThat(figure.alt())
                .isEqualTo("Matrix W[1] (2, 3) of shape (2, 3), row by row: [1, -0.1235, 0], [1.235e+04, 0.5, 1e-09].");
    }

    @Test
    void framesDifferInColourAndDashAndHaveTheirCaptions() {
        Figure figure = MatrixSketch.of(W)
                .row(1, "node 1")
                .column(2, "input 2")
                .entry(2, 3, "W₂₃")
                .figure();
        List<Element> frames = Pictures.elements(figure, "rect").stream()
                .filter(rect -> rect.getAttribute("class").startsWith("frame"))
                .toList();
        assertThat(frames)
                .extracting(rect -> rect.getAttribute("class"))
                .as("the last again beside its caption")
                .containsExactly("frame frame0", "frame frame1", "frame frame2", "frame frame2");
        assertThat(Pictures.text(figure, "node 1").getAttribute("class")).contains("text0");
        assertThat(Pictures.text(figure, "input 2").getAttribute("class")).contains("text1");
        assertThat(figure.alt())
                .endsWith("; row 1 framed: node 1; column 2 framed: input 2; entry (2, 3) framed: W₂₃.");
        for (String number : List.of("1", "-0.1235", "0")) {
            assertThat(in(frames.get(0), figure, number)).isTrue();
        }
        for (String number : List.of("-0.1235", "0.5")) {
            assertThat(in(frames.get(1), figure, number)).isTrue();
        }
        assertThat(in(frames.get(2), figure, "1e-09")).isTrue();
        for (String number : List.of("1", "-0.1235", "0", "1.235e+04", "0.5")) {
            assertThat(in(frames.get(2), figure, number)).isFalse();
        }
    }

    @Test
    void ofALargeMatrixTheEndsAreDrawn() {
        Matrix X = Matrix.generate(64, 1797, (i, j) -> 2000 * i + j);
        MatrixSketch sketch = MatrixSketch.of(X).column(1797, "x⁽¹⁷⁹⁷⁾");
        assertThat(Pictures.texts(sketch.figure()))
                .contains("0", "3", "1793", "1796", "⋱")
                .doesNotContain("4", "1792");
        assertThat(sketch.figure().alt()).contains("[0, 1, 2, 3, …, 1793, 1794, 1795, 1796], [2000, ");
        refused(() -> sketch.row(5, "r"), "MatrixSketch: row must be one that is drawn, 1 to 4 or 61 to 64, got 5");
    }

    @Test
    void longTextsMakeRoomAndAreEscaped() {
        String text = "<" + "w".repeat(60) + "> & 'more'";
        MatrixSketch small = MatrixSketch.of(Matrix.ones(1, 1));
        for (MatrixSketch sketch :
                List.of(small.titled(text), small.row(1, text), small.column(1, text), small.entry(1, 1, text))) {
            Element written = Pictures.text(sketch.figure(), text);
            assertThat(sketch.figure().width()).isGreaterThan(9 * 60);
            int half = written.getAttribute("class").contains("start") ? 0 : 9 * 30;
            assertThat(at(written, "x")).isBetween(half, sketch.figure().width() - half);
        }
    }

    @Test
    void aSketchNeverChangesNorDoesItsMatrix() {
        Matrix M = W.copy();
        MatrixSketch sketch = MatrixSketch.of(M);
        Figure before = sketch.figure();
        M.set(0, 0, 7);
        sketch.titled("t").row(1, "r").column(1, "c").entry(1, 1, "e");
        assertThat(sketch.figure()).isEqualTo(before);
    }

    @Test
    void whatTheMatrixDoesNotHaveIsRefused() {
        MatrixSketch sketch = MatrixSketch.of(W);
        refused(() -> sketch.row(0, "r"), "MatrixSketch: row must count from 1 to 2, got 0");
        refused(() -> sketch.column(4, "c"), "MatrixSketch: column must count from 1 to 3, got 4");
        refused(() -> sketch.entry(1, 4, "e"), "MatrixSketch: entry must count from 1 to 3, got 4");
        refused(() -> sketch.row(1, "r").row(1, "s"), "MatrixSketch: row 1 must be framed once, got a second frame");
        refused(
                () -> MatrixSketch.of(Matrix.zeros(2, 0)),
                "MatrixSketch: M must be (n, m), got (2, 0) — there is no example in it");
    }

    private static void refused(ThrowingCallable call, String sentence) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(sentence);
    }

    /** Whether the middle of a text is in a frame. */
    private static boolean in(Element frame, Figure figure, String text) {
        Element number = Pictures.text(figure, text);
        return IntStream.of(0, 1).allMatch(side -> {
            int from = at(frame, side == 0 ? "x" : "y");
            int middle = at(number, side == 0 ? "x" : "y") - 6 * side;
            return from < middle && middle < from + at(frame, side == 0 ? "width" : "height");
        });
    }

    private static int at(Element element, String side) {
        return Integer.parseInt(element.getAttribute(side));
    }
}
