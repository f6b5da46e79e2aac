package backprop.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import backprop.activation.Identity;
import backprop.activation.Relu;
import backprop.activation.Tanh;
import backprop.matrix.Matrix;
import backprop.matrix.ShapeException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Conv2dTest {
    private static final Volume IN = new Volume(2, 5, 4);

    @Test
    void theGradientsAloneAreThoseOfBackward() {
        Matrix A = Samples.normal(IN.size(), 3, 1);
        Conv2d conv = new Conv2d(IN, 3, 3, new Tanh());
        Matrix dA = Samples.normal(conv.outputs(), 3, 2);
        conv.forward(A);
        conv.backward(dA);
        Matrix dW = conv.parameters().get(0).gradient().copy();
        Matrix db = conv.parameters().get(1).gradient().copy();
        conv.forward(A);
        conv.gradients(dA);
        assertThat(conv.parameters().get(0).gradient()).isEqualTo(dW);
        assertThat(conv.parameters().get(1).gradient()).isEqualTo(db);
    }

    @Test
    void theShortFormKeepsHeightAndWidth() {
        assertThat(new Conv2d(IN, 7, 3, new Relu()).output()).isEqualTo(new Volume(7, 5, 4));
        assertThat(new Conv2d(IN, 7, 1, new Relu()).output()).isEqualTo(new Volume(7, 5, 4));
        assertThat(new Conv2d(IN, 7, 5, new Relu()).output()).isEqualTo(new Volume(7, 5, 4));
    }

    @Test
    void anOutputHasAsManyRowsAsNote003Counts() {
        Volume six = new Volume(1, 6, 6);
        assertThat(new Conv2d(six, 1, 3, 1, 0, new Relu()).output()).isEqualTo(new Volume(1, 4, 4));
        assertThat(new Conv2d(six, 1, 3, 2, 1, new Relu()).output()).isEqualTo(new Volume(1, 3, 3));
        assertThat(new Conv2d(six, 1, 6, 1, 0, new Relu()).output()).isEqualTo(new Volume(1, 1, 1));
    }

    @Test
    void oneHundredFiltersOfFiveByFiveOnThreeChannelsHave7600Parameters() {
        Conv2d conv = new Conv2d(new Volume(3, 30, 30), 100, 5, new Relu());
        int count = 0;
        for (Parameter p : conv.parameters()) {
            count += p.value().rows() * p.value().cols();
        }
        assertThat(count).isEqualTo(7600);
    }

    @Test
    void aFilterIsNotFlipped() {
        Conv2d conv = new Conv2d(new Volume(1, 1, 3), 1, 1, 1, 0, new Identity());
        conv.dense().set(Matrix.row(2), Matrix.row(1));
        assertThat(conv.forward(Matrix.column(1, 2, 3))).isEqualTo(Matrix.column(3, 5, 7));
        Conv2d wide = new Conv2d(new Volume(1, 2, 2), 1, 2, 1, 0, new Identity());
        wide.dense().set(Matrix.row(1, 10, 100, 1000), Matrix.row(0));
        assertThat(wide.forward(Matrix.column(1, 2, 3, 4))).isEqualTo(Matrix.column(4321));
    }

    @Test
    void reluGetsHesWeightsForAllPixelsOfAPatchAndTheBiasesStartAtZero() {
        Conv2d conv = new Conv2d(new Volume(40, 3, 3), 200, 5, 1, 2, new Relu());
        conv.initialize(1, new Random(3));
        Matrix W = conv.dense().W();
        assertThat(W.shape()).isEqualTo("(200, 1000)");
        assertThat(W.hadamard(W).mean() * 1000).isBetween(1.95, 2.05);
        assertThat(conv.dense().b()).isEqualTo(Matrix.zeros(200, 1));
    }

    @Test
    void itsTextNamesBothVolumesAndTheActivation() {
        Conv2d conv = new Conv2d(new Volume(1, 8, 8), 16, 3, new Relu());
        conv.initialize(1, new Random(1));
        assertThat(conv).hasToString("Conv2d[1] 1×8×8→16×8×8 Relu");
        assertThat(new Conv2d(IN, 3, 3, new Identity())).hasToString("Conv2d 2×5×4→3×5×4");
    }

    @Test
    void whatDoesNotFitIsRefusedByName() {
        Conv2d conv = new Conv2d(IN, 3, 3, new Relu());
        conv.initialize(2, new Random(1));
        Matrix A = Samples.normal(IN.size(), 6, 1);
        assertThatThrownBy(() -> conv.backward(A))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Conv2d[2] 2×5×4→3×5×4: forward must run first, but it has not");
        assertThatThrownBy(() -> conv.forward(A.transpose()))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Conv2d[2] 2×5×4→3×5×4: A[1] must be (40, m), got (6, 40) — transposed?");
        conv.forward(A);
        assertThatThrownBy(() -> conv.gradients(A))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Conv2d[2] 2×5×4→3×5×4: dA[2] must be (60, 6), got (40, 6)");
    }

    @Test
    void windowsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new Conv2d(IN, 3, 5, 1, 0, new Relu()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Conv2d: the window must be 1 to 4 on 2×5×4 and its padding, got 5");
        assertThatThrownBy(() -> new Conv2d(IN, 3, 7, 1, 1, new Relu()))
                .hasMessage("Conv2d: the window must be 1 to 6 on 2×5×4 and its padding, got 7");
        assertThatThrownBy(() -> new Conv2d(IN, 3, 0, 1, 0, new Relu()))
                .hasMessage("Conv2d: the window must be 1 to 4 on 2×5×4 and its padding, got 0");
        assertThatThrownBy(() -> new Conv2d(IN, 3, 3, 0, 0, new Relu()))
                .hasMessage("Conv2d: the stride must be at least 1, got 0");
        assertThatThrownBy(() -> new Conv2d(IN, 3, 3, 1, -1, new Relu()))
                .hasMessage("Conv2d: the padding must be at least 0, got -1");
        assertThatThrownBy(() -> new Conv2d(IN, 0, 3, new Relu()))
                .hasMessage("Conv2d: the number of filters must be at least 1, got 0");
        assertThatThrownBy(() -> new Conv2d(IN, 3, 4, new Relu()))
                .hasMessage("Conv2d: the window must be odd to keep height and width, got 4");
        assertThatThrownBy(() -> new Conv2d(null, 3, 3, new Relu()))
                .hasMessage("Conv2d: the input's volume must not be null");
    }
}
