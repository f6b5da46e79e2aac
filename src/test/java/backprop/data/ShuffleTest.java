package backprop.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShuffleTest {
    /** Computed in Python by the recurrence that java.util.Random documents. */
    @Test
    void aSeedGivesTheSameOrderEverywhere() {
        assertThat(Split.shuffled(10, new Random(42))).containsExactly(4, 6, 2, 1, 7, 9, 8, 5, 3, 0);
        assertThat(Split.shuffled(10, new Random(7))).containsExactly(0, 1, 9, 3, 7, 4, 8, 5, 2, 6);
    }

    @Test
    void allOrdersAreEquallyLikely() {
        int[] counts = new int[6];
        Random random = new Random(1);
        for (int i = 0; i < 60_000; i++) {
            int[] order = Split.shuffled(3, random);
            counts[2 * order[0] + (order[1] > order[2] ? 1 : 0)]++;
        }
        // 10,000 each on average, with a standard deviation of 91: five of them either way
        assertThat(IntStream.of(counts)).allMatch(count -> 9_545 <= count && count <= 10_455);
    }
}
