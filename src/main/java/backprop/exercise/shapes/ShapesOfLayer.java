package backprop.exercise.shapes;

import backprop.exercise.Exercise;

/** The contract: the shapes of W[l], b[l], Z[l] and dA[l-1], which follow from the widths and m. */
@Exercise(ShapesOfLayerTests.class)
@FunctionalInterface
public interface ShapesOfLayer {
    /**
     * The shapes at a layer.
     *
     * @param n the widths n[0], …, n[L], the input's first
     * @param l the layer, from 1 to L
     * @param m the number of examples
     * @return the four shapes, each as {rows, columns}
     */
    LayerShapes of(int[] n, int l, int m);
}
