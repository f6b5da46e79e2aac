package backprop.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** The arrays of one training step, used again by the next: while a step runs in it, every new {@link Matrix} of this
 * thread takes its numbers from here, and nothing is allocated.
 *
 * <p>So a matrix made in one step is overwritten in the next, but for a {@link Matrix#copy()}. Only what promises to be
 * {@link Reusing} may run in here. */
public final class Workspace {
  private static final ThreadLocal<Workspace> CURRENT = new ThreadLocal<>();

  private final List<double[]> arrays = new ArrayList<>();
  private int used;

  /** An empty workspace, which its first step fills. */
  public Workspace() {}

  /** A promise: what implements it keeps no matrix that a step hands to it or makes for longer than that step. What it
   * must remember it writes, in place, into matrices that it made outside. */
  public interface Reusing {}

  /** Runs a step whose matrices reuse those of the step before.
   * @param step returns a number
   * @return the step's number */
  public double run(DoubleSupplier step) {
    Workspace outer = CURRENT.get();
    used = 0;
    CURRENT.set(this);
    try {
      return step.getAsDouble();
    } finally {
      CURRENT.set(outer);
    }
  }

  /** An array of at least so many numbers, whatever they are: reused if a step runs, else new. */
  static double[] array(int size) {
    Workspace current = CURRENT.get();
    return current == null ? new double[size] : current.next(size);
  }

  private double[] next(int size) {
    if (used == arrays.size()) {
      arrays.add(new double[size]);
    } else if (arrays.get(used).length < size) { arrays.set(used, new double[size]); }
    return arrays.get(used++);
  }
}
