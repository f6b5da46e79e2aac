package backprop.init;

import backprop.matrix.Matrix;
import java.util.Random;

/** Draws a layer's W[l]; as {@link Random} is specified, a seed gives the same on every JDK. */
public interface Initializer {
    /**
     * {@return W[l] (n, nPrev), drawn row by row}
     *
     * @param n width of the layer, n[l]
     * @param nPrev width of the layer before, n[l-1]
     * @param random the source of the numbers
     */
    Matrix weights(int n, int nPrev, Random random);
}
