package backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MiniBatchesTest {
    @Test
    void theLastBatchHoldsWhatIsLeft() {
        MiniBatches batches = new MiniBatches(SplitTest.numbered(10), 4, new Random(42));
        assertThat(batches).extracting(Dataset::m).containsExactly(4, 4, 2);
        assertThat(batches.count()).isEqualTo(3);
    }

    @Test
    void theNextEpochOfOneSourceHasAnotherOrderAndTheSameSeedTheSame() {
        Dataset data = SplitTest.numbered(50);
        Random random = new Random(3);
        Dataset first = new MiniBatches(data, 50, random).iterator().next();
        Dataset second = new MiniBatches(data, 50, random).iterator().next();
        assertThat(second).isNotEqualTo(first);
        assertThat(new MiniBatches(data, 50, new Random(3)).iterator().next()).isEqualTo(first);
    }

    @Test
    void beyondTheLastBatchThereIsNone() {
        Iterator<Dataset> batches = new MiniBatches(SplitTest.numbered(1), 5, new Random(1)).iterator();
        batches.next();
        assertThat(batches.hasNext()).isFalse();
        assertThatThrownBy(batches::next).isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, Integer.MAX_VALUE})
    void aBatchAsLargeAsTheDataOrLargerHoldsThemAll(int size) {
        MiniBatches batches = new MiniBatches(SplitTest.numbered(10), size, new Random(42));
        assertThat(batches.count()).isEqualTo(1);
        assertThat(batches).extracting(Dataset::m).containsExactly(10);
    }

    @Test
    void theNumberOfBatchesIsTheCeilingOfTheQuotient() {
        for (int m = 1; m <= 200; m++) {
            for (int size = 1; size <= 50; size++) {
                assertThat(new MiniBatches(SplitTest.numbered(m), size, new Random(1)).count())
                        .isEqualTo((int) Math.ceil(m / (double) size));
            }
        }
    }

    @Test
    void dropLastLeavesASmallerLastBatchOutAndKeepsTheOrderOfTheOthers() {
        MiniBatches all = new MiniBatches(SplitTest.numbered(10), 4, new Random(42));
        MiniBatches full = new MiniBatches(SplitTest.numbered(10), 4, new Random(42)).dropLast();
        assertThat(full.count()).isEqualTo(2);
        List<Dataset> firstTwo = new ArrayList<>();
        all.forEach(firstTwo::add);
        assertThat(full).containsExactlyElementsOf(firstTwo.subList(0, 2));
        assertThat(new MiniBatches(SplitTest.numbered(8), 4, new Random(42)).dropLast())
                .hasSize(2);
    }

    @Test
    void dropLastOfTheOnlyBatchIsRefused() {
        MiniBatches small = new MiniBatches(SplitTest.numbered(3), 4, new Random(42));
        assertThatThrownBy(small::dropLast)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dropLast: 3 examples must fill a batch of 4, which they do not");
    }

    @Test
    void aBatchOfNothingIsRefused() {
        assertThatThrownBy(() -> new MiniBatches(SplitTest.numbered(3), 0, new Random(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MiniBatches: the batch size must be at least 1, got 0");
    }
}
