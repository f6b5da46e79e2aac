package backprop.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.RandomInputs;
import backprop.Samples;
import backprop.Seeded;

class MatrixPropertyTest {
    @Seeded(200)
    void productsAreSumsOverTheInnerIndex(RandomInputs random) {
        int n = random.integer(1, 17);
        int k = random.integer(1, 17);
        int m = random.integer(1, 17);
        long seed = random.seed();
        Matrix left = Samples.normal(n, k, seed);
        Matrix right = Samples.normal(k, m, seed + 1);
        Matrix looped = Matrix.generate(n, m, (i, j) -> {
            double sum = 0;
            for (int p = 0; p < k; p++) {
                sum += left.get(i, p) * right.get(p, j);
            }
            return sum;
        });
        assertThat(left.mult(right).minus(looped).maxAbs()).isLessThan(1e-12);
        assertThat(left.transpose().multTransA(right).minus(looped).maxAbs()).isLessThan(1e-12);
        assertThat(left.multTransB(right.transpose()).minus(looped).maxAbs()).isLessThan(1e-12);
    }
}
