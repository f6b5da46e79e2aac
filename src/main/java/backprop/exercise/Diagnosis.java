package backprop.exercise;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names the same mistake in all failed tests of an exercise, where one explains them all: of the mistakes that a test
 * cannot tell apart it takes the one that explains the most tests. What holds by chance in one test, as a factor of 2
 * may, is told only if it holds in all of them.
 */
final class Diagnosis {
    private final Map<String, Integer> explained = new HashMap<>();
    private final int wrongValues;

    /** Reads what each failed test threw. */
    Diagnosis(List<? extends Throwable> failures) {
        int count = 0;
        for (Throwable failure : failures) {
            if (failure instanceof WrongValueError wrong) {
                wrong.headlines().stream()
                        .map(Headline::key)
                        .distinct()
                        .forEach(key -> explained.merge(key, 1, Integer::sum));
                count++;
            }
        }
        wrongValues = count;
    }

    /** {@return the failure's message, under the headline that explains the most tests, of equals the first} */
    String message(WrongValueError failure) {
        Comparator<Headline> byTests = Comparator.comparingInt(headline -> -explained.get(headline.key()));
        return failure.headlines().stream()
                .filter(this::holds)
                .sorted(byTests)
                .findFirst()
                .map(failure::message)
                .orElseGet(failure::plainMessage);
    }

    private boolean holds(Headline headline) {
        return !headline.key().equals(Mistake.FACTOR)
                || explained.get(headline.key()).equals(wrongValues);
    }
}
