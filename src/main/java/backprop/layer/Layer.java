package backprop.layer;

import backprop.activation.Activation;
import backprop.activation.Identity;
import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.matrix.ShapeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Layer l of a network: A[l] from A[l-1], for a whole batch whose m examples are columns. A matrix of another shape is
 * refused with a {@link ShapeException}. Source: notes 000, section 5, 001 and 004, Algorithms 1 and 2.
 *
 * <p>To make one of your own, write {@link #forward} and {@link #backward}; the other methods are for layers that have
 * parameters, or that behave otherwise when they predict. {@link #forward} and {@link #backward} of Backprop's own
 * layers return matrices that nobody else holds.
 */
public interface Layer {
    /**
     * {@return A[l] (n[l], m) from A[l-1]; keeps what {@link #backward} needs}
     *
     * @param A A[l-1] (n[l-1], m)
     */
    Matrix forward(Matrix A);

    /**
     * {@return dA[l-1] (n[l-1], m) from dA[l], after a forward pass; sets the parameters' gradients} dA holds
     * per-example derivatives, not divided by m; the gradients carry the 1/m.
     *
     * @param dA dA[l] (n[l], m)
     */
    Matrix backward(Matrix dA);

    /**
     * The gradients of the layer's parameters alone, as {@link #backward} sets them: layer 1 is asked for no more, since
     * nobody needs dA[0].
     *
     * @param dA dA[l] (n[l], m)
     */
    default void gradients(Matrix dA) {
        backward(dA);
    }

    /**
     * {@return A[l] (n[l], m) from A[l-1] when the network predicts; keeps nothing}
     *
     * @param A A[l-1] (n[l-1], m)
     */
    default Matrix predict(Matrix A) {
        return forward(A);
    }

    /** {@return n[l-1], the rows of its input; or any number} */
    default int inputs() {
        return Shape.ANY;
    }

    /** {@return n[l], the rows of its output; or any number} */
    default int outputs() {
        return Shape.ANY;
    }

    /**
     * {@return the activation that its output has passed last; {@link Identity} if there is none} A loss that applies an
     * activation itself, such as softmax, needs the logits and so a last layer without one.
     */
    default Activation activation() {
        return new Identity();
    }

    /** {@return whether its training pass changes entries at random, as dropout does, so that it cannot give logits} */
    default boolean isRandom() {
        return false;
    }

    /** {@return the least m of a batch that {@link #forward} accepts} */
    default int minimumBatchSize() {
        return 1;
    }

    /** {@return whether a network has this layer already, which no other may share} */
    default boolean isInNetwork() {
        return false;
    }

    /**
     * Tells the layer its number, and has it draw its parameters, but for those that were set; the network calls this
     * once.
     *
     * @param l the layer's number, from 1
     * @param random the network's source of random numbers
     */
    default void initialize(int l, Random random) {}

    /** {@return its parameters with their gradients: always the same matrices, which passes and steps write into} */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** {@return what else it has learned, by name} */
    default Map<String, Matrix> state() {
        return Map.of();
    }

    /**
     * {@return a way back: when it runs, the layer is what it is now} By default its parameters, their gradients and its
     * state; a layer that keeps more from its passes, or random numbers, puts that back too.
     */
    default Runnable snapshot() {
        List<Matrix> own = new ArrayList<>(state().values());
        for (Parameter p : parameters()) {
            own.add(p.value());
            if (p.gradient() != null) {
                own.add(p.gradient());
            } // a layer of one's own may have none before a pass
        }
        List<Matrix> now = own.stream().map(Matrix::copy).toList();
        return () -> {
            for (int k = 0; k < now.size(); k++) {
                own.get(k).assign(now.get(k));
            }
        };
    }
}
