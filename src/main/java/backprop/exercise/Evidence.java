package backprop.exercise;

import backprop.matrix.Matrix;

/**
 * What the tests of an exercise have seen of the values, so that no points are earned by agreement that shows nothing:
 * a test of the form, that is of shapes or of unchanged arguments, counts when a test of the values has passed, and no
 * test counts when every answer is one and the same number though the right ones differ.
 */
final class Evidence {
    private final Spread wanted = new Spread();
    private final Spread came = new Spread();
    private boolean valuesPassed;
    private boolean values;
    private boolean form;
    private boolean called;

    /** A test begins. */
    void begin() {
        values = false;
        form = false;
        called = false;
    }

    /** The learner's function was called. */
    void call() {
        called = true;
    }

    /** A shape was compared, or the arguments were looked at. */
    void form() {
        form = true;
    }

    /** A value was compared. */
    void values(Matrix truth, Matrix got) {
        values = true;
        wanted.add(truth);
        came.add(got);
    }

    /** A test has ended. */
    void ended(boolean successfully) {
        valuesPassed |= successfully && values;
    }

    /** Whether the test that has just ended looked at the form alone. */
    boolean formOnly() {
        return form && !values;
    }

    /** Whether it called the function at all. */
    boolean called() {
        return called;
    }

    /** Whether a test passed that compared values. */
    boolean valuesPassed() {
        return valuesPassed;
    }

    /** Whether every entry that came was the same number, and not every one should have been. */
    boolean constant() {
        return wanted.varied && !came.varied;
    }

    /** Whether some numbers are not all the same. */
    private static final class Spread {
        private boolean any;
        private double first;
        private boolean varied;

        void add(Matrix numbers) {
            for (int i = 0; i < numbers.rows(); i++) {
                for (int j = 0; j < numbers.cols(); j++) {
                    add(numbers.get(i, j));
                }
            }
        }

        private void add(double number) {
            varied |= any && Double.compare(first + 0.0, number + 0.0) != 0; // −0 + 0 is 0
            first = any ? first : number;
            any = true;
        }
    }
}
