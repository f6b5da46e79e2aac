package backprop.exercise;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names the same mistake in all failed tests of an exercise, where one explains them all: of the mistakes that a test
 * cannot tell apart it takes the one that explains the most tests. */
final class Diagnosis {
  private final Map<String, Integer> explained = new HashMap<>();

  /** Reads what each failed test threw. */
  Diagnosis(List<? extends Throwable> failures) {
    for (Throwable failure : failures) {
      if (failure instanceof WrongValueError wrong) {
        wrong.headlines().stream().map(Headline::key).distinct().forEach(key -> explained.merge(key, 1, Integer::sum));
      }
    }
  }

  /** {@return the failure's message, under the headline that explains the most tests, of equals the first} */
  String message(WrongValueError failure) {
    Comparator<Headline> byTests = Comparator.comparingInt(headline -> -explained.get(headline.key()));
    Headline best = failure.headlines().stream().sorted(byTests).findFirst().orElseThrow();
    return failure.message(best);
  }
}
