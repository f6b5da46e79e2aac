package backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backprop.RandomInputs;
import backprop.Samples;
import backprop.Seeded;
import backprop.matrix.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What holds for every data set and every seed. */
class DataPropertyTest {
    @Seeded(1000)
    void theLargestOfEachOneHotColumnIsTheLabelAgain(RandomInputs random) {
        int[] labels = labels(random.list(1, 255, () -> random.integer(0, 9)));
        assertThat(OneHot.of(labels, 10).argMaxOfColumns()).isEqualTo(labels);
        assertThat(OneHot.of(labels, 10).sumOfColumns()).isEqualTo(Matrix.ones(1, labels.length));
    }

    @Seeded(1000)
    void normalizedEveryFeatureHasMeanZeroAndVarianceOne(RandomInputs random) {
        int m = random.integer(2, 50);
        double spread = random.number(0.01, 1000);
        double middle = random.number(-1000, 1000);
        Matrix X = Samples.normal(3, m, random.seed()).map(x -> middle + spread * x);
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

    @Seeded(1000)
    void aShuffleHoldsEveryNumberOnce(RandomInputs random) {
        int m = random.integer(0, 300);
        assertThat(IntStream.of(Split.shuffled(m, new Random(random.seed()))).sorted())
                .containsExactlyElementsOf(IntStream.range(0, m).boxed().toList());
    }

    @Seeded(1000)
    void aSplitHoldsEveryExampleOnceWithItsOwnLabel(RandomInputs random) {
        int m = random.integer(2, 200);
        Split split = SplitTest.numbered(m).split(random.number(0.3, 0.7), random.seed());
        double[] train = split.train().X().toArray()[0];
        double[] test = split.test().X().toArray()[0];
        assertThat(DoubleStream.concat(Arrays.stream(train), Arrays.stream(test))
                        .sorted()
                        .toArray())
                .containsExactly(IntStream.range(0, m).asDoubleStream().toArray());
        assertThat(split.train().Y()).isEqualTo(split.train().X().times(-1));
        assertThat(split.test().Y()).isEqualTo(split.test().X().times(-1));
    }

    @Seeded(1000)
    void aStratifiedSplitHoldsEveryExampleOnceAndOfEachClassItsShare(RandomInputs random) {
        List<Integer> some = random.list(4, 100, () -> random.integer(0, 2));
        double fraction = random.number(0.3, 0.7);
        int[] labels = labels(some);
        Split split = SplitTest.withClasses(labels).stratifiedSplit(fraction, random.seed());
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

    @Seeded(1000)
    void anEpochShowsEveryExampleOnceWithItsOwnLabel(RandomInputs random) {
        int m = random.integer(1, 100);
        int size = random.integer(1, 120);
        MiniBatches batches = new MiniBatches(SplitTest.numbered(m), size, new Random(random.seed()));
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

    private static int[] labels(List<Integer> labels) {
        return labels.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The labels of the examples that the numbers name. */
    private static int[] ofTheirs(int[] labels, double[] numbers) {
        return Arrays.stream(numbers).mapToInt(x -> labels[(int) x]).toArray();
    }
}
