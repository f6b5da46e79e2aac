package backprop.train;

/** Watches a training: a live curve, a progress line, a log. Called on the training's thread. */
public interface TrainingListener {
  /**
   * An epoch has ended.
   *
   * @param history all epochs so far
   * @param planned how many there will be
   */
  void epochEnded(History history, int planned);

  /**
   * The training has ended, after its last epoch or before.
   *
   * @param history all its epochs
   */
  default void ended(History history) {}
}
