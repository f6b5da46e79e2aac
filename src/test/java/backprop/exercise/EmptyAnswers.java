package backprop.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.matrix.Matrix;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.assertj.core.api.SoftAssertions;

/**
 * Answers that have the right shapes and nothing in them earn nothing, whatever is drawn, and no test of values holds
 * for them.
 */
final class EmptyAnswers {
    private static final int SEEDS = 30;
    private static final int FEWER_SEEDS = 10;
    /**
     * Whose right values are all alike: descent starts at 0 and has one cost, one example has one label, and right
     * gradients have no error. Of a constant answer these tests count for nothing either.
     */
    private static final Set<String> ALIKE = Set.of(
            "LogisticTraining: No step: the start", "LargestLogits: One example", "WorstError: Right gradients pass");

    private final Class<?> contract;
    private final Class<?> tests;
    private final Object reference;

    /**
     * The answers to one exercise.
     *
     * @param tests its public or its hidden tests
     * @param reference the right function, from which the shapes come
     */
    EmptyAnswers(Class<?> contract, Class<?> tests, Object reference) {
        this.contract = contract;
        this.tests = tests;
        this.reference = reference;
    }

    /** Zeros, ones, the right value's first entry everywhere, null, and an exception. */
    void earnNothing() {
        SoftAssertions softly = new SoftAssertions();
        for (long seed : LongStream.range(0, SEEDS).toArray()) {
            nothing(softly, "zeros", seed, filled(M -> 0));
            nothing(softly, "ones", seed, filled(M -> 1));
        }
        for (long seed : LongStream.range(0, FEWER_SEEDS).toArray()) {
            alike(softly, seed);
        }
        nothing(softly, "null", 0, (method, given) -> null);
        nothing(softly, "an exception", 0, (method, given) -> {
            throw new IllegalStateException("no answer");
        });
        softly.assertAll();
    }

    /** How an answer comes about. */
    private interface Answer {
        Object of(Method method, Object[] given) throws Throwable;
    }

    private void nothing(SoftAssertions softly, String what, long seed, Answer answer) {
        Score score = score(seed, answer);
        softly.assertThat(score.points())
                .as("%s with the seed %s: %s", what, seed, score)
                .isZero();
        String holds = Texts.of("feedback.constant");
        softly.assertThat(score.results())
                .as("%s with the seed %s", what, seed)
                .filteredOn(this::differs)
                .noneMatch(result -> result.headline().equals(holds));
    }

    /** Each matrix and each array of more than one number has the right value's first entry everywhere. */
    private void alike(SoftAssertions softly, long seed) {
        boolean[] several = {false};
        Answer answer = filled(M -> {
            several[0] |= M.rows() * M.cols() > 1;
            return M.get(0, 0);
        });
        Score score = score(seed, answer);
        if (several[0]) {
            softly.assertThat(score.results())
                    .as("all alike, with the seed %s", seed)
                    .filteredOn(this::differs)
                    .filteredOn(Score.Result::passed)
                    .isEmpty();
        }
    }

    private boolean differs(Score.Result result) {
        return !ALIKE.contains(contract.getSimpleName() + ": " + result.check());
    }

    private Score score(long seed, Answer answer) {
        Subject subject = new Subject() {
            @Override
            public void allow(double seconds) {
                /* as long as it takes */
            }

            @Override
            public Object call(Method method, Object[] given) throws Throwable {
                return answer.of(method, given);
            }

            @Override
            public String during(Runnable all) {
                all.run();
                return "";
            }
        };
        return ExerciseRunner.run(tests, new Session(contract, subject, new Seeds(List.of(seed), List.of())));
    }

    private Answer filled(ToDoubleFunction<Matrix> entry) {
        return (method, given) -> filled(OwnThread.called(reference, method, given), entry);
    }

    /** The same in shape, with other entries. */
    static Object filled(Object right, ToDoubleFunction<Matrix> entry) throws ReflectiveOperationException {
        if (right == null) {
            return null;
        }
        if (right instanceof Matrix M) {
            return Matrix.ones(M.rows(), M.cols()).times(entry.applyAsDouble(M));
        }
        if (right instanceof Double number) {
            return entry.applyAsDouble(Matrix.row(number));
        }
        if (right instanceof Integer number) {
            return (int) entry.applyAsDouble(Matrix.row(number));
        }
        if (right instanceof Long number) {
            return (long) entry.applyAsDouble(Matrix.row(number));
        }
        if (right instanceof int[] numbers) {
            int[] alike = new int[numbers.length];
            Arrays.fill(alike, (int) entry.applyAsDouble(
                    Matrix.row(Arrays.stream(numbers).asDoubleStream().toArray())));
            return alike;
        }
        return right.getClass().isArray() ? ofArray((Object[]) right, entry) : ofRecord(right, entry);
    }

    private static Object ofArray(Object[] right, ToDoubleFunction<Matrix> entry) throws ReflectiveOperationException {
        Object[] alike = (Object[]) Array.newInstance(right.getClass().getComponentType(), right.length);
        for (int i = 0; i < right.length; i++) {
            alike[i] = filled(right[i], entry);
        }
        return alike;
    }

    private static Object ofRecord(Object right, ToDoubleFunction<Matrix> entry) throws ReflectiveOperationException {
        RecordComponent[] parts = right.getClass().getRecordComponents();
        assertThat(parts).as("a record: %s", right.getClass()).isNotNull();
        Object[] alike = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            alike[i] = filled(part(right, parts[i]), entry);
        }
        return right.getClass()
                .getDeclaredConstructor(
                        Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new))
                .newInstance(alike);
    }

    private static Object part(Object right, RecordComponent part)
            throws IllegalAccessException, InvocationTargetException {
        return part.getAccessor().invoke(right);
    }
}
