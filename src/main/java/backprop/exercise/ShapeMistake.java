package backprop.exercise;

import backprop.matrix.Matrix;
import java.util.List;

/** Mistakes that show in the shape alone. */
final class ShapeMistake {
    private ShapeMistake() {}

    /** The mistake that would give a value of this shape, if there is one. */
    static List<Mistake.Found> recognize(Matrix truth, Matrix got) {
        boolean turned = truth.rows() == got.cols() && truth.cols() == got.rows();
        if (turned) {
            return found("transposed", truth);
        }
        boolean line = (truth.rows() == 1) != (truth.cols() == 1);
        if (line && got.rows() == got.cols()) {
            if (got.rows() == Math.max(truth.rows(), truth.cols())) {
                return found("allPairs", truth);
            }
            if (got.rows() == 1) {
                return found("oneNumber", truth);
            }
        }
        boolean summed = truth.rows() > 1 && truth.cols() > 1;
        if (summed && got.rows() == truth.rows() && got.cols() == 1) {
            return found("overColumns", truth);
        }
        if (summed && got.cols() == truth.cols() && got.rows() == 1) {
            return found("overRows", truth);
        }
        return List.of();
    }

    private static List<Mistake.Found> found(String key, Matrix truth) {
        return List.of(new Mistake.Found(key, Math.max(truth.rows(), truth.cols())));
    }
}
