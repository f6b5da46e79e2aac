package backprop.notebook;

import backprop.train.Epoch;
import backprop.train.History;
import backprop.train.TrainingListener;
import java.util.ArrayList;
import java.util.List;

/** Curves that update in place while a cell trains, and stay when it is done. A thread of their own draws them, so that
 * the training waits for nothing but the last drawing; between two drawings it rests ten times as long as a drawing
 * takes, at least 0.1 s and at most 0.5 s. */
final class LiveCurves implements TrainingListener {
  private static final long REST = 10;
  private static final long AT_LEAST_MILLIS = 100;
  private static final long AT_MOST_MILLIS = 500;

  private final Display display;
  private final List<Epoch> epochs = new ArrayList<>();
  private String id;
  private Thread painter;

  LiveCurves(Display display) { this.display = display; }

  @Override public synchronized void epochEnded(Epoch epoch, int planned) {
    epochs.add(epoch);
    if (painter == null) {
      painter = new Thread(this::paint, "live curves");
      painter.setDaemon(true);
      painter.start();
    }
  }

  @Override public synchronized void ended(History history) {
    painter = null;
    epochs.clear();
    if (!history.epochs().isEmpty()) { show(Renderers.history(history)); }
    id = null;
  }

  /** Draws what is new, again and again, until the training has ended. */
  private void paint() {
    int drawn = 0;
    while (isPainter()) {
      long begun = System.nanoTime();
      History history = soFar();
      if (history.epochs().size() > drawn) {
        drawn = history.epochs().size();
        showWhileTraining(Renderers.history(history));
      }
      long rest = REST * (System.nanoTime() - begun) / 1_000_000;
      try {
        Thread.sleep(Math.max(AT_LEAST_MILLIS, Math.min(rest, AT_MOST_MILLIS)));
      } catch (InterruptedException nobodyNeedsTheCurves) {
        return;
      }
    }
  }

  private synchronized boolean isPainter() { return painter == Thread.currentThread(); }

  private synchronized History soFar() { return new History(epochs); }

  /** A drawing that comes after the training's end is dropped: the last word is the whole history. */
  private synchronized void showWhileTraining(Rendering curves) {
    if (isPainter()) { show(curves); }
  }

  private void show(Rendering curves) {
    if (id == null) {
      id = display.show(curves);
    } else {
      display.update(id, curves);
    }
  }
}
