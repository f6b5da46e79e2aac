package backprop.exercise;

import java.util.Optional;
import java.util.OptionalLong;

/** One check: the learner's function behind its fence, the seeds, and what was noticed so far. */
final class Session {
    private final Class<?> contract;
    private final Seeds seeds;
    private final Fence fence;
    private OptionalLong fresh = OptionalLong.empty();
    private final Evidence evidence = new Evidence();
    private boolean failed;

    /** A function behind a fence. */
    Session(Class<?> contract, Subject subject, Seeds seeds) {
        this.contract = contract;
        this.seeds = seeds;
        this.fence = new Fence(contract, subject, evidence);
    }

    Class<?> contract() {
        return contract;
    }

    Seeds seeds() {
        return seeds;
    }

    Fence fence() {
        return fence;
    }

    /** What the tests have seen of the values. */
    Evidence evidence() {
        return evidence;
    }

    /** A test begins. */
    void begin(double seconds) {
        fresh = OptionalLong.empty();
        evidence.begin();
        fence.subject().allow(seconds);
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
        return fence.touched();
    }

    /** What it changed of them, as a sentence. */
    Optional<String> changed() {
        return fence.changed();
    }

    /** The headline of one of the exercise's slips. */
    Headline slip(String slip) {
        String key = contract.getSimpleName() + ".slip." + slip;
        return new Headline(key, Texts.of(key));
    }
}
