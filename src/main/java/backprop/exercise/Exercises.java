package backprop.exercise;

import java.util.Objects;
import java.util.Optional;

/**
 * The check cells' entrance: each method takes the learner's function and returns its score. A wrong answer is a
 * score; nothing that the function does makes a check throw or write to stderr, short of {@link Runtime#halt}.
 */
public final class Exercises {
    private Exercises() {}

    /**
     * Runs the public tests of an exercise. A function whose cell failed, so that an older version is in force, gets no
     * points, and a sentence that says so.
     *
     * @param <C> the contract
     * @param contract the exercise's contract, such as {@code DenseBackward.class}
     * @param function the learner's function
     * @return its score
     * @throws IllegalArgumentException if the contract is not one of an exercise
     */
    public static <C> Score check(Class<C> contract, C function) {
        return ExerciseRunner.run(
                Contracts.tests(contract), session(contract, Objects.requireNonNull(function), false));
    }

    /** With the function, or where that is an older version of what the learner wrote last, with its refusal. */
    private static Session session(Class<?> contract, Object function, boolean hidden) {
        Subject subject =
                Answers.older().<Subject>map(OutdatedFunction::new).orElseGet(() -> new OwnThread(function, hidden));
        return new Session(contract, subject, hidden ? Seeds.nextHidden(contract) : Seeds.next(contract));
    }

    /**
     * Runs the hidden tests of an exercise; without the instructor's jar there are no points. What failed is not told,
     * and what the function prints is dropped.
     *
     * @param <C> the contract
     * @param contract the exercise's contract
     * @param function the learner's function
     * @return its score
     * @throws IllegalArgumentException if the contract is not one of an exercise
     */
    public static <C> Score hidden(Class<C> contract, C function) {
        Objects.requireNonNull(function);
        return Contracts.hiddenTests(contract)
                .map(tests -> ExerciseRunner.run(tests, session(contract, function, true))
                        .withoutMessages())
                .orElseGet(() -> Score.notRun(Contracts.title(contract), Texts.of("hidden.missing")));
    }

    /**
     * Whether an exercise has hidden tests that can be found.
     *
     * @param contract the exercise's contract
     * @return true if so
     * @throws IllegalArgumentException if the contract is not one of an exercise
     */
    public static boolean hasHidden(Class<?> contract) {
        return Contracts.hiddenTests(contract).isPresent();
    }

    /**
     * Marks a function that may run elsewhere, by the public or the hidden tests; with their messages.
     *
     * @param contract the exercise's contract
     * @param hidden whether by the hidden tests
     * @param subject the learner's function
     * @param seed of a whole class, which nobody can tell from the seeds in the messages
     * @return its score; nothing where there are no hidden tests
     * @throws IllegalArgumentException if the contract is not one of an exercise
     */
    public static Optional<Score> mark(Class<?> contract, boolean hidden, Subject subject, long seed) {
        Seeds seeds = hidden ? Seeds.hidden(contract, seed) : Seeds.shown(contract, seed);
        return (hidden ? Contracts.hiddenTests(contract) : Optional.of(Contracts.tests(contract)))
                .map(tests -> ExerciseRunner.run(tests, new Session(contract, subject, seeds)));
    }

    /**
     * Checks σ(z) = 1 / (1 + e^−z).
     *
     * @param sigmoid the learner's function
     * @return 4 points at the most
     */
    public static Score sigmoid(SigmoidFunction sigmoid) {
        return check(SigmoidFunction.class, sigmoid);
    }
}
