package backprop.train;

import backprop.data.Dataset;
import backprop.matrix.Matrix;
import backprop.network.Network;

/** Finds out where numbers stopped being finite. */
final class Divergence {
    private Divergence() {}

    /**
     * Refuses a cost that is NaN or infinite.
     *
     * @param J the cost
     * @param place what ran, such as epoch 3, batch 2
     * @param net the network that gave it
     * @param batch the examples that it is the cost of
     */
    static void requireFinite(double J, String place, Network net, Dataset batch) {
        if (!Double.isFinite(J)) {
            throw new DivergedException("the cost J became %s in %s; the first that is not finite is %s"
                    .formatted(J, place, culprit(net, batch)));
        }
    }

    /** Names what is the first not to be finite: the inputs, what a layer makes of them, or the loss. */
    private static String culprit(Network net, Dataset batch) {
        Matrix A = batch.X();
        String name = "the input X — look for it in the data";
        for (int l = 1; l <= net.layers().size() && A.isFinite(); l++) {
            A = net.layer(l).predict(A);
            name = "what " + net.name(l) + " gives — try a smaller learning rate";
        }
        return A.isFinite() ? "the loss of " + name : name;
    }
}
