package backprop.exercise;

import java.util.HashMap;
import java.util.Map;

/** The hints of the exercise that was checked last, one after the other. */
public final class Hints {
    private static final Hints OF_THIS_NOTEBOOK = new Hints();

    private final Map<Class<?>, Integer> asked = new HashMap<>();
    private Class<?> last;
    private boolean solved;

    /** Before the first check. */
    Hints() {}

    /**
     * A hint.
     *
     * @param text the sentence
     * @param number which of the exercise's hints it is, from 1; 0 where there is none to give
     * @param count how many there are
     */
    public record Hint(String text, int number, int count) {
        @Override
        public String toString() {
            return number == 0 ? text : Texts.of("hint.numbered", number, count, text);
        }
    }

    /**
     * The next hint to the exercise that was checked last: first the gentlest, at the end the plainest, which is then
     * repeated as the last one. There is none before the first check, and none when all checks passed.
     *
     * @return the hint, or a sentence that says why there is none
     */
    public static Hint hint() {
        return OF_THIS_NOTEBOOK.next();
    }

    /**
     * An exercise was checked in this notebook.
     *
     * @param passed whether all its checks passed
     */
    static void checked(Class<?> contract, boolean passed) {
        OF_THIS_NOTEBOOK.follow(contract, passed);
    }

    /** Hints are now for this exercise. */
    synchronized void follow(Class<?> contract, boolean passed) {
        last = contract;
        solved = passed;
    }

    /** The next one. */
    synchronized Hint next() {
        if (last == null) {
            return none("hint.checkFirst");
        }
        if (solved) {
            return none("hint.solved", Contracts.title(last));
        }
        int count = Contracts.hints(last);
        if (count == 0) {
            return none("hint.none");
        }
        int number = asked.merge(last, 1, Integer::sum);
        return number > count
                ? none("hint.last", Contracts.hint(last, count))
                : new Hint(Contracts.hint(last, number), number, count);
    }

    private static Hint none(String key, Object... values) {
        return new Hint(Texts.of(key, values), 0, 0);
    }
}
