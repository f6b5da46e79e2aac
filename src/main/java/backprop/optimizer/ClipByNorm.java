package backprop.optimizer;

import backprop.matrix.Matrix;
import java.util.List;

/**
 * G ← (c/‖g‖) G if ‖g‖ &gt; c, with ‖g‖² = Σ ‖G‖² over all G. Pascanu et al. 2013, Algorithm 1.
 *
 * @param norm c &gt; 0, the largest norm that passes
 */
public record ClipByNorm(double norm) {
    /**
     * Refuses a hyperparameter out of its range.
     *
     * @param norm c &gt; 0
     * @throws IllegalArgumentException if one is out of its range
     */
    public ClipByNorm {
        new Hyperparameter("ClipByNorm").positive("the norm", norm);
    }

    /**
     * Scales gradients in place if their norm exceeds c and is finite.
     *
     * @param gradients all of them, which are modified
     * @return ‖g‖ before
     */
    public double apply(List<Matrix> gradients) {
        double g = gradients.stream().mapToDouble(Matrix::norm).reduce(0, Math::hypot);
        if (g > norm && Double.isFinite(g)) {
            double factor = norm / g;
            gradients.forEach(G -> G.scale(factor));
        }
        return g;
    }
}
