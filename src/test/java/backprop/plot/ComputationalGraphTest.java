package backprop.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ComputationalGraphTest {
    private static final double NONE = Double.NaN;

    /** z = w x + b for w = 2, x = 3, b = −1, and J = z²/2: dz = z, dw = x dz, db = dz. */
    private static final Figure LINE = Plots.computationalGraph(
            new Node("w", "", 2, 15, List.of()),
            new Node("x", "", 3, NONE, List.of()),
            new Node("b", "", -1, 5, List.of()),
            new Node("z", "w x + b", 5, 5, List.of("w", "x", "b")),
            new Node("J", "z²/2", 12.5, 1, List.of("z")));

    @Test
    void formulasValuesAndDerivativesStandInTheBoxesAndInTheText() {
        assertThat(Pictures.texts(LINE))
                .contains("z = w x + b", "5", "dz = 5", "dw = 15", "x", "3", "b", "-1", "J = z²/2", "12.5")
                .doesNotContain("dx = NaN");
        assertThat(LINE.alt())
                .isEqualTo("Computational graph from left to right; w = 2; x = 3; b = -1; z = w x + b = 5;"
                        + " J = z²/2 = 12.5. Derivatives from right to left; dw = 15; db = 5; dz = 5;" + " dJ = 1.");
    }

    @Test
    void anArrowLeadsForwardForEachInputAndBackWhereThereIsADerivative() {
        assertThat(paths("forth")).hasSize(4);
        assertThat(paths("back")).as("none to x").hasSize(3);
        assertThat(paths("derivative")).as("heads").hasSize(3);
    }

    @Test
    void whatANodeTakesStandsLeftOfItAndRightBeforeTheFirstThatTakesIt() {
        int z = x("z = w x + b");
        assertThat(x("w")).isEqualTo(x("x")).isEqualTo(x("b")).isLessThan(z);
        assertThat(z).isLessThan(x("J = z²/2"));
        Figure late = Plots.computationalGraph(
                new Node("y", "", NONE, NONE, List.of()),
                new Node("x", "", NONE, NONE, List.of()),
                new Node("z", "g(x)", NONE, NONE, List.of("x")),
                new Node("J", "y − z", NONE, NONE, List.of("y", "z")));
        assertThat(Pictures.texts(late)).contains("→ values forward").noneMatch(t -> t.contains("deriv"));
        assertThat(late.alt()).endsWith("; z = g(x); J = y − z.");
        assertThat(Pictures.text(late, "y").getAttribute("x"))
                .isEqualTo(Pictures.text(late, "z = g(x)").getAttribute("x"));
    }

    @Test
    void noTwoBoxesMeetWhateverTheGraph() {
        Random random = new Random(5);
        for (int graph = 0; graph < 200; graph++) {
            List<Node> nodes = new ArrayList<>();
            for (int i = 0; i < 3 + random.nextInt(12); i++) {
                List<String> inputs = new ArrayList<>();
                for (int k = random.nextInt(4); k > 0 && i > 0; k--) {
                    inputs.add("n" + random.nextInt(i));
                }
                nodes.add(new Node("n" + i, inputs.isEmpty() ? "" : "f", i, i, inputs));
            }
            Figure figure = Plots.computationalGraph(nodes.toArray(new Node[0]));
            List<Rectangle> boxes = Pictures.elements(figure, "rect").stream()
                    .skip(1)
                    .map(ComputationalGraphTest::box)
                    .toList();
            assertThat(boxes).hasSameSizeAs(nodes);
            Rectangle picture = new Rectangle(figure.width(), figure.height());
            for (int i = 0; i < boxes.size(); i++) {
                assertThat(picture.contains(boxes.get(i))).isTrue();
                for (int j = 0; j < i; j++) {
                    Rectangle withDerivative = new Rectangle(boxes.get(i));
                    withDerivative.height += 20;
                    assertThat(withDerivative.intersects(boxes.get(j)))
                            .as("%s", nodes)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void namesAndFormulasAreEscaped() {
        Figure figure = Plots.computationalGraph(new Node("<a>", "x < 'y' & \"z\"", 1, 1, List.of()));
        assertThat(Pictures.texts(figure)).contains("<a> = x < 'y' & \"z\"", "d<a> = 1");
    }

    @Test
    void aNodeThatTakesALaterOneIsRefused() {
        Node z = new Node("z", "2 x", 2, 1, List.of("x"));
        Node x = new Node("x", "", 1, 2, List.of());
        assertThatThrownBy(() -> Plots.computationalGraph(z, x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("computationalGraph: z takes [x], which must stand before it, got only []");
        assertThatThrownBy(() -> Plots.computationalGraph(x, x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("computationalGraph: each node must have a name of its own, got two x");
    }

    private static List<Element> paths(String look) {
        return Pictures.elements(LINE, "path").stream()
                .filter(path -> path.getAttribute("class").equals(look))
                .toList();
    }

    private static int x(String text) {
        return Integer.parseInt(Pictures.text(LINE, text).getAttribute("x"));
    }

    private static Rectangle box(Element rect) {
        return new Rectangle(
                Integer.parseInt(rect.getAttribute("x")),
                Integer.parseInt(rect.getAttribute("y")),
                Integer.parseInt(rect.getAttribute("width")),
                Integer.parseInt(rect.getAttribute("height")));
    }
}
