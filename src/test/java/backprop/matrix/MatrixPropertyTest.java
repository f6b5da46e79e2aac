package backprop.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.Samples;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MatrixPropertyTest {
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void productsAreSumsOverTheInnerIndex(
            @ForAll @IntRange(min = 1, max = 17) int n,
            @ForAll @IntRange(min = 1, max = 17) int k,
            @ForAll @IntRange(min = 1, max = 17) int m,
            @ForAll long seed) {
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
