package backprop.exercise;

import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assertions;

/** A test's inputs: first those that are the same for everybody, then a few fresh ones. */
public final class TestCases {
    private final Session session;

    TestCases(Session session) {
        this.session = session;
    }

    /**
     * Tries the learner's function on each.
     *
     * @param test what to try with the inputs of one seed
     */
    public void each(Consumer<InputGenerator> test) {
        for (long seed : session.seeds().fixed()) {
            test.accept(new InputGenerator(session, seed));
        }
        for (long seed : session.seeds().fresh()) {
            session.fresh(seed);
            test.accept(new InputGenerator(session, seed));
        }
        session.freshPassed();
    }

    /**
     * Tries it on one set of inputs alone, where the numbers are chosen rather than drawn.
     *
     * @param test what to try
     */
    public void once(Consumer<InputGenerator> test) {
        test.accept(new InputGenerator(session, session.seeds().fixed().get(0)));
    }

    /**
     * Tries the learner's function on each and fails if it left an argument changed: {@link #each}, then {@link
     * #requireUntouched}.
     *
     * @param test what to try with the inputs of one seed
     */
    public void untouched(Consumer<InputGenerator> test) {
        each(test);
        requireUntouched();
    }

    /**
     * Fails if the learner's function, in whatever test so far, changed an argument, or returned one that a later change
     * of the argument would change too. A test of nothing else counts when one of values has passed.
     */
    public void requireUntouched() {
        require(session.touched());
    }

    /**
     * Fails if the learner's function, in whatever test so far, changed an argument; returning one is right here, as
     * A[0] is X.
     */
    public void requireUnchanged() {
        require(session.changed());
    }

    private void require(Optional<String> noticed) {
        session.evidence().form();
        noticed.ifPresent(sentence -> Assertions.fail(sentence));
    }

    /**
     * Fails if another test of the exercise failed before this one: for what only a right function can do.
     *
     * @throws AssertionError with a sentence that says so
     */
    public void onlyIfTheRestPassed() {
        if (session.failed()) {
            Assertions.fail(Texts.of("feedback.restFirst"));
        }
    }
}
