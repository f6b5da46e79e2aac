package backprop.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HintsTest {
    private static final Class<?> CONTRACT = SigmoidFunction.class;
    private final Hints hints = new Hints();

    private Stream<String> next(int count) {
        return IntStream.range(0, count).mapToObj(unused -> hints.next().toString());
    }

    @Test
    void beforeTheFirstCheckTheySayWhatToDo() {
        assertThat(hints.next()).hasToString(Texts.of("hint.checkFirst"));
    }

    @Test
    void theyComeInTheirOrderAndTheLastIsRepeatedAsTheLast() {
        hints.follow(CONTRACT, false);
        String third = Contracts.hint(CONTRACT, 3);
        assertThat(next(5))
                .containsExactly(
                        "Hint 1 of 3: " + Contracts.hint(CONTRACT, 1),
                        "Hint 2 of 3: " + Contracts.hint(CONTRACT, 2),
                        "Hint 3 of 3: " + third,
                        "There are no more hints. The last one was: " + third,
                        "There are no more hints. The last one was: " + third);
    }

    @Test
    void afterAPassedCheckThereIsNothingToHintAt() {
        hints.follow(CONTRACT, true);
        assertThat(hints.next())
                .hasToString("The sigmoid: all checks passed, so you need no more hints. "
                        + "For another exercise, run its check first.");
    }

    @Test
    void aCheckThatFailsAfterAllGoesOnWhereTheHintsWere() {
        hints.follow(CONTRACT, false);
        assertThat(next(1)).first().asString().startsWith("Hint 1");
        hints.follow(CONTRACT, true);
        assertThat(next(1)).first().asString().startsWith("The sigmoid");
        hints.follow(CONTRACT, false);
        assertThat(next(1)).first().asString().startsWith("Hint 2");
    }

    @Test
    void aCheckTellsThemWhetherItPassed() {
        Exercises.sigmoid(z -> 1 / (1 + Math.exp(-z)));
        assertThat(Hints.hint().toString()).startsWith("The sigmoid: all checks passed");
        Exercises.sigmoid(z -> 0);
        assertThat(Hints.hint().number()).isPositive();
    }
}
