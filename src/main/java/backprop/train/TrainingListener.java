package backprop.train;

/** Watches a training: a live curve, a progress line, a log. Called on the training's thread. */
public interface TrainingListener {
  /**
   * An epoch has ended.
   *
   * @param epoch what it recorded
   * @param planned how many epochs there will be
   */
  void epochEnded(Epoch epoch, int planned);

  /**
   * The training has ended, after its last epoch or before.
   *
   * @param history all its epochs
   */
  default void ended(History history) {}
}
