package backprop.network;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.RandomInputs;
import backprop.Samples;
import backprop.Seeded;
import backprop.activation.Activation;
import backprop.activation.Relu;
import backprop.activation.Sigmoid;
import backprop.activation.Softmax;
import backprop.activation.Tanh;
import backprop.layer.Dense;
import backprop.layer.Parameter;
import backprop.loss.CrossEntropy;
import backprop.matrix.Matrix;
import java.util.List;

/**
 * The library against the notes' own algorithms, written out here: note 000's recursions over dZ and over dA, and note
 * 004's Algorithm 1 (one example) and Algorithm 2 (the mean over the examples).
 */
class RecursionPropertyTest {
    private static final List<Activation> ACTIVATIONS = List.of(new Tanh(), new Sigmoid(), new Relu());

    private static final int L = 3;
    private static final double EQUAL = 1e-12;

    /** A network of three layers, its activation, and a batch. */
    private record Case(Network net, Activation g, Matrix X, Matrix Y) {
        Matrix W(int l) {
            return ((Dense) net.layer(l)).W();
        }

        int m() {
            return X.cols();
        }

        Matrix b(int l) {
            return ((Dense) net.layer(l)).b();
        }

        static Case of(RandomInputs random) {
            return of(
                    random.integer(1, 8),
                    random.integer(1, 8),
                    random.integer(1, 8),
                    random.integer(2, 6),
                    random.integer(1, 9),
                    random.oneOf(ACTIVATIONS),
                    random.seed());
        }

        private static Case of(int n0, int n1, int n2, int n3, int m, Activation g, long seed) {
            Network net = new Network(
                    seed, new CrossEntropy(), new Dense(n0, n1, g), new Dense(n1, n2, g), new Dense(n2, n3));
            for (int l = 1; l <= L; l++) {
                ((Dense) net.layer(l)).b().assign(Samples.normal(((Dense) net.layer(l)).outputs(), 1, l));
            }
            return new Case(net, g, Samples.normal(n0, m, seed + 1), Samples.oneHot(n3, m, seed + 2));
        }
    }

    @Seeded(100)
    void theRecursionOverDZ(RandomInputs random) {
        Case c = Case.of(random);
        Matrix[] A = new Matrix[L + 1];
        Matrix[] Z = new Matrix[L + 1];
        forward(c, A, Z);
        Matrix[] dW = new Matrix[L + 1];
        Matrix[] db = new Matrix[L + 1];
        Matrix dZ = A[L].minus(c.Y());
        for (int l = L; l >= 1; l--) {
            dW[l] = dZ.mult(A[l - 1].transpose()).times(1.0 / c.m());
            db[l] = dZ.mult(Matrix.ones(c.m(), 1)).times(1.0 / c.m());
            if (l > 1) {
                dZ = c.W(l).transpose().mult(dZ).hadamard(Z[l - 1].map(c.g()::derivative));
            }
        }
        requireGradients(c, dW, db);
    }

    @Seeded(100)
    void theRecursionOverDA(RandomInputs random) {
        Case c = Case.of(random);
        Matrix[] A = new Matrix[L + 1];
        Matrix[] Z = new Matrix[L + 1];
        forward(c, A, Z);
        Matrix[] dW = new Matrix[L + 1];
        Matrix[] db = new Matrix[L + 1];
        Matrix dA = c.Y().divide(A[L]).times(-1); // of cross-entropy, by Ŷ = A[L]
        for (int l = L; l >= 1; l--) {
            Matrix dZ = l == L ? throughSoftmax(A[L], dA) : dA.hadamard(Z[l].map(c.g()::derivative));
            dW[l] = dZ.mult(A[l - 1].transpose()).times(1.0 / c.m());
            db[l] = dZ.mult(Matrix.ones(c.m(), 1)).times(1.0 / c.m());
            dA = c.W(l).transpose().mult(dZ);
        }
        requireGradients(c, dW, db);
    }

