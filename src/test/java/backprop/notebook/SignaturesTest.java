package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists of parameters of the kit's methods and constructors, as its sources have them. */
class SignaturesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "matrix.Matrix|plus|(Matrix B)",
                "matrix.Matrix|zeros|(int rows, int cols)",
                "activation.Sigmoid|''|()",
                "notebook.SideBySide|of|(Object... parts)",
                "notebook.SideBySide|''|(List<Object> parts)"
            })
    void theyAreThoseOfTheSource(String type, String method, String parameters) {
        assertThat(Signatures.of("backprop." + type, method)).containsExactly(parameters);
    }

    @Test
    void whatIsNotThereTakesNothing() {
        assertThat(Signatures.of("backprop.matrix.Vector", "plus")).isEmpty();
        assertThat(Signatures.of("backprop.matrix.Matrix", "minimum")).isEmpty();
    }
}
