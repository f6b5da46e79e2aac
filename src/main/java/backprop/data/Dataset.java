package backprop.data;

import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import java.util.List;

/**
 * m examples: column i of X is the input, column i of Y the label of example i.
 *
 * @param X inputs (n[0], m)
 * @param Y labels (n[L], m): one-hot for classes, else values
 * @param classes the names of the classes, one for each row of Y; empty where Y holds values
 */
public record Dataset(Matrix X, Matrix Y, List<String> classes) {
  /**
   * Refuses inputs and labels of different numbers of examples.
   *
   * @param X inputs (n[0], m)
   * @param Y labels (n[L], m)
   * @param classes the names of the classes, or none
   * @throws backprop.matrix.ShapeException if Y has not as many columns as X
   * @throws IllegalArgumentException if there are names, but not one for each row of Y
   */
  public Dataset {
    Shape.require("Dataset", "X", X, Shape.ANY, Shape.ANY);
    Shape.require("Dataset", "Y", Y, Shape.ANY, X.cols());
    classes = List.copyOf(classes);
    if (!classes.isEmpty() && classes.size() != Y.rows()) {
      throw new IllegalArgumentException(
          "Dataset: classes must name each of the %s rows of Y, got %s names"
              .formatted(Y.rows(), classes.size()));
    }
  }

  /**
   * Examples whose labels are values.
   *
   * @param X inputs (n[0], m)
   * @param Y labels (n[L], m)
   */
  public Dataset(Matrix X, Matrix Y) {
    this(X, Y, List.of());
  }

  /**
   * The number of examples.
   *
   * @return m
   */
  public int m() {
    return X.cols();
  }

  /**
   * The class of each example: the row of the largest entry in its column of Y.
   *
   * @return m row numbers, from 0
   */
  public int[] labels() {
    return Y.argMaxOfColumns();
  }

  /**
   * Chosen examples, in the order given.
   *
   * @param examples their numbers, from 0
   * @return a data set of examples.length examples
   * @throws IndexOutOfBoundsException if there is no such example
   */
  public Dataset select(int... examples) {
    for (int i : examples) {
      if (i < 0 || i >= m()) {
        throw new IndexOutOfBoundsException(
            "select: examples are numbered 0 to %s, got %s".formatted(m() - 1, i));
      }
    }
    return new Dataset(X.cols(examples), Y.cols(examples), classes);
  }

  /**
   * Shuffles and parts the examples; every example is in exactly one part.
   *
   * @param fraction the share of the training set, between 0 and 1
   * @param seed the seed of the shuffle
   * @return the training set, round(fraction · m) examples, and the test set, the others
   * @throws IllegalArgumentException if a part would be empty
   */
  public Split split(double fraction, long seed) {
    return Split.of(this, fraction, seed);
  }

  /** The shapes of X and Y, and the classes. */
  @Override
  public String toString() {
    String named = classes.isEmpty() ? "" : ", classes " + String.join(" ", classes);
    return "Dataset X " + X.shape() + ", Y " + Y.shape() + named;
  }
}
