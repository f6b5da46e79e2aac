package backprop.exercise.forward;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.matrix.Matrix;
import backprop.network.Network;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The given parameters are those that the kit's own reader finds in the file. */
class DigitsNetworkTest {
    @Test
    void theFileIsReadAsTheKitReadsIt() {
        Network net = GivenWeights.network();
        net.load(Path.of("exercises/03-forward-pass/public/backprop/exercise/forward/digits.npz"));
        Matrix[] W = DigitsNetwork.weights();
        Matrix[] b = DigitsNetwork.biases();
        assertThat(W[0]).isNull();
        assertThat(b[0]).isNull();
        for (int l = 1; l <= 2; l++) {
            assertThat(W[l]).isEqualTo(net.state().get("W[" + l + "]"));
            assertThat(b[l]).isEqualTo(net.state().get("b[" + l + "]"));
        }
    }

    @Test
    void theTwoPartsOfTheDigitsAreAllOfThem() {
        assertThat(DigitsNetwork.learnedFrom().m()).isEqualTo(1438);
        assertThat(DigitsNetwork.heldOut().m()).isEqualTo(359);
    }
}