    @Seeded(100)
    void algorithmOneForEachExampleAndItsMeanAlgorithmTwo(RandomInputs random) {
        Case c = Case.of(random);
        Matrix[] dW = new Matrix[L + 1];
        Matrix[] db = new Matrix[L + 1];
        for (int l = 1; l <= L; l++) {
            dW[l] = Matrix.zeros(c.W(l).rows(), c.W(l).cols());
            db[l] = Matrix.zeros(c.W(l).rows(), 1);
        }
        for (int i = 0; i < c.m(); i++) {
            algorithmOne(c, i, dW, db, 1.0 / c.m());
        }
        requireGradients(c, dW, db);
    }

    /** Adds share times the gradients of example i, in loops over nodes. */
    private static void algorithmOne(Case c, int i, Matrix[] dW, Matrix[] db, double share) {
        double[][] a = new double[L + 1][];
        double[][] z = new double[L + 1][];
        a[0] = column(c.X(), i);
        for (int l = 1; l <= L; l++) {
            z[l] = new double[c.W(l).rows()];
            a[l] = new double[z[l].length];
            for (int j = 0; j < z[l].length; j++) {
                z[l][j] = c.b(l).get(j, 0);
                for (int k = 0; k < a[l - 1].length; k++) {
                    z[l][j] += c.W(l).get(j, k) * a[l - 1][k];
                }
                a[l][j] = c.g().of(z[l][j]);
            }
        }
        a[L] = column(Softmax.of(Matrix.column(z[L])), 0);
        double[] delta = new double[a[L].length];
        for (int j = 0; j < delta.length; j++) { // Σ over k of ∂ŷ_k/∂z_j · ∂ℒ/∂ŷ_k
            for (int k = 0; k < delta.length; k++) {
                double jacobian = a[L][k] * ((j == k ? 1 : 0) - a[L][j]);
                delta[j] -= jacobian * c.Y().get(k, i) / a[L][k];
            }
        }
        for (int l = L; l >= 1; l--) {
            double[] before = new double[a[l - 1].length];
            for (int j = 0; j < delta.length; j++) {
                db[l].set(j, 0, db[l].get(j, 0) + share * delta[j]);
                for (int k = 0; k < before.length; k++) {
                    dW[l].set(j, k, dW[l].get(j, k) + share * delta[j] * a[l - 1][k]);
                    before[k] += c.W(l).get(j, k) * delta[j];
                }
            }
            for (int k = 0; l > 1 && k < before.length; k++) {
                before[k] *= c.g().derivative(z[l - 1][k]);
            }
            delta = before;
        }
    }

    private static void forward(Case c, Matrix[] A, Matrix[] Z) {
        A[0] = c.X();
        for (int l = 1; l <= L; l++) {
            Z[l] = c.W(l).mult(A[l - 1]).plus(c.b(l));
            A[l] = l == L ? Softmax.of(Z[l]) : Z[l].map(c.g()::of);
        }
    }

    /** dZ from dA by softmax's Jacobian ŷ_k (δ_jk − ŷ_j), example by example. */
    private static Matrix throughSoftmax(Matrix Yhat, Matrix dA) {
        return Matrix.generate(Yhat.rows(), Yhat.cols(), (j, i) -> {
            double dz = 0;
            for (int k = 0; k < Yhat.rows(); k++) {
                dz += Yhat.get(k, i) * ((j == k ? 1 : 0) - Yhat.get(j, i)) * dA.get(k, i);
            }
            return dz;
        });
    }

    private static void requireGradients(Case c, Matrix[] dW, Matrix[] db) {
        c.net().forward(c.X());
        c.net().backward(c.Y());
        List<Parameter> parameters = c.net().parameters();
        for (int l = 1; l <= L; l++) {
            Matrix kitW = parameters.get(2 * l - 2).gradient();
            Matrix kitb = parameters.get(2 * l - 1).gradient();
            assertThat(kitW.minus(dW[l]).maxAbs()).as("dW[%s]", l).isLessThan(EQUAL);
            assertThat(kitb.minus(db[l]).maxAbs()).as("db[%s]", l).isLessThan(EQUAL);
        }
    }

    private static double[] column(Matrix M, int j) {
        double[] column = new double[M.rows()];
        for (int i = 0; i < column.length; i++) {
            column[i] = M.get(i, j);
        }
        return column;
    }
}
