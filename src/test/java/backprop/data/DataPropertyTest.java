package backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backprop.matrix.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every data set and every seed. */
class DataPropertyTest {
    @Property
    void theLargestOfEachOneHotColumnIsTheLabelAgain(@ForAll @Size(min = 1) List<@IntRange(max = 9) Integer> some) {
        int[] labels = some.stream().mapToInt(Integer::intValue).toArray();
        assertThat(OneHot.of(labels, 10).argMaxOfColumns()).isEqualTo(labels);
        assertThat(OneHot.of(labels, 10).sumOfColumns()).isEqualTo(Matrix.ones(1, labels.length));
    }

    @Property
    void normalizedEveryFeatureHasMeanZeroAndVarianceOne(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 50) int m,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double spread,
            @ForAll @DoubleRange(min = -1000, max = 1000) double middle) {
        Random random = new Random(seed);
        Matrix X = Matrix.generate(3, m, (i, j) -> middle + spread * random.nextGaussian());
        Normalization normalization = Normalization.fit(X);
        double[][] normalized = normalization.apply(X).toArray();
        for (double[] feature : normalized) {
            double sum = 0;
            double squares = 0;
            for (double x : feature) {
                sum += x;
                squares += x * x;
            }
            assertThat(sum / m).isCloseTo(0, within(1e-6));
            assertThat(squares / m).isCloseTo(1, within(1e-6));
        }
        assertThat(normalization.invert(normalization.apply(X)).minus(X).maxAbs())
                .isCloseTo(0, within(1e-9));
    }

    @Property
    void aShuffleHoldsEveryNumberOnce(@ForAll @IntRange(max = 300) int m, @ForAll long seed) {
        assertThat(IntStream.of(Split.shuffled(m, new Random(seed))).sorted())
                .containsExactlyElementsOf(IntStream.range(0, m).boxed().toList());
    }

    @Property
    void aSplitHoldsEveryExampleOnceWithItsOwnLabel(
            @ForAll @IntRange(min = 2, max = 200) int m,
            @ForAll @DoubleRange(min = 0.3, max = 0.7) double fraction,
            @ForAll long seed) {
        Split split = SplitTest.numbered(m).split(fraction, seed);
        double[] train = split.train().X().toArray()[0];
        double[] test = split.test().X().toArray()[0];
        assertThat(DoubleStream.concat(Arrays.stream(train), Arrays.stream(test))
                        .sorted()
                        .toArray())
                .containsExactly(IntStream.range(0, m).asDoubleStream().toArray());
        assertThat(split.train().Y()).isEqualTo(split.train().X().times(-1));
        assertThat(split.test().Y()).isEqualTo(split.test().X().times(-1));
    }

    @Property
    void aStratifiedSplitHoldsEveryExampleOnceAndOfEachClassItsShare(
            @ForAll @Size(min = 4, max = 100) List<@IntRange(max = 2) Integer> some,
            @ForAll @DoubleRange(min = 0.3, max = 0.7) double fraction,
            @ForAll long seed) {
        int[] labels = some.stream().mapToInt(Integer::intValue).toArray();
        Split split = SplitTest.withClasses(labels).stratifiedSplit(fraction, seed);
        double[] train = split.train().X().toArray()[0];
        double[] test = split.test().X().toArray()[0];
        assertThat(DoubleStream.concat(Arrays.stream(train), Arrays.stream(test))
                        .sorted()
                        .toArray())
                .containsExactly(
                        IntStream.range(0, labels.length).asDoubleStream().toArray());
        assertThat(split.train().labels()).isEqualTo(ofTheirs(labels, train));
        assertThat(split.test().labels()).isEqualTo(ofTheirs(labels, test));
        for (int k = 0; k < 3; k++) {
            int size = Collections.frequency(some, k);
            double share = split.train().Y().sumOverExamples().get(k, 0);
            assertThat(share).isCloseTo(fraction * size, within(size == 2 ? 0.6 : 0.5));
            if (size > 1) {
                assertThat(share).isBetween(1.0, size - 1.0);
            }
        }
    }

    @Property
    void anEpochShowsEveryExampleOnceWithItsOwnLabel(
            @ForAll @IntRange(min = 1, max = 100) int m,
            @ForAll @IntRange(min = 1, max = 120) int size,
            @ForAll long seed) {
        MiniBatches batches = new MiniBatches(SplitTest.numbered(m), size, new Random(seed));
        List<Integer> seen = new ArrayList<>();
        int steps = 0;
        for (Dataset batch : batches) {
            steps++;
            assertThat(batch.Y()).isEqualTo(batch.X().times(-1));
            for (double x : batch.X().toArray()[0]) {
                seen.add((int) x);
            }
        }
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, m).boxed().toList());
        assertThat(steps).isEqualTo(batches.count()).isEqualTo((int) Math.ceil(m / (double) size));
    }

    /** The labels of the examples that the numbers name. */
    private static int[] ofTheirs(int[] labels, double[] numbers) {
        return Arrays.stream(numbers).mapToInt(x -> labels[(int) x]).toArray();
    }
}
