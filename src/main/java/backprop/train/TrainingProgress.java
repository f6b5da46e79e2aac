package backprop.train;

/**
 * How far a training has come, batch by batch.
 *
 * @param epoch the running epoch, from 1
 * @param epochs how many are planned; early stopping may end the training before
 * @param batch the last batch of this epoch that was learned from, from 1
 * @param batches how many an epoch has
 * @param examples how many were learned from in this training, in all its epochs
 * @param planned how many these are in the end
 * @param mayStopEarly whether early stopping is asked for
 */
public record TrainingProgress(
        int epoch, int epochs, int batch, int batches, long examples, long planned, boolean mayStopEarly) {}
