package backprop.grade.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a submission may use, all together. */
class TimeBudgetTest {
    private final AtomicLong clock = new AtomicLong();
    private final TimeBudget budget = new TimeBudget(clock::doubleValue);

    @Test
    void nothingIsLeftWhenItWasWaitedForTooLong() {
        assertThat(budget.left(10, 0)).isEqualTo(10);
        clock.set(241);
        assertThat(budget.left(10, 0)).isZero();
    }

    @Test
    void nothingIsLeftWhenAllIsUsed() {
        budget.use(33);
        assertThat(budget.left(10, 5)).isEqualTo(2);
        assertThat(budget.left(10, 8)).isZero();
    }

    @Test
    void whatComesLastHasSomeTimeInAnyCase() {
        budget.use(45);
        clock.set(1000);
        budget.reserve();
        assertThat(budget.left(10, 15)).isEqualTo(5);
        clock.set(1121);
        assertThat(budget.left(10, 0)).isZero();
    }
}
