package backprop.train;

import java.io.PrintStream;

/** Watches a training: a live curve, a progress line, a log. Called on the training's thread. */
public interface TrainingListener {
  /** An epoch has ended.
   * @param epoch what it recorded
   * @param planned how many epochs there will be */
  void epochEnded(Epoch epoch, int planned);

  /** The training has ended, after its last epoch or before.
   * @param history all its epochs */
  default void ended(History history) {}

  /** {@return a listener that prints a line an epoch, such as {@code epoch 3/30: J 0.1234}}
   * @param out where to, such as System.out */
  static TrainingListener printing(PrintStream out) {
    return (epoch, planned) -> out.println("epoch " + epoch.number() + "/" + planned + ": " + epoch.text());
  }
}
