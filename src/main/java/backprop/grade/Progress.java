package backprop.grade;

import backprop.grade.result.MarkedSubmission;
import backprop.grade.result.Status;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A line with count, rate, remaining time and what was odd; nothing where nobody sits in front of it. */
final class Progress implements AutoCloseable {
    private static final int REFRESH = 200; // milliseconds
    private static final int WIDTH = 80;
    private static final int NARROWEST = 40;

    private final ProgressBar bar;
    private final AtomicInteger marked = new AtomicInteger();
    private final AtomicInteger kept = new AtomicInteger();
    private final AtomicInteger unreadable = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger odd = new AtomicInteger();

    Progress(int count) {
        bar = !Terminal.isThere()
                ? null
                : new ProgressBarBuilder()
                        .setTaskName("Marking")
                        .setInitialMax(count)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(REFRESH)
                        .setConsumer(new ConsoleProgressBarConsumer(System.err, width()))
                        .setSpeedUnit(ChronoUnit.MINUTES)
                        .showSpeed(new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                        .build();
    }

    void marked(MarkedSubmission result) {
        marked.incrementAndGet();
        step(result);
    }

    /** Not to be reached, or not to be marked by a fault of the grader's. */
    void failure() {
        failures.incrementAndGet();
        if (bar != null) {
            bar.step();
        }
    }

    /** Marked before, and kept. */
    void kept(MarkedSubmission result) {
        kept.incrementAndGet();
        step(result);
    }

    /** What became of them, for the time that it took. */
    String summary(double seconds) {
        String before = kept.get() == 0 ? "" : ", " + kept + " kept from before";
        String read = unreadable.get() == 0
                ? failures.get() == 0 ? "All could be read" : "The others could be read"
                : String.format(
                        Locale.ROOT,
                        "%d could not be marked and %s 0 points",
                        unreadable.get(),
                        unreadable.get() == 1 ? "has" : "have");
        String acted = odd.get() == 0 ? "none did anything odd" : odd + " did something odd";
        String failed = failures.get() == 0
                ? ""
                : String.format(Locale.ROOT, ", %d not, for a fault that is not theirs", failures.get());
        return String.format(
                Locale.ROOT, "%d marked in %s%s%s. %s, %s.", marked.get(), time(seconds), before, failed, read, acted);
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        return whole < 100 ? String.format(Locale.ROOT, "%.1f s", seconds) : whole / 60 + " min " + whole % 60 + " s";
    }

    private void step(MarkedSubmission result) {
        if (result.status() == Status.UNREADABLE) {
            unreadable.incrementAndGet();
        }
        if (!result.incidents().isEmpty()) {
            odd.incrementAndGet();
        }
        if (bar == null) {
            return;
        }
        bar.setExtraMessage(" " + unreadable + " unreadable, " + odd + " odd");
        bar.step();
    }

    /** As the launcher has found it, which spares a library of native code. */
    private static int width() {
        String columns = System.getenv().getOrDefault("COLUMNS", "");
        return columns.matches("[1-9]\\d{1,3}") ? Math.max(NARROWEST, Integer.parseInt(columns)) : WIDTH;
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
