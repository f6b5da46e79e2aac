package backprop.lecture;

import java.util.Arrays;
import java.util.Locale;

/**
 * Two ways of computing one thing, timed in turn. Times belong to one machine and one moment; what carries over is
 * their ratio.
 *
 * @param first the name of one way
 * @param firstSeconds its time, the median of the rounds
 * @param second the name of the other way
 * @param secondSeconds its time, the median of the same rounds
 */
public record Timing(String first, double firstSeconds, String second, double secondSeconds) {
    private static final int ROUNDS = 7;
    private static final double WARM_UP = 0.08; // seconds, until Java has compiled the code
    private static final double ROUND = 0.006; // seconds that a round takes at least

    /**
     * {@return how long two ways of computing one thing take}
     *
     * @param first the name of one way, such as {@code "loops"}
     * @param one runs it once
     * @param second the name of the other way, such as {@code "vectorized"}
     * @param other runs it once
     */
    public static Timing of(String first, Runnable one, String second, Runnable other) {
        int ones = repetitions(one);
        int others = repetitions(other);
        double[] firstTimes = new double[ROUNDS];
        double[] secondTimes = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            firstTimes[round] = seconds(one, ones) / ones;
            secondTimes[round] = seconds(other, others) / others;
        }
        return new Timing(first, median(firstTimes), second, median(secondTimes));
    }

    /** {@return how many times as long the first way takes as the second} */
    public double ratio() {
        return firstSeconds / secondSeconds;
    }

    /** The two times, and their ratio in words. */
    @Override
    public String toString() {
        int width = Math.max(first.length(), second.length());
        boolean slower = ratio() >= 1;
        return String.format(
                Locale.ROOT,
                "%s  %s\n%s  %s\n%s takes %.1f times as long as %s",
                pad(first, width),
                time(firstSeconds),
                pad(second, width),
                time(secondSeconds),
                slower ? first : second,
                slower ? ratio() : 1 / ratio(),
                slower ? second : first);
    }

    /** Warms up, and tells how many runs make a round. */
    private static int repetitions(Runnable way) {
        int runs = 0;
        double time = 0;
        double last = 0;
        while (time < WARM_UP) {
            last = seconds(way, 1);
            time += last;
            runs++;
        }
        return (int) Math.max(1, Math.ceil(ROUND / Math.max(last, time / runs / 10)));
    }

    private static double seconds(Runnable way, int runs) {
        long start = System.nanoTime();
        for (int run = 0; run < runs; run++) {
            way.run();
        }
        return Math.max(1, System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] times) {
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    private static String time(double seconds) {
        return String.format(Locale.ROOT, "%10.3f ms", 1e3 * seconds);
    }

    private static String pad(String name, int width) {
        return name + " ".repeat(width - name.length());
    }
}
