package backprop.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SigmoidExerciseTest {
    /** What is usually written instead, and the words by which the message names it. */
    @SuppressWarnings("NarrowCalculation") // the integer division is the mistake
    private static final Map<SigmoidFunction, String> SLIPS = Map.of(
            z -> (float) (1 / (1 + Math.exp(-z))),
            "close, but not exact",
            z -> 1 / Math.exp(-z),
            "is not correct",
            z -> 1 / (1 + Math.exp(z)),
            "is the minus missing in e^(−z)?",
            z -> 1 / (1 - Math.exp(-z)),
            "must be a plus",
            z -> 1 / 1 + Math.exp(-z),
            "is the 1 / missing, or the parentheses",
            z -> 1 / (1 + (int) Math.exp(-z)),
            "is there an integer division?",
            z -> Math.exp(z) / (1 + Math.exp(z)),
            "which exponential overflows?",
            z -> Double.NaN,
            "is not a number (NaN)",
            z -> Double.parseDouble("x"),
            "Your function stopped with an exception, NumberFormatException");

    @Test
    void aRightAnswerGetsAllPoints() {
        Score score = Exercises.sigmoid(z -> 1 / (1 + Math.exp(-z)));
        assertThat(score.complete()).isTrue();
        assertThat(score).hasToString("4");
        assertThat(score.results()).extracting(Score.Result::message).containsOnly("");
    }

    @Test
    void theStubGetsNothingAndAHintInTheOrderOfTheTests() {
        Score score = Exercises.sigmoid(z -> 0);
        assertThat(score).hasToString("0");
        assertThat(score.maximum()).isEqualTo(4);
        assertThat(score.results().get(0).message())
                .isEqualTo("It gives the same for every z: does it use z?\nσ(0) must be 0.5, your function gave 0.");
        assertThat(score.results())
                .extracting(Score.Result::headline)
                .containsOnly("It gives the same for every z: does it use z?");
    }

    @TestFactory
    Stream<DynamicTest> typicalSlipsAreNamed() {
        return SLIPS.entrySet().stream()
                .map(slip -> DynamicTest.dynamicTest(slip.getValue(), () -> {
                    Score score = Exercises.sigmoid(slip.getKey());
                    assertThat(score.complete()).isFalse();
                    assertThat(score.results())
                            .filteredOn(result -> !result.passed())
                            .extracting(Score.Result::message)
                            .anyMatch(message -> message.contains(slip.getValue()));
                }));
    }

    @Test
    void halfARightAnswerGetsPartOfThePoints() {
        Score score = Exercises.sigmoid(z -> Math.abs(z) > 30 ? Double.NaN : 1 / (1 + Math.exp(-z)));
        assertThat(score).hasToString("3");
    }

    @Test
    void pointsHaveAPointInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(new Locale.Builder().setLanguage("tr").setRegion("TR").build());
        try {
            assertThat(Score.number(2.5)).isEqualTo("2.5");
            assertThat(Score.number(0.1 + 0.2)).isEqualTo("0.3");
            assertThat(Exercises.sigmoid(z -> 0.25).results().get(0).message()).contains("gave 0.25.");
        } finally {
            Locale.setDefault(before);
        }
    }
}
