package backprop.exercise;

import java.util.Optional;

/**
 * What a notebook knows of the function that a check is about to call. JShell keeps a function's older version when a
 * newer one does not compile, so that a check would mark what the learner does not see any more. Where no notebook
 * tells, as outside of one, nothing is known, and a check takes the function as it is.
 */
public final class Answers {
    private static volatile Notebook notebook = new Notebook() {};

    private Answers() {}

    /** Tells of the cell that runs, which holds the check. */
    public interface Notebook {
        /**
         * {@return which function that the check calls is an older version, because the cell that declares it failed, and
         * how it failed; nothing if they are those that stand there}
         */
        default Optional<Older> older() {
            return Optional.empty();
        }

        /**
         * {@return why a function that the check calls cannot be used, as the compiler has it, in a sentence and perhaps
         * further lines; nothing if it only names what is not defined}
         */
        default Optional<String> unusable() {
            return Optional.empty();
        }

        /**
         * {@return the innermost line of the learner's code on the way to what was thrown, such as
         * {@code in f: A.mult(B)}; nothing where it is not known}
         *
         * @param thrown what a function threw
         */
        default Optional<String> line(Throwable thrown) {
            return Optional.empty();
        }
    }

    /**
     * A function whose newer version was not taken.
     *
     * @param function such as {@code f(…)}
     * @param why how its cell failed, in a few words
     */
    public record Older(String function, String why) {}

    /**
     * From now on, checks ask this notebook.
     *
     * @param knowing what tells
     */
    public static void ask(Notebook knowing) {
        notebook = knowing;
    }

    static Optional<Older> older() {
        return notebook.older();
    }

    static Optional<String> unusable() {
        return notebook.unusable();
    }

    static Optional<String> line(Throwable thrown) {
        return notebook.line(thrown);
    }
}
