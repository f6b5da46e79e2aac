package backprop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.activation.Activation;
import backprop.activation.Elu;
import backprop.activation.Gelu;
import backprop.activation.GeluTanh;
import backprop.activation.Identity;
import backprop.activation.LeakyRelu;
import backprop.activation.Relu;
import backprop.activation.Selu;
import backprop.activation.Sigmoid;
import backprop.activation.Softplus;
import backprop.activation.Swish;
import backprop.activation.Tanh;
import backprop.init.Constant;
import backprop.init.Distribution;
import backprop.init.Glorot;
import backprop.init.He;
import backprop.init.LeCun;
import backprop.init.Normal;
import backprop.init.Uniform;
import backprop.layer.ActivationLayer;
import backprop.layer.AveragePool;
import backprop.layer.BatchNorm;
import backprop.layer.Conv2d;
import backprop.layer.Dense;
import backprop.layer.Dropout;
import backprop.layer.Flatten;
import backprop.layer.MaxPool;
import backprop.layer.Volume;
import backprop.matrix.Matrix;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A hyperparameter out of its range is refused when the object is made. */
class HyperparameterTest {
    private static final Volume IMAGE = new Volume(2, 4, 3);
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    @TestFactory
    Stream<DynamicTest> realNumbers() {
        Map<String, Object[]> rows = new LinkedHashMap<>();
        rows.put("LeakyRelu: the slope", row(LeakyRelu::new, -0.1, NAN, INF, -INF));
        rows.put("Elu: α", row(Elu::new, 0, -1, NAN, INF));
        rows.put("Normal: σ", row(Normal::new, -1, NAN, INF));
        rows.put("Uniform: the bound", row(Uniform::new, -1, NAN, INF));
        rows.put("Constant: c", row(Constant::new, NAN, INF, -INF));
        rows.put("He: the slope", row(a -> new He(Distribution.NORMAL, a), -1, NAN, INF));
        rows.put("Dropout: the rate p", row(Dropout::new, -0.1, 1, NAN, INF, -INF));
        return rows.entrySet().stream()
                .map(r -> DynamicTest.dynamicTest(r.getKey(), () -> {
                    for (int k = 1; k < r.getValue().length; k++) {
                        double wrong = (double) r.getValue()[k];
                        @SuppressWarnings("unchecked")
                        DoubleFunction<Object> make = (DoubleFunction<Object>) r.getValue()[0];
                        assertThatThrownBy(() -> make.apply(wrong))
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessageStartingWith(r.getKey() + " must be ")
                                .hasMessageEndingWith("got " + wrong);
                    }
                }));
    }

    private static Object[] row(DoubleFunction<Object> make, double... wrong) {
        Object[] row = new Object[wrong.length + 1];
        row[0] = make;
        for (int k = 0; k < wrong.length; k++) {
            row[k + 1] = wrong[k];
        }
        return row;
    }

