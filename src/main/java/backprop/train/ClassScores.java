package backprop.train;

import backprop.matrix.Matrix;
import java.util.List;
import java.util.Locale;

/**
 * How well each of n classes is told from the others. Of a class, TP examples are taken for it, FN are not, and FP of
 * other classes are. 0 / 0 is 0, as in scikit-learn; a mean over the classes, such as {@code f1().mean()}, is the macro
 * average.
 *
 * @param classes the names of the classes; numbers stand for them where there are not n
 * @param confusion (n, n), counts: rows are the true classes, columns the predicted ones
 */
public record ClassScores(List<String> classes, Matrix confusion) {
    /** {@return TP / (TP + FP), the share of right ones among those taken for the class (n, 1)} */
    public Matrix precision() {
        return share(hits(), confusion.transpose().sumOverExamples());
    }

    /** {@return TP / (TP + FN), the share of the class's examples that are found (n, 1)} */
    public Matrix recall() {
        return share(hits(), confusion.sumOverExamples());
    }

    /** {@return F1 = 2 TP / (2 TP + FP + FN), the harmonic mean of the two (n, 1)} */
    public Matrix f1() {
        return share(hits().times(2), confusion.plus(confusion.transpose()).sumOverExamples());
    }

    /** Returns a line for each class, and one for the macro averages. */
    @Override
    public String toString() {
        Matrix P = precision();
        Matrix R = recall();
        Matrix F = f1();
        Matrix examples = confusion.sumOverExamples();
        boolean named = classes.size() == P.rows();
        StringBuilder table = new StringBuilder("precision    recall        F1  examples  class\n");
        for (int k = 0; k < P.rows(); k++) {
            String name = named ? classes.get(k) : Integer.toString(k);
            table.append(line(P.get(k, 0), R.get(k, 0), F.get(k, 0), examples.get(k, 0), name));
        }
        return table + line(P.mean(), R.mean(), F.mean(), confusion.sum(), "macro average");
    }

    private static String line(double p, double r, double f1, double examples, String name) {
        return String.format(Locale.ROOT, "%9.4f %9.4f %9.4f %9.0f  %s\n", p, r, f1, examples, name);
    }

    private Matrix hits() {
        return Matrix.generate(confusion.rows(), 1, (k, one) -> confusion.get(k, k));
    }

    private static Matrix share(Matrix part, Matrix whole) {
        return part.map(whole, (p, w) -> w == 0 ? 0 : p / w);
    }
}
