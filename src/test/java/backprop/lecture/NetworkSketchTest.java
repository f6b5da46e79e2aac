package backprop.lecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.matrix.Matrix;
import backprop.plot.Figure;
import backprop.plot.Pictures;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class NetworkSketchTest {
    private static final NetworkSketch SMALL = NetworkSketch.of(3, 4, 4, 2);

    @Test
    void allNodesAndEdgesOfASmallNetworkAreDrawnAndCounted() {
        assertThat(Pictures.elements(SMALL.figure(), "circle"))
                .hasSize(3 + 4 + 4 + 2)
                .hasSize(SMALL.nodes());
        assertThat(Pictures.elements(SMALL.figure(), "path"))
                .hasSize(3 * 4 + 4 * 4 + 4 * 2)
                .hasSize(SMALL.edges());
        assertThat(Pictures.texts(SMALL.figure()))
                .containsExactly(
                        "layer 0", "n[0] = 3", "layer 1", "n[1] = 4", "layer 2", "n[2] = 4", "layer 3", "n[3] = 2");
        assertThat(SMALL.figure().alt())
                .isEqualTo(
                        "Network from left to right; layer 0: 3 nodes; layer 1: 4 nodes,"
                                + " 12 edges from layer 0; layer 2: 4 nodes, 16 edges from layer 1; layer 3: 2 nodes, 8 edges from layer 2.");
    }

    @Test
    void ofALongLayerTheFirstAndTheLastThreeAreDrawnButAllCounted() {
        NetworkSketch digits = NetworkSketch.of(784, 8, 10).named();
        Figure figure = digits.figure();
        assertThat(Pictures.elements(figure, "circle")).hasSize(6 + 8 + 6);
        assertThat(Pictures.elements(figure, "path")).hasSize(6 * 8 + 8 * 6);
        assertThat(Pictures.texts(figure)).filteredOn("⋮"::equals).hasSize(2);
        assertThat(Pictures.texts(figure))
                .contains("a₁[0]", "a₇₈₄[0]", "a₄[1]", "a₁₀[2]")
                .doesNotContain("a₄[0]");
        assertThat(digits.nodes()).isEqualTo(784 + 8 + 10);
        assertThat(digits.edges()).isEqualTo(784 * 8 + 8 * 10);
        assertThat(figure.alt()).contains("layer 0: 784 nodes (a₁[0], a₂[0], a₃[0], …, a₇₈₂[0], a₇₈₃[0], a₇₈₄[0])");
    }

    @Test
    void aLitNodeAndTheEdgesIntoItHaveALookOfTheirOwn() {
        Figure figure = SMALL.light(1, 3).figure();
        assertThat(looks(figure, "circle")).filteredOn("node lit"::equals).hasSize(1);
        assertThat(looks(figure, "path")).filteredOn("edge lit"::equals).hasSize(3);
        assertThat(figure.alt()).contains("; lit: node 3 of layer 1 and the edges into it;");
        Element style = Pictures.elements(figure, "style").get(0);
        assertThat(style.getTextContent())
                .as("colour is never alone")
                .contains(".lit { fill: #FBE6D8; stroke: #D55E00; stroke-width: 4 }");
    }

    @Test
    void anActiveLayerIsLitAsAWhole() {
        Figure figure = SMALL.active(2).figure();
        assertThat(looks(figure, "circle")).filteredOn("node lit"::equals).hasSize(4);
        assertThat(looks(figure, "path")).filteredOn("edge lit"::equals).hasSize(4 * 4);
        assertThat(figure.alt()).contains("; lit: layer 2 and the edges into it;");
    }

    @Test
    void valuesStandInTheNodes() {
        Matrix x = Matrix.column(0.5, -1.25);
        NetworkSketch sketch = NetworkSketch.of(2, 1).values(x, Matrix.column(0.731058));
        x.set(0, 0, 7);
        assertThat(Pictures.texts(sketch.figure())).contains("0.5", "-1.25", "0.731");
        assertThat(sketch.named().label(1, 1, "ŷ").figure().alt())
                .contains("layer 0: 2 nodes (a₁[0] = 0.5, a₂[0] = -1.25); layer 1: 1 node (ŷ = 0.731), 2 edges");
    }

    @Test
    void framesArcsAndTextsAreDrawnAndTold() {
        Figure figure = NetworkSketch.of(2, 3, 1)
                .frame(0, 1, "preprocessing")
                .edge(1, 3, 2, "w₃₂")
                .under("W[1] (3, 2)", "W[2] (1, 3)")
                .back("", "dZ[2]")
                .figure();
        assertThat(Pictures.texts(figure)).contains("preprocessing", "w₃₂", "W[1] (3, 2)", "W[2] (1, 3)", "dZ[2]");
        assertThat(looks(figure, "path")).filteredOn("edge marked"::equals).hasSize(1);
        assertThat(looks(figure, "path"))
                .filteredOn("back"::equals)
                .as("none for the first gap")
                .hasSize(1);
        assertThat(looks(figure, "rect"))
                .filteredOn(look -> look.startsWith("frame"))
                .hasSize(1);
        assertThat(figure.alt())
                .endsWith("; edge from node 2 of layer 0 to node 3 of layer 1: w₃₂;"
                        + " frame round layers 0 to 1: preprocessing; under layers 0 to 1: W[1] (3, 2);"
                        + " under layers 1 to 2: W[2] (1, 3); arrow back from layer 2 to 1: dZ[2].");
    }

    @Test
    void theIndexOfALayerIsRaised() {
        Element name = Pictures.text(NetworkSketch.of(2, 1).named().figure(), "a₂[0]");
        assertThat(name.getElementsByTagName("tspan").item(0).getTextContent()).isEqualTo("[0]");
    }

    @Test
    void labelsOfEdgesDoNotMeet() {
        NetworkSketch sketch = NetworkSketch.of(2, 3);
        for (int k = 1; k <= 3; k++) {
            sketch = sketch.edge(1, k, 1, "w1" + k).edge(1, k, 2, "w2" + k);
        }
        List<Element> plates = Pictures.elements(sketch.figure(), "rect").stream()
                .filter(rect -> rect.getAttribute("class").equals("plate"))
                .toList();
        assertThat(plates).hasSize(6);
        for (Element one : plates) {
            assertThat(plates)
                    .filteredOn(other -> Math.abs(at(one, "x") - at(other, "x")) < at(one, "width")
                            && Math.abs(at(one, "y") - at(other, "y")) < 20)
                    .containsExactly(one);
        }
    }

    @Test
    void longTextsMakeRoom() {
        String text = "<" + "w".repeat(60) + "> & 'more'";
        for (NetworkSketch sketch : List.of(
                NetworkSketch.of(2, 1).under(text),
                NetworkSketch.of(2, 1).frame(1, 1, text),
                NetworkSketch.of(2, 1).label(1, 1, text))) {
            assertThat(Pictures.texts(sketch.figure())).contains(text);
            assertThat(sketch.figure().width()).isGreaterThan(9 * 60);
        }
    }

    @Test
    void aSketchNeverChanges() {
        SMALL.named()
                .light(1, 1)
                .active(2)
                .frame(0, 1, "f")
                .edge(1, 1, 1, "w")
                .under("", "", "u")
                .back("", "", "b");
        assertThat(SMALL.figure()).isEqualTo(NetworkSketch.of(3, 4, 4, 2).figure());
    }

    @Test
    void whatTheNetworkDoesNotHaveIsRefused() {
        refused(
                () -> NetworkSketch.of(3),
                "NetworkSketch: there must be two layers at least, of one node at least, got [3]");
        refused(() -> NetworkSketch.of(3, 0), "there must be two layers at least, of one node at least, got [3, 0]");
        refused(() -> SMALL.light(4, 1), "NetworkSketch: light must have a layer from 0 to 3, got 4");
        refused(() -> SMALL.light(3, 3), "NetworkSketch: light must have a node of layer 3 from 1 to 2, got 3");
        refused(() -> SMALL.active(-1), "NetworkSketch: active must have a layer from 0 to 3, got -1");
        refused(() -> SMALL.edge(0, 1, 1, "w"), "NetworkSketch: edge must have a layer from 1 to 3, got 0");
        refused(() -> SMALL.edge(1, 1, 4, "w"), "NetworkSketch: edge must have a node of layer 0 from 1 to 3, got 4");
        refused(() -> SMALL.frame(2, 1, "f"), "NetworkSketch: frame must have a layer from 2 to 3, got 1");
        refused(
                () -> NetworkSketch.of(100, 2).light(0, 50),
                "NetworkSketch: light must have a node of layer 0 that is drawn, 1 to 3 or 98 to 100, got 50");
        refused(
                () -> SMALL.under("a", "b"),
                "NetworkSketch: under must have a text for each of the 3 gaps (\"\" for none), got 2");
        refused(
                () -> SMALL.values(Matrix.ones(3, 1)),
                "NetworkSketch: values must have a column for each of the 4 layers, got 1");
        refused(
                () -> NetworkSketch.of(2, 1).values(Matrix.ones(2, 1), Matrix.ones(2, 1)),
                "NetworkSketch: column 1 must be (1, 1), got (2, 1)");
        assertThatThrownBy(() -> SMALL.label(1, 1, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("NetworkSketch: label: a text must not be null (\"\" for none)");
    }

    private static void refused(ThrowingCallable call, String sentence) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageEndingWith(sentence);
    }

    private static List<String> looks(Figure figure, String name) {
        return Pictures.elements(figure, name).stream()
                .map(element -> element.getAttribute("class").strip())
                .toList();
    }

    private static int at(Element element, String side) {
        return Integer.parseInt(element.getAttribute(side));
    }
}
