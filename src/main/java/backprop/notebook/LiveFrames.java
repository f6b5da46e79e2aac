package backprop.notebook;

import backprop.plot.Plots;
import backprop.train.Epoch;
import backprop.train.History;
import backprop.train.TrainingProgress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The frames of a training's live curves: a progress bar beside its words, and under it the curves, all as high as the
 * last word that takes their place. For two seconds some sixteen frames a second show that there is motion, at up to
 * half a processor while the JVM is cold; then each is followed by a rest of fifty times its drawing, a quarter of a
 * second at least and a second at most.
 */
final class LiveFrames {
    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1000 * MILLISECOND;
    /** How long it takes to the first: what is over before shows its end at once. */
    static final long FIRST = 100 * MILLISECOND;

    private static final long BEGINNING = 2 * SECOND;
    private static final long QUICK = 60 * MILLISECOND;
    private static final long CALM = 250 * MILLISECOND;
    private static final long REST = 50;
    private static final int MOST = 200;

    private final Throughput pace;
    private final long begin;
    private TrainingProgress framed;
    private String curves = "";
    private int drawn = -1;

    /** Frames of a training that begins at a time in nanoseconds. */
    LiveFrames(TrainingProgress begin, long nanos) {
        pace = new Throughput(begin, nanos);
        this.begin = nanos;
    }

    /** The frame of a time in nanoseconds; none if nothing has happened since the last. */
    Optional<Rendering> next(TrainingProgress now, List<Epoch> epochs, long nanos) {
        if (now.equals(framed) && epochs.size() == drawn) {
            return Optional.empty();
        }
        if (epochs.size() != drawn) {
            curves = Html.image(Plots.history(thinned(epochs), now.epochs()));
            drawn = epochs.size();
        }
        framed = now;
        String line = pace.line(now, nanos);
        return Optional.of(new Rendering(line, bar(now, line) + curves));
    }

    /** How long to rest after a frame that was begun and shown at times in nanoseconds. */
    long rest(long begun, long shown) {
        long painting = shown - begun;
        return begun - begin < BEGINNING
                ? Math.max(QUICK, painting)
                : Math.max(CALM, Math.min(REST * painting, SECOND));
    }

    /** At most MOST epochs, the last among them: more would take longer to draw, and look the same. */
    private static History thinned(List<Epoch> all) {
        int every = Math.max(1, (all.size() + MOST - 1) / MOST);
        return new History(all.stream()
                .filter(epoch -> (all.size() - epoch.number()) % every == 0)
                .toList());
    }

    /** A line, no higher than one of text alone. */
    private static String bar(TrainingProgress now, String line) {
        return String.format(Locale.ROOT, """
        <label style="display:flex;align-items:center;gap:8px;margin:4px 0;overflow:hidden;white-space:nowrap">\
        <progress max="%d" value="%d" style="flex:0 1 160px;min-width:40px;height:1em"></progress>%s</label>""", now.planned(), now.examples(), Html.escape(line));
    }
}
