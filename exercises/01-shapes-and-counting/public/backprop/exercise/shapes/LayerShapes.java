package backprop.exercise.shapes;

/**
 * The shapes at layer l, each as {rows, columns}.
 *
 * @param W of the weights W[l]
 * @param b of the biases b[l]
 * @param Z of Z[l] = W[l] A[l-1] + b[l]
 * @param dA of dA[l-1] = W[l]ᵀ dZ[l], which goes on to the layer before
 */
@SuppressWarnings("ArrayRecordComponent") // a shape is typed in a cell as new int[] {rows, columns}; none is compared
public record LayerShapes(int[] W, int[] b, int[] Z, int[] dA) {}
