package backprop.grade.marking;

import backprop.exercise.Limit;

/** What one submission may use: of the processor for each thing that is asked of it, and all together; and of the
 * clock, for one that waits. */
final class Budget {
  private static final double ALL = 40; // seconds of the processor
  private static final double ALL_CLOCK = 240;
  private static final double AGAIN = 0.4; // seconds for a function that was too slow before

  private final long started = System.nanoTime();
  private double used;

  /** Of the processor, all guests together. */
  void use(double seconds) { used += seconds; }

  /** What is left for something that may take so long, and runs on a guest that has used so much.
   * @return 0 if nothing is left */
  double left(double seconds, double guest) {
    boolean late = (System.nanoTime() - started) / 1e9 > ALL_CLOCK;
    return late ? 0 : Math.max(0, Math.min(seconds, ALL - used - guest));
  }

  /** How long to wait for something that may take so long. */
  static double clock(double seconds) {
    return Math.max(Limit.LEAST_CLOCK, Limit.CLOCK * seconds);
  }

  /** What a function may take in a test that was too slow in one before: a right one needs some milliseconds. */
  static double again(double seconds) {
    return Math.min(seconds, AGAIN);
  }
}
