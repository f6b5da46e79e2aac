package backprop.notebook;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;

/** A snippet that runs, and can be stopped. While it is held, a stop waits; the snippets that it runs itself, as those
 * of a script that a magic loads, are stopped at once. */
final class CellTask<V> extends FutureTask<V> {
  private final Object cell;
  private volatile Thread thread;
  private CellTask<?> child;
  private int holds;
  private boolean stopped;

  CellTask(Callable<V> snippet, Object cell) {
    super(snippet);
    this.cell = cell;
  }

  /** The cell that it belongs to; null if it belongs to none. */
  Object cell() { return cell; }

  boolean isIn(Thread other) { return thread == other; }

  synchronized boolean isStopped() { return stopped || isCancelled(); }

  /** Takes over a snippet that runs within this one. */
  synchronized void adopt(CellTask<?> task) {
    child = task;
    if (isStopped()) { task.cancel(true); }
  }

  /** From now on, a stop waits.
   * @throws CancellationException if it was stopped already */
  synchronized void hold() {
    if (isStopped()) { throw new CancellationException("the cell was stopped"); }
    holds++;
  }

  /** Whoever stopped it meanwhile gets it now. */
  synchronized void release() {
    holds--;
    if (stopped && holds == 0) { super.cancel(true); }
  }

  @Override public synchronized boolean cancel(boolean interrupt) {
    stopped = true;
    if (holds == 0) { return super.cancel(interrupt); }
    if (child != null) { child.cancel(interrupt); }
    return true;
  }

  @Override public void run() {
    thread = Thread.currentThread();
    CellThreads.enter(this);
    super.run();
  }
}
