package backprop.bench;

import backprop.Samples;
import backprop.activation.Relu;
import backprop.data.Dataset;
import backprop.data.Digits;
import backprop.layer.Conv2d;
import backprop.layer.Dense;
import backprop.layer.Layer;
import backprop.layer.Volume;
import backprop.loss.CrossEntropy;
import backprop.network.Network;
import backprop.optimizer.Adam;
import backprop.optimizer.GradientDescent;
import backprop.optimizer.Optimizer;
import java.util.Arrays;

/**
 * What is measured: {@code sgd 784-100-10 64} and {@code adam …} are steps on a fixed batch, {@code
 * conv 8x8x1-16-32-10 64} has two convolutions, {@code epoch 64-32-10 32} is a whole epoch on the digits, shuffled.
 *
 * @param kind sgd, adam, conv or epoch
 * @param sizes the widths n[0] to n[L]; for conv height x width x channels, the channels of each convolution, and the
 * classes
 * @param m examples of a batch
 */
record Task(String kind, String sizes, int m) {
    private static final double ALPHA = 0.1;

    /** A task from its three words. */
    static Task of(String kind, String sizes, String m) {
        return new Task(kind, sizes, Integer.parseInt(m));
    }

    /** n[0] to n[L], or the numbers of a convolution's sizes. */
    int[] widths() {
        return Arrays.stream(sizes.split("[x-]", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** A fresh network, with the same initial weights each time. */
    Network network() {
        return new Network(1, new CrossEntropy(), kind.equals("conv") ? convolutions() : dense());
    }

    Optimizer optimizer() {
        return kind.equals("adam") ? new Adam() : new GradientDescent(ALPHA);
    }

    /** The fixed batch, or all digits. */
    Dataset data() {
        if (kind.equals("epoch")) {
            return Digits.load();
        }
        int[] n = widths();
        int inputs = kind.equals("conv") ? n[0] * n[1] * n[2] : n[0];
        return new Dataset(Samples.normal(inputs, m, 2), Samples.oneHot(n[n.length - 1], m, 3));
    }

    private Layer[] dense() {
        int[] n = widths();
        Layer[] layers = new Layer[n.length - 1];
        for (int l = 1; l < layers.length; l++) {
            layers[l - 1] = new Dense(n[l - 1], n[l], new Relu());
        }
        layers[layers.length - 1] = new Dense(n[layers.length - 1], n[layers.length]);
        return layers;
    }

    /** Windows of 3 × 3 with a border of one zero, so that height and width stay. */
    private Layer[] convolutions() {
        int[] n = widths();
        Volume first = new Volume(n[2], n[0], n[1]);
        Volume second = new Volume(n[3], n[0], n[1]);
        return new Layer[] {
            new Conv2d(first, n[3], 3, 1, 1, new Relu()),
            new Conv2d(second, n[4], 3, 1, 1, new Relu()),
            new Dense(n[4] * n[0] * n[1], n[5])
        };
    }
}
