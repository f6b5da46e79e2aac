package backprop.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.Samples;
import backprop.matrix.Matrix;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PoolTest {
    @Test
    void theGradientOfAMaximumGoesToTheFirstOfEquals() {
        MaxPool pool = new MaxPool(new Volume(1, 2, 4), 2);
        Matrix A = Matrix.column(1, 3, 5, 5, 3, 3, 5, 5);
        assertThat(pool.forward(A)).isEqualTo(Matrix.column(3, 5));
        assertThat(pool.backward(Matrix.column(10, 20))).isEqualTo(Matrix.column(0, 10, 20, 0, 0, 0, 0, 0));
    }

    @Test
    void aPixelThatIsTheMaximumOfManyWindowsGetsTheSumOfTheirGradients() {
        MaxPool pool = new MaxPool(new Volume(1, 3, 3), 2, 1);
        pool.forward(Matrix.column(0, 0, 0, 0, 9, 0, 0, 0, 0));
        assertThat(pool.backward(Matrix.column(1, 2, 3, 4))).isEqualTo(Matrix.column(0, 0, 0, 0, 10, 0, 0, 0, 0));
    }

    @Test
    void aMeanSharesItsGradientAmongThePixelsOfTheWindow() {
        AveragePool pool = new AveragePool(new Volume(2, 2, 2), 2);
        assertThat(pool.forward(Matrix.column(1, 2, 3, 6, 0, 0, 0, 4))).isEqualTo(Matrix.column(3, 1));
        assertThat(pool.backward(Matrix.column(4, 8))).isEqualTo(Matrix.column(1, 1, 1, 1, 2, 2, 2, 2));
    }

    @Test
    void pixelsBeyondTheLastWindowGetNoGradient() {
        AveragePool pool = new AveragePool(new Volume(1, 3, 3), 2);
        assertThat(pool.forward(Matrix.ones(9, 1))).isEqualTo(Matrix.ones(1, 1));
        assertThat(pool.backward(Matrix.column(4))).isEqualTo(Matrix.column(1, 1, 0, 1, 1, 0, 0, 0, 0));
    }

    @Test
    void itsTextNamesBothVolumes() {
        MaxPool max = new MaxPool(new Volume(16, 8, 8), 2);
        max.initialize(2, new Random(1));
        assertThat(max).hasToString("MaxPool[2] 16×8×8→16×4×4");
        assertThat(new AveragePool(new Volume(3, 4, 4), 4)).hasToString("AveragePool 3×4×4→3");
    }

    @Test
    void whatDoesNotFitIsRefusedByName() {
        Volume in = new Volume(2, 4, 4);
        assertThatThrownBy(() -> new MaxPool(in, 5))
                .hasMessage("MaxPool: the window must be 1 to 4 on 2×4×4 and its padding, got 5");
        assertThatThrownBy(() -> new AveragePool(in, 2, 0))
                .hasMessage("AveragePool: the stride must be at least 1, got 0");
        MaxPool max = new MaxPool(in, 2);
        assertThatThrownBy(() -> max.predict(Matrix.ones(31, 2)))
                .hasMessage("MaxPool 2×4×4→2×2×2: A[l-1] must be (32, m), got (31, 2)");
        assertThatThrownBy(() -> max.backward(Matrix.ones(8, 2)))
                .hasMessage("MaxPool 2×4×4→2×2×2: forward must run first, but it has not");
        AveragePool average = new AveragePool(in, 2);
        average.forward(Samples.normal(32, 3, 1));
        assertThatThrownBy(() -> average.backward(Matrix.ones(8, 2)))
                .hasMessage("AveragePool 2×4×4→2×2×2: dA[l] must be (8, 3), got (8, 2)");
    }
}
