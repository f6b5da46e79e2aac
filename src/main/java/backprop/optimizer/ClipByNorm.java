package backprop.optimizer;

import backprop.matrix.Matrix;
import java.util.List;

/** G ← (c/‖g‖) G if ‖g‖ &gt; c, with ‖g‖² = Σ ‖G‖² over all G. Pascanu et al. 2013, Algorithm 1.
 * @param norm c &gt; 0, the largest norm that passes */
public record ClipByNorm(double norm) {
  /** Scales gradients in place if their norm exceeds c and is finite.
   * @param gradients all of them, which are modified
   * @return ‖g‖ before */
  public double apply(List<Matrix> gradients) {
    new Hyperparameter("ClipByNorm").positive("the norm", norm);
    double g = gradients.stream().mapToDouble(Matrix::norm).reduce(0, Math::hypot);
    if (g > norm && Double.isFinite(g)) { gradients.forEach(G -> G.assign(G, (entry, same) -> norm / g * entry)); }
    return g;
  }
}
