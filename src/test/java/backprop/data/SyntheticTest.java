package backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import backprop.matrix.Matrix;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticTest {
    @Test
    void withoutNoiseMoonsAreTwoHalfCircles() {
        Dataset moons = Synthetic.moons(101, 0, 1);
        for (int i = 0; i < 101; i++) {
            double x = moons.X().get(0, i);
            double y = moons.X().get(1, i);
            boolean upper = moons.labels()[i] == 0;
            assertThat(upper ? Math.hypot(x, y) : Math.hypot(x - 1, y - 0.5)).isCloseTo(1, within(1e-12));
            assertThat(upper ? y > 0 : y < 0.5).isTrue();
        }
        assertThat(column(moons, 0)).isGreaterThan(0.99); // from end to end: 1 to −1, 0 to 2
        assertThat(column(moons, 100)).isLessThan(-0.99);
    }

    @Test
    void withoutNoiseCirclesHaveRadiusOneAndOneHalf() {
        Dataset circles = Synthetic.circles(100, 0, 1);
        for (int i = 0; i < 100; i++) {
            assertThat(radius(circles, i)).isCloseTo(circles.labels()[i] == 0 ? 1 : 0.5, within(1e-12));
        }
        assertThat(circles.X().mean()).isCloseTo(0, within(1e-12)); // all the way round
    }

    @Test
    void withoutNoiseASpiralTurnsOnceWhileItsRadiusGrows() {
        Dataset spirals = Synthetic.spirals(300, 3, 0, 1);
        for (int i = 0; i < 300; i++) {
            double t = (i + 0.5) / 300;
            double turned = spirals.labels()[i] / 3.0 + t;
            assertThat(radius(spirals, i)).isCloseTo(t, within(1e-12));
            assertThat(angle(spirals, i)).isCloseTo(turned - Math.rint(turned), within(1e-12));
        }
    }

    @Test
    void blobsScatterNormallyAroundTheirCentres() {
        Dataset blobs = Synthetic.blobs(40_000, 4, 0.3, 5);
        double[][] centres = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
        for (int k = 0; k < 4; k++) {
            int label = k;
            int[] members =
                    IntStream.range(0, 40_000).filter(i -> i % 4 == label).toArray();
            Matrix distances = blobs.select(members).X().minus(Matrix.column(centres[k][0], centres[k][1]));
            // 20,000 normal numbers: the mean to 0.3 / √20,000, their square to √2 of that; five times
            assertThat(distances.mean()).isCloseTo(0, within(0.011));
            assertThat(distances.hadamard(distances).mean()).isCloseTo(0.09, within(0.0045));
        }
    }

    @Test
    void classesTakeTurnsAndTwoHaveTwoRows() {
        assertThat(Synthetic.moons(5, 0.1, 1).Y()).isEqualTo(Matrix.of(new double[][] {{1, 0, 1, 0, 1}, {0, 1, 0, 1, 0}
        }));
        assertThat(Synthetic.circles(2, 0.1, 1).classes()).containsExactly("0", "1");
        assertThat(Synthetic.spirals(7, 3, 0.1, 1).labels()).containsExactly(0, 1, 2, 0, 1, 2, 0);
        assertThat(Synthetic.blobs(4, 4, 0.1, 1).Y().argMaxOfColumns()).containsExactly(0, 1, 2, 3);
    }

    /** Computed in Python by the formulas and the recurrence that java.util.Random documents. */
    @Test
    void aSeedGivesTheSameNumbersEverywhere() {
        assertClose(Synthetic.moons(5, 0.1, 42), new double[][] {
            {1.065247047842459, 0.3172280840184373, 0.028097763807278013, 1.5060631115526002, -0.9701509676022411},
            {0.40095778927322623, -0.4197160230148812, 1.0684622795632654, -0.44868133464275184, 0.4576383336140125}
        });
        assertClose(Synthetic.circles(5, 0.1, 42), new double[][] {
            {0.923207525922253, -0.24949516087656326, -0.9719022361927221, -0.23623063792734647, 0.7899225430678598},
            {0.6797260471907519, 0.36482922950764307, 0.06846227956326567, -0.6151925984153811, -0.4391639130534083}
        });
        assertClose(Synthetic.spirals(4, 3, 0.1, 42), new double[][] {
            {0.20257887919562395, -0.19204380560253514, -0.13366413938179716, 0.5369962927983563},
            {0.18032914254659724, -0.47292121349833427, 0.6721659209939334, -0.7583827738060336}
        });
        assertClose(Synthetic.blobs(4, 3, 0.1, 42), new double[][] {
            {1.1141905315473055, -0.5949866636890894, -0.4719022361927225, 0.9182778592601273},
            {0.0919407948982788, 0.755326375144505, -0.7975631242211728, -0.13966434026780436}
        });
        assertThat(Synthetic.moons(50, 0.1, 1)).isEqualTo(Synthetic.moons(50, 0.1, 1));
        assertThat(Synthetic.moons(50, 0.1, 1)).isNotEqualTo(Synthetic.moons(50, 0.1, 2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void noiseThatIsNoDeviationIsRefused(double noise) {
        String sentence = "Synthetic: noise must be finite and not below 0, got " + noise;
        assertRefused(() -> Synthetic.moons(10, noise, 1), sentence);
        assertRefused(() -> Synthetic.blobs(10, 2, noise, 1), sentence);
    }

    @Test
    void classesWithoutAnExampleAreRefused() {
        assertRefused(
                () -> Synthetic.circles(1, 0, 1),
                "Synthetic: must have 2 classes or more, an example of each, got 2 and m = 1");
        assertRefused(
                () -> Synthetic.spirals(2, 3, 0, 1),
                "Synthetic: must have 2 classes or more, an example of each, got 3 and m = 2");
        assertRefused(
                () -> Synthetic.blobs(9, 1, 0, 1),
                "Synthetic: must have 2 classes or more, an example of each, got 1 and m = 9");
        assertRefused(
                () -> Synthetic.blobs(-1, 0, 0, 1),
                "Synthetic: must have 2 classes or more, an example of each, got 0 and m = -1");
    }

    private static double column(Dataset data, int i) {
        return data.X().get(0, i);
    }

    private static double radius(Dataset data, int i) {
        return Math.hypot(data.X().get(0, i), data.X().get(1, i));
    }

    /** In turns, from −½ to ½. */
    private static double angle(Dataset data, int i) {
        return Math.atan2(data.X().get(1, i), data.X().get(0, i)) / (2 * Math.PI);
    }

    private static void assertClose(Dataset data, double[][] X) {
        assertThat(data.X().minus(Matrix.of(X)).maxAbs()).isCloseTo(0, within(1e-14));
    }

    private static void assertRefused(ThrowingCallable call, String sentence) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(sentence);
    }
}
