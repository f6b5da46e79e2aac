package backprop.exercise.forward;

import backprop.data.Dataset;
import backprop.data.Digits;
import backprop.matrix.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A network 64/32/10 that has learned to read digits, with ReLU in its hidden layer: its parameters are given, its
 * forward pass is the assignment. {@code GivenWeights}, in the test tree, trains it again.
 */
public final class DigitsNetwork {
    private static final int[] N = {64, 32, 10};
    private static final double TRAINING = 0.8;
    private static final long SEED = 42;

    private DigitsNetwork() {}

    /** {@return the weights: null, W[1] (32, 64), W[2] (10, 32)} */
    public static Matrix[] weights() {
        return new Matrix[] {null, read("W[1]", N[1], N[0]), read("W[2]", N[2], N[1])};
    }

    /** {@return the biases: null, b[1] (32, 1), b[2] (10, 1)} */
    public static Matrix[] biases() {
        return new Matrix[] {null, read("b[1]", N[1], 1), read("b[2]", N[2], 1)};
    }

    /** {@return the digits that it learned from: X (64, 1438), Y (10, 1438)} */
    public static Dataset learnedFrom() {
        return Digits.load().split(TRAINING, SEED).train();
    }

    /** {@return the digits that it has never seen: X (64, 359), Y (10, 359)} */
    public static Dataset heldOut() {
        return Digits.load().split(TRAINING, SEED).test();
    }

    /** One array of the .npz, float64 by rows: its numbers are the last bytes of its .npy. */
    private static Matrix read(String name, int rows, int cols) {
        try (InputStream file = DigitsNetwork.class.getResourceAsStream("digits.npz");
                ZipInputStream zip =
                        new ZipInputStream(Objects.requireNonNull(file, "Backprop's jar must hold digits.npz"))) {
            ZipEntry entry = zip.getNextEntry();
            while (!entry.getName().equals(name + ".npy")) {
                entry = zip.getNextEntry();
            }
            byte[] npy = zip.readAllBytes();
            ByteBuffer bytes = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN);
            DoubleBuffer numbers =
                    bytes.position(npy.length - Double.BYTES * rows * cols).asDoubleBuffer();
            return Matrix.generate(rows, cols, (i, j) -> numbers.get(i * cols + j));
        } catch (IOException e) {
            throw new UncheckedIOException("Backprop's jar must be intact, but " + name + " cannot be read", e);
        }
    }
}
