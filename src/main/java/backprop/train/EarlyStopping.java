package backprop.train;

import backprop.data.Dataset;
import backprop.network.Network;

/**
 * Keeps the weights of the lowest validation cost, and ends a training that has found no lower one for some epochs.
 * Source: Prechelt 1998, Early stopping — but when?; note 000, section 7.3.
 */
final class EarlyStopping {
    private final Network net;
    private final int patience;
    private Runnable best;

    /** Until an epoch has ended, the best weights are those of the beginning. */
    EarlyStopping(Network net, Dataset validation, int patience) {
        if (validation == null) {
            throw new IllegalStateException(
                    "earlyStopping: there must be a validation set, got none — call validation(…) as well");
        }
        this.net = net;
        this.patience = patience;
        best = net.checkpoint();
    }

    /**
     * Keeps the weights if the last epoch is the best so far, and tells whether the best one lies patience epochs back.
     */
    boolean endsAfter(History history) {
        int waited = history.last().number() - history.best().number();
        if (waited == 0) {
            best = net.checkpoint();
        }
        return waited >= patience;
    }

    /** Puts the best weights back. */
    void restore() {
        best.run();
    }
}
