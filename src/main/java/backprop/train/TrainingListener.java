package backprop.train;

/**
 * Watches a training: a live curve, a progress line, or a log such as
 * {@code (epoch, planned) -> System.out.println(epoch)}. Called on the training's thread.
 */
public interface TrainingListener {
    /**
     * An epoch has ended.
     *
     * @param epoch what it recorded
     * @param planned how many epochs there will be
     */
    void epochEnded(Epoch epoch, int planned);

    /**
     * A batch has been learned from, which may be thousands of times a second.
     *
     * @param progress how far the training has come
     */
    default void batchEnded(TrainingProgress progress) {}

    /**
     * The training has ended, after its last epoch or before.
     *
     * @param history all its epochs
     * @param stopped what ended it before: early stopping, an interrupt or an error; empty if nothing did
     */
    default void ended(History history, String stopped) {}
}
