package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that need others which have not run, or not since the kernel began. */
class CellsAboveTest {
    private static final String MENU = " (in the menu: Run > Run All Above Selected Cell)";
    private static JShellKernel kernel;

    @BeforeAll
    static void begin() throws InterruptedException {
        kernel = JShellKernel.watched();
        kernel.cell("import backprop.exercise.logistic.*;\nimport backprop.exercise.shapes.*;");
    }

    @BeforeEach
    void clear() {
        kernel.notes();
    }

    @AfterAll
    static void end() {
        kernel.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "net.predict(two.X())",
                "Plots.confusion(net, W)",
                "lossFromLogit(1, 2)",
                "Plots.lines(\"\", \"z\", \"loss\", new double[] {-6, 6}, Map.of(\"y = 0\", z -> lossFromLogit(z, 0)))",
                "gradientByLoops(W, 0, W, W).dw()",
                "Check.close(\"dw\", gradientByLoops(W, 0, W, W).dw(), W, 1e-12);",
                "Gradients g = null;",
                "returns.get(0)"
            })
    void runTheCellsAbove(String code) {
        assertThat(kernel.cell(code))
                .contains(" is not defined.\nHint: run the cells above that declare it" + MENU + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "digits.split(0.8, 7)|did you mean Digits? Or run the cells above that declare digits",
                "split.train()|did you mean Split? Or run the cells above that declare split",
                "oneHot(null, 10)|did you mean OneHot? Or run the cells above that declare oneHot",
                "sigmoid(0)|write new Sigmoid().of(0), or run the cells above that declare sigmoid"
            })
    void orWhatTheKitHasOfThatName(String code, String hint) {
        assertThat(kernel.cell(code)).contains(" is not defined.\nHint: " + hint + MENU + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W.nothing()",
                "Activation(2)",
                "backprop.matrx.Matrix.ones(1, 1)",
                "math.exp(1)",
                "x = 5;",
                "Matrx Q = W;",
                "np.zeros(3)"
            })
    void notWhereNoCellCanHelp(String code) {
        assertThat(kernel.cell(code)).isNotEmpty().doesNotContain("above");
    }

    @Test
    void aMethodThatNamesSuchAFunctionIsNotToldTheContract() {
        kernel.cell("double mean(Matrix Z) { return lossFromLogit(1, 1); }");
        assertThat(kernel.notes()).containsExactly("""
        Mind: mean(…) was accepted, but cannot be used yet: method lossFromLogit(int,int) is not defined.
        Hint: run the cell above that declares what is missing, or declare it here or in a later cell""");
    }

    @Test
    void aMethodIsNotOfferedItself() {
        kernel.cell("Matrix jacobians(Matrix Z) { return jacobian(Z); }");
        assertThat(kernel.notes()).singleElement().asString().doesNotContain("did you mean");
    }
}
