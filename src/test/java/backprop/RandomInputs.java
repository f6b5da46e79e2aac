package backprop;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Random inputs of one seed, for properties that hold for all inputs. One draw in ten is an edge case: an end of the
 * range, zero or one, the smallest number above zero, a character that text usually lacks.
 */
public final class RandomInputs {
    private static final int ONE_IN = 10;
    private static final double[] EDGES = {0.0, -0.0, 1, -1, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL};
    private static final String RARE = "\0\t\n\r \"',;\\\u00a0\u2028\uFEFF\uFFFF\uD835";

    private final long seed;
    private final Random random;

    RandomInputs(long seed) {
        this.seed = seed;
        random = new Random(seed);
        random.nextLong(); // the first number differs little between seeds that are neighbours
    }

    /** A whole number from min to max, both included. */
    public int integer(int min, int max) {
        if (isEdge()) {
            return random.nextBoolean() ? min : max;
        }
        return (int) (min + (long) (random.nextDouble() * (max - (long) min + 1)));
    }

    /** A number from min to max, both included. */
    public double number(double min, double max) {
        if (!isEdge()) {
            return min + random.nextDouble() * (max - min);
        }
        double edge = EDGES[random.nextInt(EDGES.length)];
        boolean inside = min <= edge && edge <= max;
        if (inside && random.nextBoolean()) {
            return edge;
        }
        return random.nextBoolean() ? min : max;
    }

    /** Any finite number, all exponents equally likely. */
    public double finite() {
        if (isEdge()) {
            double[] edges = {Double.MAX_VALUE, -Double.MAX_VALUE, 0.1, EDGES[random.nextInt(EDGES.length)]};
            return edges[random.nextInt(edges.length)];
        }
        double x = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(x) ? x : finite();
    }

    /** Any whole number of 64 bits; small ones are as likely as large ones. */
    public long wholeNumber() {
        if (isEdge()) {
            return random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return random.nextLong() >> random.nextInt(Long.SIZE);
    }

    /** A seed for whatever needs one. */
    public long seed() {
        return wholeNumber();
    }

    /** One of several values, all equally likely. */
    public <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** From min to max values, one after the other. */
    public <T> List<T> list(int min, int max, Supplier<T> value) {
        return Stream.generate(value).limit(integer(min, max)).toList();
    }

    /** Up to maxLength characters, each of them one of those given. */
    public String text(int maxLength, String characters) {
        StringBuilder text = new StringBuilder();
        int length = integer(0, maxLength);
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }

    /** Up to maxLength characters of all kinds: a third of them plain letters, some of them halves of a pair. */
    public String anyText(int maxLength) {
        StringBuilder text = new StringBuilder();
        int length = integer(0, maxLength);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(3)) {
                case 0 -> text.append((char) ('a' + random.nextInt(26)));
                case 1 -> text.append(RARE.charAt(random.nextInt(RARE.length())));
                default -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
            }
        }
        return text.toString();
    }

    private boolean isEdge() {
        return random.nextInt(ONE_IN) == 0;
    }

    /** Names the seed, so that a failed test says which it was. */
    @Override
    public String toString() {
        return "seed " + seed;
    }
}
