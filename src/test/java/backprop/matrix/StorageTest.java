package backprop.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StorageTest {
    private final Matrix M = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

    @Test
    void matricesThatShareTheirNumbersHaveThemInOnePlace() {
        assertThat(Storage.of(M.reshape(3, 2))).isSameAs(Storage.of(M)).isSameAs(Storage.of(Matrix.of(M.ejml())));
        assertThat(Storage.of(M.copy())).isNotSameAs(Storage.of(M));
    }

    @Test
    void aViewChangesWithItsMatrix() {
        Matrix view = Storage.view(M, 2, 2);
        M.set(0, 1, 7);
        assertThat(view).isEqualTo(Matrix.of(new double[][] {{1, 7}, {3, 4}}));
        assertThat(view.sharesNumbers(M)).isTrue();
    }

    @Test
    void aViewHasNoMoreNumbersThanItsMatrix() {
        assertThatThrownBy(() -> Storage.view(M, 1, 7))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("(2, 3)")
                .hasMessageContaining("(1, 7)");
        assertThatThrownBy(() -> Storage.view(M, -1, 2)).isInstanceOf(ShapeException.class);
    }
}
