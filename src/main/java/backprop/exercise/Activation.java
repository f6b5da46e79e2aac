package backprop.exercise;

import backprop.matrix.Matrix;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One of the activations that are taken for one another.
 *
 * @param name its name in the lectures
 * @param of g(Z)
 * @param slope g′(Z), null for softmax, whose entries depend on one another
 */
record Activation(String name, UnaryOperator<Matrix> of, UnaryOperator<Matrix> slope) {
    static final List<Activation> ALL = List.of(
            new Activation("sigmoid", Z -> Z.map(Activation::sigmoid), Z -> Z.map(z -> sigmoid(z) * sigmoid(-z))),
            new Activation("tanh", Z -> Z.map(Math::tanh), Z -> Z.map(z -> 1 - Math.tanh(z) * Math.tanh(z))),
            new Activation("ReLU", Z -> Z.map(z -> z / 2 + Math.abs(z) / 2), Z -> Z.map(z -> z >= 0 ? 1 : 0)),
            new Activation("softmax", Activation::softmax, null));

    private static double sigmoid(double z) {
        return (1 + Math.tanh(z / 2)) / 2;
    }

    /** By columns; of a single row over all that it holds. One number alone has no softmax. */
    private static Matrix softmax(Matrix Z) {
        if (Z.rows() == 1) {
            return Z.cols() == 1 ? null : softmax(Z.transpose()).transpose();
        }
        return Matrix.generate(Z.rows(), Z.cols(), (k, i) -> {
            double sum = 0;
            for (int j = 0; j < Z.rows(); j++) {
                sum += Math.exp(Z.get(j, i) - Z.get(k, i));
            }
            return 1 / sum;
        });
    }
}
