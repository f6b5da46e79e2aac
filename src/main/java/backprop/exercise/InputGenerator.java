package backprop.exercise;

import backprop.data.OneHot;
import backprop.matrix.Matrix;
import java.util.Random;
import java.util.stream.IntStream;

/** The inputs of one test case, drawn from its seed, and the comparisons with what came. */
public final class InputGenerator {
    private final Session session;
    private final Random random;

    InputGenerator(Session session, long seed) {
        this.session = session;
        this.random = new Random(seed);
    }

    /**
     * {@return a whole number between two, both included}
     *
     * @param low the smallest
     * @param high the largest
     */
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** {@return a number from N(0, 1)} */
    public double number() {
        return random.nextGaussian();
    }

    /**
     * {@return a matrix (rows, cols) of numbers from N(0, 1)}
     *
     * @param rows number of rows
     * @param cols number of columns
     */
    public Matrix matrix(int rows, int cols) {
        return Matrix.generate(rows, cols, (i, j) -> number());
    }

    /**
     * {@return all whole numbers from 0 to n − 1, in an order that is drawn}
     *
     * @param n how many
     */
    public int[] order(int n) {
        int[] order = IntStream.range(0, n).toArray();
        for (int k = n - 1; k > 0; k--) {
            int other = between(0, k);
            int moved = order[k];
            order[k] = order[other];
            order[other] = moved;
        }
        return order;
    }

    /**
     * {@return some numbers in the order of a drawn one, as a matrix (rows, cols)}
     *
     * @param rows number of rows
     * @param cols number of columns
     * @param numbers rows · cols numbers
     */
    public Matrix shuffled(int rows, int cols, double... numbers) {
        return Matrix.row(numbers).cols(order(numbers.length)).reshape(rows, cols);
    }

    /**
     * {@return m class numbers between 0 and n − 1}
     *
     * @param n how many classes there are
     * @param m how many numbers
     */
    public int[] labels(int n, int m) {
        return random.ints(m, 0, n).toArray();
    }

    /**
     * {@return Y (n, m), each column with a single 1}
     *
     * @param n how many classes there are
     * @param m how many examples
     */
    public Matrix oneHot(int n, int m) {
        return OneHot.of(labels(n, m), n);
    }

    /**
     * Counts the calls of a function that the learner's function gets.
     *
     * @param what its letter in the notation
     * @return the calls, none so far
     */
    public Calls calls(String what) {
        return new Calls(what);
    }

    /**
     * What a matrix must be.
     *
     * @param what its letter in the notation
     * @param truth what it must be (n, m)
     * @return what compares it
     */
    public Expectation expect(String what, Matrix truth) {
        return new Expectation(session, what, Value.of(truth));
    }

    /**
     * What shape a matrix must have.
     *
     * @param what its letter in the notation
     * @param rows number of rows
     * @param cols number of columns
     * @return what compares it, and does not look at the entries
     */
    public Expectation expectShape(String what, int rows, int cols) {
        return new Expectation(session, what, Value.of(Matrix.ones(rows, cols))).shapeOnly();
    }

    /**
     * What a number must be.
     *
     * @param what its letter in the notation
     * @param truth what it must be
     * @return what compares it
     */
    public Expectation expect(String what, double truth) {
        return new Expectation(session, what, Value.of(truth));
    }

    /**
     * What a whole number must be, to its last digit.
     *
     * @param what its letter in the notation
     * @param truth what it must be
     * @return what compares it
     */
    public Expectation expectCount(String what, long truth) {
        return new Expectation(session, what, Value.of(truth));
    }

    /**
     * What some whole numbers must be.
     *
     * @param what what they are
     * @param truth what they must be
     * @return what compares them
     */
    public Expectation expect(String what, int... truth) {
        return new Expectation(session, what, Value.of(truth));
    }
}
