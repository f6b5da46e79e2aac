package backprop.activation;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.RandomInputs;
import backprop.Samples;
import backprop.Seeded;
import backprop.matrix.Matrix;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

class ActivationPropertyTest {
    private static final MathContext DIGITS = new MathContext(60);

    private static final List<Activation> SMOOTH_BUT_FOR_ZERO = List.of(
            new Relu(),
            new LeakyRelu(0.2),
            new Elu(0.5),
            new Selu(),
            new Softplus(),
            new Swish(),
            new Gelu(),
            new GeluTanh());

    @Seeded(300)
    void derivativesKeepTheirDigitsInSaturation(RandomInputs random) {
        double z = random.number(-40, 40);
        // e^z with 60 digits, by its series at z / 2^10, squared ten times
        BigDecimal e = exp(new BigDecimal(z));
        BigDecimal onePlus = e.add(BigDecimal.ONE);
        double sigmoid = e.divide(onePlus.multiply(onePlus), DIGITS).doubleValue();
        BigDecimal square = e.multiply(e);
        BigDecimal onePlusSquare = square.add(BigDecimal.ONE);
        double tanh = square.multiply(BigDecimal.valueOf(4))
                .divide(onePlusSquare.multiply(onePlusSquare), DIGITS)
                .doubleValue();
        assertThat(new Sigmoid().derivative(z) / sigmoid - 1).isBetween(-1e-13, 1e-13);
        assertThat(new Tanh().derivative(z) / tanh - 1).isBetween(-1e-13, 1e-13);
    }

    @Seeded(300)
    void derivativesAreSlopes(RandomInputs random) {
        double h = 1e-5;
        double drawn = random.number(-40, 40);
        double z = Math.copySign(Math.max(Math.abs(drawn), 2 * h), drawn); // some bend at 0
        for (Activation g : SMOOTH_BUT_FOR_ZERO) {
            double slope = (g.of(z + h) - g.of(z - h)) / (2 * h);
            assertThat(g.derivative(z) - slope).as("%s at %s", g, z).isBetween(-1e-8, 1e-8);
        }
    }

    @Seeded(300)
    void swishGeluAndSoftplusExceedTheirMirrorImageByZ(RandomInputs random) {
        double z = random.number(-1e3, 1e3);
        for (Activation g : List.of(new Swish(), new Gelu(), new GeluTanh(), new Softplus())) {
            double tolerance = 1e-15 * Math.abs(z) + 1e-15;
            assertThat(g.of(z) - g.of(-z)).as(g.toString()).isBetween(z - tolerance, z + tolerance);
        }
    }

    @Seeded(100)
    void softmaxColumnsSumToOneAndAShiftChangesNothing(RandomInputs random) {
        double shift = random.number(-1e4, 1e4);
        Matrix Z = Samples.normal(5, 3, random.seed()).times(10);
        Matrix Y = Softmax.of(Z);
        assertThat(Y.sumOfColumns().minus(Matrix.ones(1, 3)).maxAbs()).isLessThan(1e-14);
        assertThat(Softmax.of(Z.map(z -> z + shift)).minus(Y).maxAbs()).isLessThan(1e-10);
    }

    private static BigDecimal exp(BigDecimal z) {
        BigDecimal x = z.divide(BigDecimal.valueOf(1024), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; k < 40; k++) {
            term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum.pow(1024, DIGITS);
    }
}
