package backprop.notebook;

import backprop.train.Epoch;
import backprop.train.History;
import backprop.train.Progress;
import backprop.train.TrainingListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A progress bar and curves that update in place while a cell trains; the curves stay when it is done. A thread of
 * their own paints them, so that a batch costs the training no more than a note of how far it has come. The bar moves
 * up to ten times a second, over the curves as they were last drawn. The painter rests fifty times as long as it took,
 * so that it needs some 2 % of a processor, but curves stand for five seconds at most. */
final class LiveCurves implements TrainingListener {
  private static final long REST = 50;
  private static final int MOST = 200;
  private static final long TENTH = 100_000_000;
  private static final long SECOND = 1_000_000_000;

  private final Display display;
  private final List<Epoch> epochs = Collections.synchronizedList(new ArrayList<>());
  private volatile Progress progress;
  private volatile Thread painter;
  private String id;

  LiveCurves(Display display) { this.display = display; }

  @Override public void batchEnded(Progress now) {
    progress = now;
    if (painter == null) { start(new Pace(now, System.nanoTime())); }
  }

  @Override public void epochEnded(Epoch epoch, int planned) { epochs.add(epoch); }

  /** The last word is the whole history. An interrupted training says it without the thread's interrupt flag, under
   * which a kernel's socket may close for good. */
  @Override public void ended(History history, String stopped) {
    boolean interrupted = Thread.interrupted();
    try {
      end(history, stopped);
    } finally {
      if (interrupted) { Thread.currentThread().interrupt(); }
    }
  }

  private void start(Pace pace) {
    Thread thread = new Thread(() -> paint(pace), "live curves");
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((painting, failed) -> {}); // the last word fails too, and where it is seen
    painter = thread;
    thread.start();
    display.afterCell(this::awaitEnd);
  }

  /** An interrupt ends a cell before its training, which goes on to the end of its batch; but what it says after the
   * cell is closed, nobody hears. */
  private void awaitEnd() { isStillAfter(2 * SECOND, () -> painter != null); }

  private synchronized void end(History history, String stopped) {
    Progress last = progress;
    String shown = id;
    painter = null;
    notifyAll();
    epochs.clear();
    id = null;
    if (history.epochs().isEmpty() && shown == null) { return; }
    Rendering curves = Renderers.history(history);
    String line = Pace.ending(last, stopped);
    String text = stopped.isEmpty() ? curves.text() : line + ": " + curves.text();
    String html = "<div style=\"margin:4px 0\">" + Html.escape(line) + "</div>" + curves.html();
    show(shown, new Rendering(text, html, curves.picture()));
  }

  /** Paints what is new, again and again, until the training has ended. What lasts less than a tenth of a second is
   * over before. */
  private void paint(Pace pace) {
    Progress painted = null;
    String curves = "";
    int drawn = 0;
    long due = System.nanoTime();
    long rest = TENTH;
    while (isPainterAfter(rest)) {
      Progress now = progress;
      if (epochs.size() > drawn && System.nanoTime() - due >= 0) {
        long begun = System.nanoTime();
        List<Epoch> all = List.copyOf(epochs);
        curves = Renderers.history(thinned(all)).html();
        // the first drawing loads and compiles what draws: it is no measure of the next
        due = System.nanoTime() + (drawn == 0 ? 2 * SECOND : within(2 * SECOND, System.nanoTime() - begun, 5 * SECOND));
        drawn = all.size();
        painted = null;
        now = progress;
      }
      long begun = System.nanoTime();
      if (!now.equals(painted)) {
        String line = pace.line(now, begun);
        showWhileTraining(new Rendering(line, bar(now, line) + curves));
        painted = now;
      }
      rest = within(TENTH, System.nanoTime() - begun, SECOND);
    }
  }

  /** At most MOST epochs, the last among them: more would take longer to draw, and look the same. */
  private static History thinned(List<Epoch> all) {
    int every = (all.size() + MOST - 1) / MOST;
    return new History(all.stream().filter(epoch -> (all.size() - epoch.number()) % every == 0).toList());
  }

  private static long within(long least, long painting, long most) {
    return Math.max(least, Math.min(REST * painting, most));
  }

  private static String bar(Progress now, String line) {
    return """
        <label style="display:block;margin:4px 0">%s<progress max="%d" value="%d" \
        style="display:block;width:100%%;max-width:460px"></progress></label>""".formatted(Html.escape(line),
        now.planned(), now.examples());
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
    } catch (InterruptedException nobodyNeedsTheCurves) {
      return false;
    }
    return going.getAsBoolean();
  }

  private boolean isPainter() { return painter == Thread.currentThread(); }

  /** A drawing that comes after the training's end is dropped. */
  private synchronized void showWhileTraining(Rendering now) {
    if (isPainter()) { id = show(id, now); }
  }

  private String show(String shown, Rendering now) {
    if (shown == null) { return display.show(now); }
    display.update(shown, now);
    return shown;
  }
}
