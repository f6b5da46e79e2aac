package backprop.activation;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.Samples;
import backprop.matrix.Matrix;
import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ActivationPropertyTest {
  private static final MathContext DIGITS = new MathContext(60);

  @Property(tries = 300)
  void derivativesKeepTheirDigitsInSaturation(@ForAll @DoubleRange(min = -40, max = 40) double z) {
    // e^z with 60 digits, by its series at z / 2^10, squared ten times
    BigDecimal e = exp(new BigDecimal(z));
    BigDecimal onePlus = e.add(BigDecimal.ONE);
    double sigmoid = e.divide(onePlus.multiply(onePlus), DIGITS).doubleValue();
    BigDecimal square = e.multiply(e);
    BigDecimal onePlusSquare = square.add(BigDecimal.ONE);
    double tanh =
        square
            .multiply(BigDecimal.valueOf(4))
            .divide(onePlusSquare.multiply(onePlusSquare), DIGITS)
            .doubleValue();
    assertThat(new Sigmoid().derivative(z) / sigmoid - 1).isBetween(-1e-13, 1e-13);
    assertThat(new Tanh().derivative(z) / tanh - 1).isBetween(-1e-13, 1e-13);
  }

  @Property(tries = 100)
  void softmaxColumnsSumToOneAndAShiftChangesNothing(
      @ForAll long seed, @ForAll @DoubleRange(min = -1e4, max = 1e4) double shift) {
    Matrix Z = Samples.normal(5, 3, seed).times(10);
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
