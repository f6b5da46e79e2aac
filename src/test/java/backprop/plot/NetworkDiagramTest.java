package backprop.plot;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.activation.Relu;
import backprop.layer.Dense;
import backprop.layer.Layer;
import backprop.loss.CrossEntropy;
import backprop.matrix.Matrix;
import backprop.network.Network;
import org.junit.jupiter.api.Test;

class NetworkDiagramTest {
    private static final Network SMALL =
            new Network(1, new CrossEntropy(), new Dense(2, 3, new Relu()), new Dense(3, 4));

    @Test
    void aSmallNetworkShowsAllItsNodesAndWeights() {
        Figure figure = Plots.network(SMALL);
        assertThat(Pictures.elements(figure, "circle")).hasSize(2 + 3 + 4);
        assertThat(Pictures.elements(figure, "path")).hasSize(2 * 3 + 3 * 4);
    }

    @Test
    void symbolsShapesAndCountsAreThoseOfTheNotation() {
        assertThat(Pictures.texts(Plots.network(SMALL)))
                .contains("X = A[0]", "(2, m)", "A[1]", "(3, m)", "Z[2]", "(4, m)")
                .contains("Dense[1] 2→3 Relu", "W[1] (3, 2)", "b[1] (3, 1)", "9 parameters")
                .contains("Dense[2] 3→4", "W[2] (4, 3)", "b[2] (4, 1)", "16 parameters")
                .contains("CrossEntropy of Z[2]; 25 parameters");
        assertThat(Plots.network(SMALL).alt())
                .isEqualTo("Network diagram from left to right;"
                        + " Dense[1] 2→3 Relu, W[1] (3, 2), b[1] (3, 1), 9 parameters;"
                        + " Dense[2] 3→4, W[2] (4, 3), b[2] (4, 1), 16 parameters;"
                        + " CrossEntropy of Z[2]; 25 parameters.");
    }

    @Test
    void longLayersAreShortened() {
        Network net = new Network(1, new CrossEntropy(), new Dense(7, 8), new Dense(8, 100));
        Figure figure = Plots.network(net);
        assertThat(Pictures.elements(figure, "circle")).hasSize(7 + 6 + 6);
        assertThat(Pictures.texts(figure)).filteredOn("⋮"::equals).hasSize(2);
        assertThat(figure.height()).isEqualTo(Plots.network(SMALL).height());
    }

    @Test
    void aLayerWithoutWeightsJoinsEachNodeToItsLike() {
        Network net = new Network(1, new CrossEntropy(), new Dense(2, 3), new Named("<Twice> & 'more'"));
        Figure figure = Plots.network(net);
        assertThat(Pictures.elements(figure, "path")).hasSize(2 * 3 + 3);
        assertThat(Pictures.elements(figure, "circle")).hasSize(2 + 3 + 3);
        assertThat(Pictures.texts(figure)).contains("<Twice> & 'more'", "0 parameters");
    }

    @Test
    void anUnknownNumberOfInputsIsCalledSo() {
        Figure figure = Plots.network(new Network(1, new CrossEntropy(), new Named("Same")));
        assertThat(Pictures.texts(figure)).contains("(n[0], m)", "⋮");
    }

    @Test
    void longNamesMakeRoom() {
        int usual = Plots.network(SMALL).width();
        Network net = new Network(1, new CrossEntropy(), new Dense(2, 3), new Named("N".repeat(40)));
        assertThat(Plots.network(net).width()).isGreaterThan(usual + 2 * 40);
    }

    /** A layer that passes everything on. */
    private record Named(String name) implements Layer {
        @Override
        public Matrix forward(Matrix A) {
            return A;
        }

        @Override
        public Matrix backward(Matrix dA) {
            return dA;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
