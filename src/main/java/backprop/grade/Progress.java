package backprop.grade;

import backprop.grade.result.Marked;
import backprop.grade.result.Status;
import java.io.Console;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A line with count, rate, remaining time and what was odd; nothing where nobody sits in front of it. */
final class Progress implements AutoCloseable {
  private static final int REFRESH = 200; // milliseconds

  private final ProgressBar bar;
  private final AtomicInteger marked = new AtomicInteger();
  private final AtomicInteger kept = new AtomicInteger();
  private final AtomicInteger unreadable = new AtomicInteger();
  private final AtomicInteger odd = new AtomicInteger();

  Progress(int count) {
    bar = !isTerminal() ? null
        : new ProgressBarBuilder().setTaskName("Marking").setInitialMax(count).setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REFRESH).showSpeed().build();
  }

  void marked(Marked result) {
    marked.incrementAndGet();
    if (result.status() == Status.UNREADABLE) { unreadable.incrementAndGet(); }
    if (!result.incidents().isEmpty()) { odd.incrementAndGet(); }
    step();
  }

  /** Marked before, and kept. */
  void kept(String student) {
    kept.incrementAndGet();
    step();
  }

  int marked() { return marked.get(); }

  int kept() { return kept.get(); }

  int unreadable() { return unreadable.get(); }

  private void step() {
    if (bar == null) { return; }
    bar.setExtraMessage("odd " + odd + ", unreadable " + unreadable);
    bar.step();
  }

  /** From Java 22 on there is a console also where there is no terminal, and a method that tells. */
  @SuppressWarnings("SystemConsoleNull") private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) { return false; }
    try {
      Method tells = Console.class.getMethod("isTerminal");
      return (Boolean) tells.invoke(console);
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }

  @Override public void close() { if (bar != null) { bar.close(); } }
}
