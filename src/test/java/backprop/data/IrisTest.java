package backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backprop.matrix.Matrix;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Held against numbers that NumPy computed from scikit-learn 1.9.1's load_iris(). */
class IrisTest {
    private final Dataset iris = Iris.load();

    @Test
    void fiftyOfEachSpeciesAreThere() {
        assertThat(iris.X().shape()).isEqualTo("(4, 150)");
        assertThat(iris.classes()).containsExactly("setosa", "versicolor", "virginica");
        assertThat(iris.Y().sumOverExamples()).isEqualTo(Matrix.column(50, 50, 50));
        assertThat(iris.labels())
                .containsExactly(IntStream.range(0, 150).map(i -> i / 50).toArray());
    }

    @Test
    void everySpeciesHasTheLengthsThatNumPySums() {
        Matrix sums = Matrix.of(new double[][] { // data[target == k].sum(axis=0), k by column
            {250.3, 296.8, 329.4}, {171.4, 138.5, 148.7}, {73.1, 213.0, 277.6}, {12.3, 66.3, 101.3}
        });
        assertThat(iris.X().multTransB(iris.Y()).minus(sums).maxAbs()).isCloseTo(0, within(1e-11));
    }

    @Test
    void flowers35And38AreFishersAndNotThoseOfTheUciFile() {
        assertThat(iris.X().cols(34)).isEqualTo(Matrix.column(4.9, 3.1, 1.5, 0.2));
        assertThat(iris.X().cols(37)).isEqualTo(Matrix.column(4.9, 3.6, 1.4, 0.1));
    }
}
