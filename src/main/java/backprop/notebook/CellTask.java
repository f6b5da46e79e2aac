package backprop.notebook;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;

/**
 * A snippet that runs, and can be stopped. While it is held, a stop waits; the snippets that it runs itself, as those
 * of a script that a magic loads, are stopped at once.
 */
final class CellTask<V> extends FutureTask<V> {
    private static final long PATIENCE = 1_000_000_000; // nanoseconds
    private static final String GOES_ON =
            "A cell that you stopped still runs and slows down all that follows: Java cannot"
                    + " end a loop that only computes. Restart the kernel (Kernel > Restart Kernel) to end it.";
    private static final Set<CellTask<?>> STOPPED = ConcurrentHashMap.newKeySet();

    private final Object cell;
    private volatile Thread thread;
    private volatile long since;
    private CellTask<?> child;
    private int holds;
    private boolean stopped;

    CellTask(Callable<V> snippet, Object cell) {
        super(snippet);
        this.cell = cell;
    }

    /** The cell that it belongs to; null if it belongs to none. */
    Object cell() {
        return cell;
    }

    boolean isIn(Thread other) {
        return thread == other;
    }

    synchronized boolean isStopped() {
        return stopped || isCancelled();
    }

    /** Takes over a snippet that runs within this one. */
    synchronized void adopt(CellTask<?> task) {
        child = task;
        if (isStopped()) {
            task.cancel(true);
        }
    }

    /**
     * From now on, a stop waits.
     *
     * @throws CancellationException if it was stopped already
     */
    synchronized void hold() {
        if (isStopped()) {
            throw new CancellationException("the cell was stopped");
        }
        holds++;
    }

    /** Whoever stopped it meanwhile gets it now. */
    synchronized void release() {
        holds--;
        if (stopped && holds == 0) {
            stop(true);
        }
    }

    @Override
    public synchronized boolean cancel(boolean interrupt) {
        stopped = true;
        if (holds == 0) {
            return stop(interrupt);
        }
        if (child != null) {
            child.cancel(interrupt);
        }
        return true;
    }

    private boolean stop(boolean interrupt) {
        boolean stops = super.cancel(interrupt);
        if (stops && thread != null) {
            since = System.nanoTime();
            STOPPED.add(this);
        }
        return stops;
    }

    /** Tells, once, in the cell that runs now, of one that was stopped some time ago and goes on all the same. */
    private static void tellOfThoseThatGoOn() {
        STOPPED.removeIf(task -> {
            boolean goesOn = task.thread.isAlive();
            boolean late = System.nanoTime() - task.since > PATIENCE;
            if (goesOn && late) {
                System.out.println(GOES_ON);
            }
            return late || !goesOn;
        });
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        CellThreads.enter(this);
        tellOfThoseThatGoOn();
        super.run();
    }
}
