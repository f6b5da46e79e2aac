package backprop.train;

import backprop.network.Network;

/**
 * How the examples of an epoch are cut into batches.
 *
 * @param m the number of examples in the training set
 * @param batchSize the size of each batch but perhaps the last
 * @param dropLast whether a last batch that is smaller than the others is left out
 */
record BatchPlan(int m, int batchSize, boolean dropLast) {
    /** {@return the number of batches in an epoch} */
    int batches() {
        return dropLast ? m / batchSize : (m - 1) / batchSize + 1;
    }

    /** {@return the number of examples learned from in an epoch} */
    int examples() {
        return dropLast ? m / batchSize * batchSize : m;
    }

    /** {@return the size of the last batch, which is the smallest} */
    int last() {
        return examples() - (batches() - 1) * batchSize;
    }

    /** Refuses a plan without a batch, or with one that is too small for a layer of the network. */
    void requireFor(Network net) {
        if (batches() == 0) {
            throw new IllegalArgumentException(
                    "train: the examples must fill a batch of %s where dropLast() leaves smaller ones out, got %s examples"
                            .formatted(batchSize, m));
        }
        int least = net.minimumBatchSize();
        if (last() < least) {
            throw new IllegalArgumentException(
                    "train: a batch must have at least %s examples for %s, but %s examples in batches of %s leave one of %s — "
                                    .formatted(least, neediest(net, least), m, batchSize, last())
                            + remedy(least));
        }
    }

    private String remedy(int least) {
        boolean droppingHelps = batches() > 1 && batchSize >= least;
        return "choose another batchSize" + (droppingHelps ? ", or call dropLast()" : "");
    }

    private static String neediest(Network net, int least) {
        int l = 1;
        while (net.layer(l).minimumBatchSize() < least) {
            l++;
        }
        return net.name(l);
    }
}
