package backprop.exercise.forward;

import backprop.activation.Relu;
import backprop.layer.Dense;
import backprop.loss.CrossEntropy;
import backprop.network.Network;
import backprop.optimizer.Adam;
import backprop.train.Metrics;
import backprop.train.Trainer;
import java.nio.file.Path;

/**
 * Trains the network of {@link DigitsNetwork} and writes its parameters where the jar takes them from. Elsewhere than
 * on one machine the last digits differ; then the numbers in {@code NetworkAccuracy} and in the notebook are to be
 * looked at again. With the test classes on the class path: {@code java backprop.exercise.forward.GivenWeights}.
 */
public final class GivenWeights {
    private static final Path FILE = Path.of("exercises/03-forward-pass/public/backprop/exercise/forward/digits.npz");
    private static final long SEED = 7;
    private static final int EPOCHS = 30;

    private GivenWeights() {}

    /** The network, before it learns. */
    static Network network() {
        return new Network(SEED, new CrossEntropy(), new Dense(64, 32, new Relu()), new Dense(32, 10));
    }

    /**
     * Runs in the project's folder.
     *
     * @param args none
     */
    public static void main(String... args) {
        Network net = network();
        new Trainer(net, new Adam()).train(DigitsNetwork.learnedFrom(), EPOCHS);
        net.save(FILE);
        System.out.println(FILE + ": accuracy " + Metrics.accuracy(net, DigitsNetwork.heldOut()));
    }
}
