package backprop.lecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.plot.Figure;
import backprop.plot.Pictures;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ChainSketchTest {
    private static final ChainSketch CHAIN = ChainSketch.of("x", "z[1]", "a[1]");

    @Test
    void boxesStandFromLeftToRightWithAnArrowBetweenThem() {
        Figure figure = CHAIN.shapes("(3, 1)", "(4, 1)", "").figure();
        assertThat(Pictures.texts(figure)).containsExactly("x", "(3, 1)", "z[1]", "(4, 1)", "a[1]");
        assertThat(looks(figure, "rect", "node")).hasSize(3);
        assertThat(looks(figure, "path", "line")).hasSize(2);
        assertThat(x(figure, "x")).isLessThan(x(figure, "z[1]"));
        assertThat(x(figure, "z[1]")).isLessThan(x(figure, "a[1]")).isEqualTo(x(figure, "(4, 1)"));
        assertThat(figure.alt()).isEqualTo("Chain from left to right; x (3, 1); z[1] (4, 1); a[1].");
    }

    @Test
    void whatEntersComesFromAboveAndTheWayBackIsDashed() {
        Figure figure = CHAIN.inputs(2, "W[1]")
                .inputs(2, "b[1]")
                .back("", "δ[1]")
                .light(3)
                .figure();
        assertThat(Pictures.texts(figure)).contains("W[1], b[1]", "δ[1]");
        assertThat(looks(figure, "path", "line"))
                .as("two forward, one from above")
                .hasSize(3);
        assertThat(looks(figure, "path", "back")).hasSize(1);
        assertThat(looks(figure, "rect", "node lit")).hasSize(1);
        assertThat(figure.alt())
                .isEqualTo("Chain from left to right; x; z[1]; W[1], b[1] enters z[1]; a[1], lit;"
                        + " from right to left: δ[1] goes back from a[1] to z[1].");
    }

    @Test
    void aSecondRowIsPassedFromRightToLeftAndTakesWhatIsCached() {
        Figure figure =
                CHAIN.below("", "dz[1]", "da[1]").cached("", "a[0]", "z[1]").figure();
        assertThat(looks(figure, "rect", "node")).hasSize(3 + 2);
        assertThat(looks(figure, "path", "back")).hasSize(1);
        assertThat(looks(figure, "path", "line")).as("two forward, two down").hasSize(2 + 2);
        assertThat(x(figure, "dz[1]")).isEqualTo(x(figure, "a[0]"));
        assertThat(figure.alt())
                .isEqualTo("Chain from left to right; x; z[1]; a[1]; from right to left:"
                        + " da[1] under a[1]; z[1] comes down to it; dz[1] under z[1]; a[0] comes down to it.");
    }

    @Test
    void noTwoBoxesMeetAndLongTextsMakeRoom() {
        String text = "<" + "w".repeat(60) + "> & 'more'";
        for (ChainSketch sketch : List.of(
                CHAIN.shapes("", text, ""),
                CHAIN.inputs(1, text),
                CHAIN.back(text, ""),
                CHAIN.below(text, "", ""),
                ChainSketch.of(text, "y"))) {
            Figure figure = sketch.figure();
            assertThat(Pictures.texts(figure)).contains(text);
            int end = 0;
            for (Element box :
                    Pictures.elements(figure, "rect").stream().skip(1).toList()) {
                if (box.getAttribute("y")
                        .equals(Pictures.elements(figure, "rect").get(1).getAttribute("y"))) {
                    assertThat(at(box, "x")).isGreaterThan(end);
                    end = at(box, "x") + at(box, "width");
                }
            }
            assertThat(figure.width()).isGreaterThan(end).isGreaterThan(9 * 60);
        }
    }

    @Test
    void aSketchNeverChanges() {
        CHAIN.shapes("a", "b", "c")
                .inputs(1, "i")
                .back("d", "e")
                .below("f", "g", "h")
                .cached("j", "k", "l")
                .light(1);
        assertThat(CHAIN.figure()).isEqualTo(ChainSketch.of("x", "z[1]", "a[1]").figure());
    }

    @Test
    void whatTheChainDoesNotHaveIsRefused() {
        refused(() -> ChainSketch.of("x"), "ChainSketch: there must be two boxes at least, got 1");
        refused(() -> CHAIN.light(0), "ChainSketch: light must have a box from 1 to 3, got 0");
        refused(() -> CHAIN.inputs(4, "W"), "ChainSketch: inputs must have a box from 1 to 3, got 4");
        refused(
                () -> CHAIN.shapes("a"),
                "ChainSketch: shapes must have a text for each of the 3 boxes (\"\" for none), got 1");
        refused(
                () -> CHAIN.back("a", "b", "c"),
                "ChainSketch: back must have a text for each of the 2 gaps (\"\" for none), got 3");
        refused(
                () -> CHAIN.below("", "b", "").cached("", "", "a").figure(),
                "ChainSketch: cached must lead to a box of the row below, got \"a\" where box 3 has none");
        assertThatThrownBy(() -> ChainSketch.of("x", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("ChainSketch: of: a text must not be null (\"\" for none)");
    }

    private static void refused(ThrowingCallable call, String sentence) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(sentence);
    }

    private static List<Element> looks(Figure figure, String name, String look) {
        return Pictures.elements(figure, name).stream()
                .filter(e -> e.getAttribute("class").strip().equals(look))
                .toList();
    }

    private static int x(Figure figure, String text) {
        return at(Pictures.text(figure, text), "x");
    }

    private static int at(Element element, String side) {
        return Integer.parseInt(element.getAttribute(side));
    }
}
