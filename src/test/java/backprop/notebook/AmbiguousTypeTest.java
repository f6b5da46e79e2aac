package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An import that brings a second class of a name. */
class AmbiguousTypeTest {
    private final JShellKernel kernel = JShellKernel.watched();

    AmbiguousTypeTest() throws InterruptedException {}

    @AfterEach
    void end() {
        kernel.close();
    }

    @Test
    void whichTwoAndWhatMendsItIsSaid() {
        kernel.cell("import java.awt.*;");
        assertThat(kernel.cell("Shape s = null;")).startsWith("""
        Shape may be java.awt.Shape or backprop.matrix.Shape.
        Hint: import backprop.matrix.Shape; chooses that one; or write java.awt.Shape in full where you mean it
            Shape s = null;
            ^^^^^""");
        assertThat(kernel.cell("import backprop.matrix.Shape;\nShape s = null;\njava.awt.Shape t = null;"))
                .isEmpty();
        kernel.cell("import java.awt.Shape;");
        assertThat(kernel.cell("Shape.text(1, 2)"))
                .contains("Hint: Shape is java.awt.Shape here; import backprop.matrix.Shape; chooses that one again");
    }

    @Test
    void aVariableOfSuchATypeSaysWhatMendsIt() {
        kernel.cell("Shape shape = null;\nDate day = new Date();");
        kernel.notes();
        kernel.cell("import java.sql.*;");
        assertThat(kernel.notes()).containsExactly("""
        Mind: day cannot be used any more: reference to Date is ambiguous
        Hint: import java.util.Date; chooses that one; or write java.sql.Date in full where you mean it""");
    }
}
