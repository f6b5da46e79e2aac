package backprop.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import backprop.activation.Relu;
import backprop.activation.Tanh;
import backprop.matrix.Matrix;
import backprop.matrix.ShapeException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DenseTest {
    private static final Matrix W = Samples.normal(3, 4, 1);
    private static final Matrix B = Samples.normal(3, 1, 2);
    private static final Matrix A = Samples.normal(4, 6, 3);
    private static final Matrix DA = Samples.normal(3, 6, 4);

    private final Dense dense = new Dense(4, 3, new Tanh()).set(W, B);

    @Test
    void forwardIsTheSumOverTheInputsNodeByNode() {
        Matrix looped = Matrix.generate(3, 6, (j, i) -> {
            double z = B.get(j, 0);
            for (int k = 0; k < 4; k++) {
                z += W.get(j, k) * A.get(k, i);
            }
            return Math.tanh(z);
        });
        assertThat(dense.forward(A).minus(looped).maxAbs()).isLessThan(1e-14);
        assertThat(dense.predict(A)).isEqualTo(dense.forward(A));
    }

    @Test
    void backwardIsTheMeanOfThePerExampleGradients() {
        Matrix output = dense.forward(A);
        Matrix back = dense.backward(DA);
        Matrix dZ = DA.map(output, (da, a) -> da * (1 - a * a));
        Matrix dW = Matrix.zeros(3, 4);
        Matrix db = Matrix.zeros(3, 1);
        Matrix dPrev = Matrix.zeros(4, 6);
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 3; j++) {
                db.set(j, 0, db.get(j, 0) + dZ.get(j, i) / 6);
                for (int k = 0; k < 4; k++) {
                    dW.set(j, k, dW.get(j, k) + dZ.get(j, i) * A.get(k, i) / 6);
                    dPrev.set(k, i, dPrev.get(k, i) + W.get(j, k) * dZ.get(j, i));
                }
            }
        }
        assertThat(dense.dZ().minus(dZ).maxAbs()).isLessThan(1e-14);
        assertThat(back.minus(dPrev).maxAbs()).isLessThan(1e-14);
        assertThat(dense.parameters().get(0).gradient().minus(dW).maxAbs()).isLessThan(1e-14);
        assertThat(dense.parameters().get(1).gradient().minus(db).maxAbs()).isLessThan(1e-14);
    }

    @Test
    void aTransposedBatchIsRefusedByName() {
        dense.initialize(2, new Random(1));
        assertThatThrownBy(() -> dense.forward(A.transpose()))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Dense[2] 4→3: A[1] must be (4, m), got (6, 4) — transposed?");
        assertThatThrownBy(() -> dense.predict(Matrix.ones(5, 6)))
                .hasMessage("Dense[2] 4→3: A[1] must be (4, m), got (5, 6)");
    }

    @Test
    void aLayerOutsideANetworkNamesItsInputWithALetter() {
        assertThatThrownBy(() -> dense.forward(Matrix.ones(3, 2)))
                .hasMessage("Dense 4→3: A[l-1] must be (4, m), got (3, 2)");
    }

    @Test
    void aDerivativeOfTheWrongShapeIsRefused() {
        dense.forward(A);
        assertThatThrownBy(() -> dense.backward(DA.transpose()))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Dense 4→3: dA[l] must be (3, 6), got (6, 3) — transposed?");
    }

    @Test
    void whatAPassLeavesIsRefusedBeforeIt() {
        String sentence = "Dense 4→3: forward must run first, but it has not";
        assertThatThrownBy(() -> dense.backward(DA))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(sentence);
        assertThatThrownBy(dense::Z).hasMessage(sentence);
        dense.forward(A);
        assertThatThrownBy(dense::dZ).hasMessage("Dense 4→3: backward must run first, but it has not");
    }

    @Test
    void parametersOfTheWrongShapeAreRefused() {
        assertThatThrownBy(() -> dense.set(W.transpose(), B))
                .hasMessage("Dense 4→3: W must be (3, 4), got (4, 3) — transposed?");
        assertThatThrownBy(() -> dense.set(W, B.transpose()))
                .hasMessage("Dense 4→3: b must be (3, 1), got (1, 3) — transposed?");
        assertThatThrownBy(() -> new Dense(0, 3)).hasMessageContaining("at least 1, got 0→3");
    }

    @Test
    void anEmptyBatchIsRefused() {
        assertThatThrownBy(() -> dense.forward(Matrix.zeros(4, 0)))
                .hasMessage("Dense 4→3: A[l-1] must be (4, m), got (4, 0) — there is no example in it");
    }

    @Test
    void biasesStartAtZeroAndReluGetsHesWeights() {
        Dense relu = new Dense(1000, 200, new Relu());
        relu.initialize(1, new Random(3));
        assertThat(relu.b()).isEqualTo(Matrix.zeros(200, 1));
        assertThat(relu.W().hadamard(relu.W()).mean() * 1000).isBetween(1.95, 2.05);
    }
}
