package backprop.notebook;

import backprop.train.History;
import backprop.train.TrainingListener;

/**
 * Curves that update in place while a cell trains, and stay when it is done. Drawing takes at most
 * some 3 % of the time: a curve that took long to draw waits longer for its next update.
 */
final class LiveCurves implements TrainingListener {
  private static final long AT_LEAST_NANOS = 100_000_000;
  private static final int SHARE = 33;

  private final Display display;
  private String id;
  private long next;

  LiveCurves(Display display) {
    this.display = display;
  }

  @Override
  public void epochEnded(History history, int planned) {
    if (id == null || System.nanoTime() - next >= 0) {
      show(history);
    }
  }

  @Override
  public void ended(History history) {
    if (!history.epochs().isEmpty()) {
      show(history);
    }
    id = null;
  }

  private void show(History history) {
    long begun = System.nanoTime();
    Rendering curves = Renderers.history(history);
    if (id == null) {
      id = display.show(curves);
    } else {
      display.update(id, curves);
    }
    long now = System.nanoTime();
    next = now + Math.max(AT_LEAST_NANOS, SHARE * (now - begun));
  }
}
