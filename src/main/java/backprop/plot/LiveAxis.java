package backprop.plot;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * An axis from a least to a greatest number, with round numbers on it.
 *
 * @param low the least
 * @param high the greatest, not below it
 */
record LiveAxis(double low, double high) {
    private static final int MOST_STEPS = 6;

    /** This axis, longer if numbers lie beyond its ends, and never without a length. */
    LiveAxis over(DoubleStream numbers) {
        DoubleSummaryStatistics all =
                DoubleStream.concat(numbers, DoubleStream.of(low, high)).summaryStatistics();
        boolean length = all.getMax() - all.getMin() >= Double.MIN_NORMAL;
        return new LiveAxis(all.getMin(), length ? all.getMax() : all.getMin() + 1);
    }

    /** Where a number lies on it, from 0 to 1. */
    double share(double number) {
        return (number / 2 - low / 2) / (high / 2 - low / 2);
    }

    /** Multiples of 1, 2 or 5 times a power of ten, at most {@value #MOST_STEPS} steps apart. */
    double[] ticks() {
        return multiples(step());
    }

    /** The same among whole numbers. */
    double[] wholeTicks() {
        return multiples(Math.max(1, step()));
    }

    private double step() {
        double least = high / MOST_STEPS - low / MOST_STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        return DoubleStream.of(1, 2, 5, 10)
                .map(k -> k * power)
                .filter(step -> step >= least)
                .findFirst()
                .orElse(10 * power);
    }

    private double[] multiples(double step) {
        int first = (int) Math.ceil(low / step - 1e-9);
        int last = (int) Math.floor(high / step + 1e-9);
        return IntStream.rangeClosed(first, last).mapToDouble(k -> k * step).toArray();
    }
}
