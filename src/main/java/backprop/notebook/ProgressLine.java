package backprop.notebook;

import backprop.train.Epoch;
import backprop.train.History;
import backprop.train.TrainingListener;
import backprop.train.TrainingProgress;
import java.io.Console;
import java.io.PrintStream;

/**
 * How far a training has come, on one line of a terminal, written anew at most ten times a second; elsewhere, such as
 * in a file, only how it ended.
 */
final class ProgressLine implements TrainingListener {
    private static final long REST_NANOS = 100_000_000;

    private final PrintStream out;
    private final boolean terminal;
    private TrainingProgress progress;
    private Throughput pace;
    private long due;
    private int width;

    ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** On standard output. */
    static ProgressLine onTerminal() {
        return new ProgressLine(System.out, isTerminal());
    }

    /** Since JDK 22 there is a console in any case, but it can be asked. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        try {
            return console != null
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    @Override
    public void batchEnded(TrainingProgress now) {
        progress = now;
        if (terminal) {
            write(now, System.nanoTime());
        }
    }

    @Override
    public void epochEnded(Epoch epoch, int planned) {}

    @Override
    public void ended(History history, String stopped) {
        if (progress != null) {
            String last = history.epochs().isEmpty() ? "" : "; " + history.last();
            out.println(over(Throughput.ending(progress, stopped) + last));
        }
        progress = null;
        pace = null;
        width = 0;
    }

    private void write(TrainingProgress now, long nanos) {
        if (pace == null) {
            pace = new Throughput(now, nanos);
            due = nanos + REST_NANOS;
        }
        if (nanos - due >= 0) {
            due = nanos + REST_NANOS;
            out.print(over(pace.line(now, nanos)));
            out.flush();
        }
    }

    /** A line that covers the one before it. */
    private String over(String line) {
        String covering = width == 0 ? line : "\r" + line + " ".repeat(Math.max(0, width - line.length()));
        width = line.length();
        return covering;
    }
}
