package backprop.optimizer;

/** The learning rate over time. */
@FunctionalInterface
public interface Schedule {
  /**
   * {@return the learning rate of an update}
   *
   * @param alpha the optimizer's own α
   * @param epoch the epochs done before the update, whole ones and the share of this one
   */
  double alpha(double alpha, double epoch);
}
