package backprop.exercise.forward;

import backprop.matrix.Matrix;

/**
 * What the forward pass of a network gives: place l belongs to layer l.
 *
 * @param Z the weighted sums, Z[l] (n[l], m) for l = 1 … L; Z[0] is null, and Z[L] are the logits
 * @param A the layers' values, A[l] (n[l], m) for l = 0 … L; A[0] = X
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and read by index; never compared
public record ForwardValues(Matrix[] Z, Matrix[] A) {}
