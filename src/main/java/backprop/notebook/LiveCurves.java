package backprop.notebook;

import backprop.train.Epoch;
import backprop.train.History;
import backprop.train.TrainingListener;
import backprop.train.TrainingProgress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A progress bar and curves that update in place while a cell trains; the curves stay when it is done. A thread of
 * their own paints them, frame by frame, so that a batch costs the training no more than a note of how far it has
 * come.
 */
final class LiveCurves implements TrainingListener {
    private static final long PATIENCE = 2_000_000_000;

    private final Display display;
    private final List<Epoch> epochs = Collections.synchronizedList(new ArrayList<>());
    private volatile TrainingProgress progress;
    private volatile Thread painter;
    private String id;

    LiveCurves(Display display) {
        this.display = display;
    }

    @Override
    public void batchEnded(TrainingProgress now) {
        progress = now;
        if (painter == null) {
            start(new LiveFrames(now, System.nanoTime()));
        }
    }

    @Override
    public void epochEnded(Epoch epoch, int planned) {
        epochs.add(epoch);
    }

    /**
     * The last word is the whole history. An interrupted training says it without the thread's interrupt flag, under
     * which a kernel's socket may close for good.
     */
    @Override
    public void ended(History history, String stopped) {
        boolean interrupted = Thread.interrupted();
        try {
            end(history, stopped);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void start(LiveFrames frames) {
        Thread thread = new Thread(() -> paint(frames), "live curves");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((painting, failed) -> {}); // the last word fails too, and where it is seen
        painter = thread;
        thread.start();
        display.afterCell(this::awaitEnd);
    }

    /**
     * An interrupt ends a cell before its training, which goes on to the end of its batch; but what it says after the
     * cell is closed, nobody hears.
     */
    private void awaitEnd() {
        isStillAfter(PATIENCE, () -> painter != null);
    }

    private synchronized void end(History history, String stopped) {
        TrainingProgress last = progress;
        String shown = id;
        painter = null;
        notifyAll();
        epochs.clear();
        id = null;
        if (history.epochs().isEmpty() && shown == null) {
            return;
        }
        Rendering curves = Renderers.history(history);
        String line = Throughput.ending(last, stopped);
        String text = stopped.isEmpty() ? curves.text() : line + ": " + curves.text();
        String html = "<div style=\"margin:4px 0\">" + Html.escape(line) + "</div>" + curves.html();
        show(shown, new Rendering(text, html, curves.picture()));
    }

    /** Paints what is new, again and again, until the training has ended. */
    private void paint(LiveFrames frames) {
        long rest = LiveFrames.FIRST;
        while (isPainterAfter(rest)) {
            long begun = System.nanoTime();
            frames.next(progress, List.copyOf(epochs), begun).ifPresent(this::showWhileTraining);
            rest = frames.rest(begun, System.nanoTime());
        }
    }

    /** Rests, or less if the training ends; whether there is still something to paint. */
    private boolean isPainterAfter(long rest) {
        return isStillAfter(rest, this::isPainter);
    }

    private synchronized boolean isStillAfter(long rest, BooleanSupplier going) {
        long end = System.nanoTime() + rest;
        try {
            for (long left = rest; going.getAsBoolean() && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException ended) {
            return false;
        }
        return going.getAsBoolean();
    }

    private boolean isPainter() {
        return painter == Thread.currentThread();
    }

    /** A drawing that comes after the training's end is dropped. */
    private synchronized void showWhileTraining(Rendering now) {
        if (isPainter()) {
            id = show(id, now);
        }
    }

    private String show(String shown, Rendering now) {
        if (shown == null) {
            return display.show(now);
        }
        display.update(shown, now);
        return shown;
    }
}
