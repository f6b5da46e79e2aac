/** Matrices whose columns are examples: linear algebra's words over EJML, the product over BLAS. */
package backprop.matrix;
