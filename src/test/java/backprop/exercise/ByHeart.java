package backprop.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.Tier;
import backprop.matrix.Matrix;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Answers that were learned by heart earn nothing: those of the inputs that are the same for everybody, those that go
 * by the arguments' shapes alone, and those that ask no function that they are given.
 */
final class ByHeart {
    private static final int CHECKS = Tier.atLeast(Tier.FULL) ? 30 : 3;
    private static final int SEEDS = 30;
    /** Whose right answers follow from the shapes alone, as descent starts at 0, where each loss is ln 2. */
    private static final Set<String> FROM_THE_SHAPES = Set.of("LogisticTraining: No step: the start");

    private final Class<?> contract;
    private final Class<?> tests;
    private final Object reference;

    /**
     * The answers to one exercise.
     *
     * @param tests its public or its hidden tests
     * @param reference the right function, from which they are learned
     */
    ByHeart(Class<?> contract, Class<?> tests, Object reference) {
        this.contract = contract;
        this.tests = tests;
        this.reference = reference;
    }

    /** How an answer comes about. */
    private interface Answer {
        Object to(Method method, Object[] given) throws Throwable;
    }

    /** Tries them all, with many fresh seeds. */
    void earnsNothing() {
        Table table = new Table(false).learned(seeds(0).fixed());
        Table byShape = new Table(true).learned(Seeds.from(0, SEEDS));
        for (int check = 0; check < CHECKS; check++) {
            Seeds seeds = seeds(check);
            assertThat(earned(seeds, table.orLast()))
                    .as("a table, check %s", check)
                    .isEmpty();
            assertThat(earned(seeds, table.orZeros()))
                    .as("a table or 0, check %s", check)
                    .isEmpty();
            Set<String> earned = earned(seeds, byShape.orLast());
            earned.removeAll(FROM_THE_SHAPES);
            assertThat(earned).as("a table of shapes, check %s", check).isEmpty();
        }
        if (takesFunctions()) {
            Seeds seeds = seeds(0);
            assertThat(earned(seeds, recited(seeds)))
                    .as("right answers, without a call")
                    .isEmpty();
            assertThat(earned(seeds, (method, given) -> right(method, withConstants(method, given))))
                    .as("constant functions")
                    .isEmpty();
        }
    }

    private Seeds seeds(int check) {
        return new Seeds(Seeds.of(contract, 0).fixed(), Seeds.from(1000 + 3 * check, 3));
    }

    /** The tests that count. */
    private Set<String> earned(Seeds seeds, Answer answer) {
        Set<String> earned = new TreeSet<>();
        for (Score.Result result : score(seeds, answer).results()) {
            if (result.passed()) {
                earned.add(contract.getSimpleName() + ": " + result.check());
            }
        }
        return earned;
    }

    private Score score(Seeds seeds, Answer answer) {
        Subject subject = new Subject() {
            @Override
            public void allow(double seconds) {
                /* as long as it takes */
            }

            @Override
            public Object call(Method method, Object[] given) throws Throwable {
                return answer.to(method, given);
            }

            @Override
            public String during(Runnable all) {
                all.run();
                return "";
            }
        };
        return ExerciseRunner.run(tests, new Session(contract, subject, seeds));
    }

    private Object right(Method method, Object[] given) throws Throwable {
        return OwnThread.called(reference, method, given);
    }

    /** Right answers by their arguments, or by the shapes of these. */
    private final class Table {
        private final boolean shapesOnly;
        private final Map<Object, Object> answers = new HashMap<>();

        Table(boolean shapesOnly) {
            this.shapesOnly = shapesOnly;
        }

        Table learned(List<Long> seeds) {
            score(new Seeds(seeds, List.of()), (method, given) -> {
                Object key = key(given, shapesOnly);
                Object answer = right(method, given);
                answers.putIfAbsent(key, answer);
                return answer;
            });
            return this;
        }

        /** What is not in the table is answered as what came before. */
        Answer orLast() {
            Object[] last = {answers.values().iterator().next()};
            return (method, given) -> {
                last[0] = answers.getOrDefault(key(given, shapesOnly), last[0]);
                return last[0];
            };
        }

        /** What is not in the table is answered by zeros. */
        Answer orZeros() {
            return (method, given) -> {
                Object answer = answers.get(key(given, shapesOnly));
                return answer == null ? EmptyAnswers.filled(right(method, given), M -> 0) : answer;
            };
        }
    }

    private static Object key(Object value, boolean shapesOnly) {
        if (value instanceof Object[] all) {
            return Arrays.stream(all).map(one -> key(one, shapesOnly)).toList();
        }
        if (value instanceof Matrix M) {
            return shapesOnly ? M.shape() : M.copy();
        }
        if (value instanceof double[] numbers) {
            return shapesOnly ? numbers.length : Matrix.row(numbers);
        }
        if (value instanceof int[] numbers) {
            return shapesOnly ? numbers.length : Arrays.toString(numbers);
        }
        if (value instanceof Number number) {
            return shapesOnly ? "a number" : number;
        }
        if (value instanceof Record whole) {
            return key(Arguments.components(whole), shapesOnly);
        }
        return value == null ? "null" : "a function";
    }

    private boolean takesFunctions() {
        return Arrays.stream(contract.getMethods()[0].getParameterTypes()).anyMatch(ByHeart::isFunction);
    }

    private static boolean isFunction(Class<?> type) {
        return type.isInterface();
    }

    /** All answers of a check in their order, as if somebody had known its seeds. */
    private Answer recited(Seeds seeds) {
        List<Object> answers = new ArrayList<>();
        score(seeds, (method, given) -> {
            Object answer = right(method, given);
            answers.add(answer);
            return answer;
        });
        Iterator<Object> next = answers.iterator();
        return (method, given) -> next.next();
    }

    /** The arguments, with a function that is always 1 in the place of each function. */
    private static Object[] withConstants(Method method, Object[] given) {
        Object[] changed = given.clone();
        for (int k = 0; k < given.length; k++) {
            Class<?> type = method.getParameterTypes()[k];
            if (isFunction(type)) {
                changed[k] = Proxy.newProxyInstance(
                        type.getClassLoader(), new Class<?>[] {type}, (itself, function, numbers) -> 1.0);
            }
        }
        return changed;
    }
}
