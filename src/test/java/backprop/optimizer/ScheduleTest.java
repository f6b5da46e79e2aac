package backprop.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rates at chosen times, as numbers; a new schedule joins by a row. */
class ScheduleTest {
    /** A schedule's rate at time t, where the optimizer's own is 0.8. */
    private record Rate(String name, Schedule schedule, double t, double rate) {}

    private static final List<Rate> RATES = List.of(
            new Rate("constant", Schedule.constant(), 0, 0.8),
            new Rate("constant", Schedule.constant(), 17.3, 0.8),
            new Rate("step", Schedule.step(0.5, 10), 0, 0.8),
            new Rate("step", Schedule.step(0.5, 10), 9.99, 0.8),
            new Rate("step", Schedule.step(0.5, 10), 10, 0.4),
            new Rate("step", Schedule.step(0.5, 10), 35, 0.1),
            new Rate("step of half an epoch", Schedule.step(0.1, 0.5), 1, 0.008),
            new Rate("exponential", Schedule.exponential(0.1), 0, 0.8),
            new Rate("exponential", Schedule.exponential(Math.log(2)), 1, 0.4),
            new Rate("exponential", Schedule.exponential(0.1), 10, 0.2943035529371539),
            new Rate("inverse time", Schedule.inverseTime(0.5), 0, 0.8),
            new Rate("inverse time", Schedule.inverseTime(0.5), 2, 0.4),
            new Rate("inverse time", Schedule.inverseTime(0.5), 6, 0.2),
            new Rate("cosine", Schedule.cosine(30), 0, 0.8),
            new Rate("cosine, a third", Schedule.cosine(30), 10, 0.6),
            new Rate("cosine, half", Schedule.cosine(30), 15, 0.4),
            new Rate("cosine, two thirds", Schedule.cosine(30), 20, 0.2),
            new Rate("cosine, its end", Schedule.cosine(30), 30, 0),
            new Rate("cosine, after its end", Schedule.cosine(30), 45, 0),
            new Rate("warm-up, first update", Schedule.constant().warmUp(3), 0, 0.2),
            new Rate("warm-up, within an epoch", Schedule.constant().warmUp(3), 0.5, 0.3),
            new Rate("warm-up", Schedule.constant().warmUp(3), 2, 0.6),
            new Rate("warm-up, its end", Schedule.constant().warmUp(3), 3, 0.8),
            new Rate("cosine after warm-up", Schedule.cosine(30).warmUp(3), 3, 0.8),
            new Rate("cosine after warm-up", Schedule.cosine(30).warmUp(3), 13, 0.6),
            new Rate("cosine after warm-up", Schedule.cosine(30).warmUp(3), 33, 0),
            new Rate("step after warm-up", Schedule.step(0.5, 10).warmUp(3), 12.9, 0.8),
            new Rate("step after warm-up", Schedule.step(0.5, 10).warmUp(3), 13, 0.4));

    @TestFactory
    Stream<DynamicTest> ratesAtChosenTimes() {
        return RATES.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.name() + " at t = " + row.t(),
                        () -> assertThat(row.schedule().alpha(0.8, row.t())).isCloseTo(row.rate(), within(1e-15))));
    }

    @Test
    void aWarmUpRisesAllTheWayAndMeetsTheScheduleAtItsEnd() {
        Schedule schedule = Schedule.inverseTime(1).warmUp(5);
        double before = 0;
        for (double t = 0; t < 5; t += 0.125) {
            assertThat(schedule.alpha(1, t)).isGreaterThan(before);
            before = schedule.alpha(1, t);
        }
        assertThat(schedule.alpha(1, 5 - 1e-9)).isCloseTo(1, within(1e-9));
        assertThat(schedule.alpha(1, 5)).isEqualTo(1);
        assertThat(schedule.alpha(1, 5 + 1e-9)).isCloseTo(1, within(2e-9));
    }

    @Test
    void aLambdaIsASchedule() {
        Schedule linear = (alpha, t) -> alpha * (1 - t / 10);
        assertThat(linear.alpha(0.8, 5)).isCloseTo(0.4, within(1e-15));
        assertThat(linear.warmUp(1).alpha(0.8, 6)).isCloseTo(0.4, within(1e-15));
    }

    /** An argument out of its range, and the sentence. */
    private record Refusal(ThrowingCallable call, String sentence) {}

    private static final List<Refusal> REFUSALS = List.of(
            new Refusal(() -> Schedule.step(0, 10), "step: the factor must be positive and finite, got 0.0"),
            new Refusal(() -> Schedule.step(0.5, 0), "step: every must be positive and finite, got 0.0"),
            new Refusal(() -> Schedule.exponential(-1), "exponential: k must be positive and finite, got -1.0"),
            new Refusal(() -> Schedule.inverseTime(Double.NaN), "inverseTime: k must be positive and finite, got NaN"),
            new Refusal(() -> Schedule.cosine(0), "cosine: the epochs must be positive and finite, got 0.0"),
            new Refusal(
                    () -> Schedule.cosine(Double.POSITIVE_INFINITY),
                    "cosine: the epochs must be positive and finite, got Infinity"),
            new Refusal(
                    () -> Schedule.constant().warmUp(-2), "warmUp: the epochs must be positive and finite, got -2.0"));

    @TestFactory
    Stream<DynamicTest> argumentsOutOfRangeAreRefused() {
        return REFUSALS.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.sentence(),
                        () -> assertThatThrownBy(row.call())
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessage(row.sentence())));
    }
}
