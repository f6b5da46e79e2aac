package backprop.notebook;

import backprop.train.TrainingProgress;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * v ← v + (1 − e^(−Δt/τ)) (v_now − v), τ = 2 s: how many examples a second a training learns from of late; and the
 * words for where it is and when it ends.
 */
final class Throughput {
    private static final double TAU_NANOS = 2e9;

    private long examples;
    private long nanos;
    private double v; // examples a nanosecond; 0 until it is known

    /** Measures from here. */
    Throughput(TrainingProgress begin, long nanos) {
        this.examples = begin.examples();
        this.nanos = nanos;
    }

    /**
     * A line such as {@code epoch 12/30 · batch 20/45 · 61,000 examples/s · about 3 s left}, at a time in
     * nanoseconds.
     */
    String line(TrainingProgress now, long nanos) {
        double dt = nanos - this.nanos;
        if (dt > 0 && now.examples() > examples) { // a long batch is not slow until it is over
            double vNow = (now.examples() - examples) / dt;
            v = v == 0 ? vNow : v - Math.expm1(-dt / TAU_NANOS) * (vNow - v);
            this.nanos = nanos;
            examples = now.examples();
        }
        String where = String.format(
                Locale.ROOT, "epoch %d/%d · batch %d/%d", now.epoch(), now.epochs(), now.batch(), now.batches());
        return v == 0 ? where : where + " · " + rate() + " examples/s · " + left(now);
    }

    /** Two significant digits: more would flicker. */
    private String rate() {
        BigDecimal rounded = BigDecimal.valueOf(v * 1e9).round(new MathContext(2));
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }

    private String left(TrainingProgress now) {
        double seconds = (now.planned() - now.examples()) / v / 1e9;
        if (seconds < 1) {
            return "less than 1 s left";
        }
        String about = now.mayStopEarly() ? "at most " : "about ";
        if (seconds < 100) {
            return about + Math.round(seconds) + " s left";
        }
        return about
                + (seconds < 6000 ? Math.round(seconds / 60) + " min left" : Math.round(seconds / 3600) + " h left");
    }

    /**
     * How a training ended, without times, so that it reads the same after each run.
     *
     * @param last how far it came
     * @param stopped what ended it before its last epoch; empty if nothing did
     */
    static String ending(TrainingProgress last, String stopped) {
        if (stopped.isEmpty()) {
            int n = last.epochs();
            return (n == 1 ? "1 epoch, " : n + " epochs, ") + last.planned() / n + " examples each, finished";
        }
        String batch = stopped.equals("an error") ? ", after batch " + last.batch() + " of " + last.batches() : "";
        return "stopped by " + stopped + " in epoch " + last.epoch() + " of " + last.epochs() + batch;
    }
}