    @TestFactory
    Stream<DynamicTest> wholeNumbers() {
        Map<String, IntFunction<Object>> rows = new LinkedHashMap<>();
        rows.put("Dense inputs", n -> new Dense(n, 3));
        rows.put("Dense nodes", n -> new Dense(3, n));
        rows.put("BatchNorm rows", BatchNorm::new);
        rows.put("Volume channels", n -> new Volume(n, 1, 1));
        rows.put("Volume height", n -> new Volume(1, n, 1));
        rows.put("Volume width", n -> new Volume(1, 1, n));
        rows.put("Conv2d filters", n -> new Conv2d(IMAGE, n, 3, new Tanh()));
        rows.put("Conv2d window", n -> new Conv2d(IMAGE, 2, n, 1, 0, new Tanh()));
        rows.put("Conv2d odd window", n -> new Conv2d(IMAGE, 2, n, new Tanh()));
        rows.put("Conv2d stride", n -> new Conv2d(IMAGE, 2, 2, n, 0, new Tanh()));
        rows.put("MaxPool window", n -> new MaxPool(IMAGE, n));
        rows.put("MaxPool stride", n -> new MaxPool(IMAGE, 2, n));
        rows.put("AveragePool window", n -> new AveragePool(IMAGE, n));
        rows.put("AveragePool stride", n -> new AveragePool(IMAGE, 2, n));
        rows.put("He inputs", n -> new He().weights(3, n, new Random(1)));
        rows.put("Glorot nodes", n -> new Glorot().weights(n, 3, new Random(1)));
        rows.put("LeCun inputs", n -> new LeCun().weights(3, n, new Random(1)));
        return rows.entrySet().stream()
                .map(r -> DynamicTest.dynamicTest(r.getKey(), () -> {
                    for (int wrong : new int[] {0, -1, Integer.MIN_VALUE}) {
                        assertThatThrownBy(() -> r.getValue().apply(wrong))
                                .as("" + wrong)
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessageContaining("" + wrong)
                                .hasMessageContaining(
                                        r.getKey().substring(0, r.getKey().indexOf(' ')) + ": ");
                    }
                }));
    }

    @Test
    void paddingIsAtLeastZeroAndAnImageFitsIntoAnArray() {
        for (int wrong : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> new Conv2d(IMAGE, 2, 3, 1, wrong, new Tanh()))
                    .hasMessageStartingWith("Conv2d: the padding must be at ")
                    .hasMessageEndingWith("got " + wrong);
        }
        assertThatThrownBy(() -> new Volume(3, 100_000, 100_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Volume: an image must have at most 2³¹ − 1 entries, got 3×100000×100000");
    }

    @Test
    void whatIsNullIsNamedByItsLayer() {
        assertThatThrownBy(() -> new Conv2d(IMAGE, 2, 3, null)).hasMessage("Conv2d: the activation must not be null");
        assertThatThrownBy(() -> new ActivationLayer(null))
                .hasMessage("ActivationLayer: the activation must not be null");
        assertThatThrownBy(() -> new BatchNorm(null)).hasMessage("BatchNorm: the input's volume must not be null");
        assertThatThrownBy(() -> new Flatten(null)).hasMessage("Flatten: the input's volume must not be null");
        assertThatThrownBy(() -> new MaxPool(null, 2)).hasMessage("MaxPool: the input's volume must not be null");
        assertThatThrownBy(() -> new He(null)).hasMessage("He: the distribution must not be null");
    }

    /** n[l-1] Var(w) of 200 nodes with 1000 inputs; the bounds are some eight standard deviations. */
    @TestFactory
    Stream<DynamicTest> initialWeightsFitTheActivation() {
        Map<Activation, Double> variances = new LinkedHashMap<>();
        for (Activation g :
                new Activation[] {new Relu(), new Elu(), new Softplus(), new Swish(), new Gelu(), new GeluTanh()}) {
            variances.put(g, 2.0);
        }
        variances.put(new LeakyRelu(0.01), 2 / 1.0001);
        variances.put(new LeakyRelu(1), 1.0);
        variances.put(new LeakyRelu(0.5), 1.6);
        variances.put(new Selu(), 1.0);
        for (Activation g : new Activation[] {new Tanh(), new Sigmoid(), new Identity()}) {
            variances.put(g, 2.0 * 1000 / 1200);
        }
        return variances.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey().toString(), () -> {
                    double expected = row.getValue();
                    Matrix W = new Dense(1000, 200, row.getKey()).W();
                    assertThat(W.hadamard(W).mean() * 1000).isBetween(0.975 * expected, 1.025 * expected);
                    Conv2d conv = new Conv2d(new Volume(40, 5, 5), 200, 5, row.getKey());
                    Matrix filters = conv.dense().W();
                    assertThat(filters.hadamard(filters).mean() * 1000).isBetween(0.975 * expected, 1.025 * expected);
                }));
    }
}
