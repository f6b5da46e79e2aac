package backprop.exercise;

import java.util.Optional;
import java.util.OptionalLong;

/** One check: the learner's function behind its guard, the seeds, and what was noticed so far. */
final class Session {
    private final Class<?> contract;
    private final Seeds seeds;
    private final InvocationGuard guard;
    private OptionalLong fresh = OptionalLong.empty();
    private final Evidence evidence = new Evidence();
    private boolean failed;

    /** A function behind a guard. */
    Session(Class<?> contract, Subject subject, Seeds seeds) {
        this.contract = contract;
        this.seeds = seeds;
        this.guard = new InvocationGuard(contract, subject, evidence);
    }

    Class<?> contract() {
        return contract;
    }

    Seeds seeds() {
        return seeds;
    }

    InvocationGuard guard() {
        return guard;
    }

    /** What the tests have seen of the values. */
    Evidence evidence() {
        return evidence;
    }

    /** A test begins. */
    void begin(double seconds) {
        fresh = OptionalLong.empty();
        evidence.begin();
        guard.subject().allow(seconds);
    }

    /** From now on, until the test ends, the inputs are those of a fresh seed. */
    void fresh(long seed) {
        fresh = OptionalLong.of(seed);
    }

    /** The fresh inputs have passed: what comes now does not depend on them. */
    void freshPassed() {
        fresh = OptionalLong.empty();
    }

    OptionalLong freshSeed() {
        return fresh;
    }

    /** A test has ended. */
    void ended(boolean successfully) {
        failed |= !successfully;
        evidence.ended(successfully);
    }

    /** Whether a test has failed so far. */
    boolean failed() {
        return failed;
    }

    /** What the function did to its arguments, as a sentence. */
    Optional<String> touched() {
        return guard.touched();
    }

    /** What it changed of them, as a sentence. */
    Optional<String> changed() {
        return guard.changed();
    }

    /** The headline of one of the exercise's mistakes. */
    Headline mistake(String mistake) {
        String key = contract.getSimpleName() + ".mistake." + mistake;
        return new Headline(key, Texts.of(key));
    }
}
