package backprop.exercise;

import java.util.HashMap;
import java.util.Map;

/** The hints of the exercise that was checked last, one after the other. */
public final class Hints {
  private static final Map<Class<?>, Integer> SHOWN = new HashMap<>();
  private static Class<?> last;

  private Hints() {}

  /** A hint.
   * @param text the sentence
   * @param number which of the exercise's hints it is, from 1; 0 where there is none to give
   * @param count how many there are */
  public record Hint(String text, int number, int count) {
    @Override public String toString() { return number == 0 ? text : Texts.of("hint.numbered", number, count, text); }
  }

  /** The next hint to the exercise that was checked last: first the gentlest, at the end the plainest, which then
   * stays.
   * @return the hint */
  public static synchronized Hint hint() {
    if (last == null) { return new Hint(Texts.of("hint.checkFirst"), 0, 0); }
    int count = Contracts.hints(last);
    if (count == 0) { return new Hint(Texts.of("hint.none"), 0, 0); }
    int number = Math.min(count, SHOWN.merge(last, 1, Integer::sum));
    return new Hint(Contracts.hint(last, number), number, count);
  }

  /** Hints are now for this exercise. */
  static synchronized void checked(Class<?> contract) { last = contract; }
}
