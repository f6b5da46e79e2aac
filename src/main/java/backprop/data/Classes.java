package backprop.data;

import backprop.matrix.Matrix;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Inputs and the classes of the examples, as a data set. */
final class Classes {
  private Classes() {}

  /** Labels are names: X (n, m), m names; the classes are in alphabetical order. */
  static Dataset byName(Matrix X, List<String> names) {
    List<String> classes = names.stream().distinct().sorted().toList();
    int[] labels =
        names.stream().mapToInt(name -> Collections.binarySearch(classes, name)).toArray();
    return new Dataset(X, OneHot.of(labels, classes.size()), classes);
  }

  /** Labels are numbers from 0: X (n, m), m numbers; the classes are called by their numbers. */
  static Dataset byNumber(Matrix X, int[] labels, int classes) {
    List<String> names = IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    return new Dataset(X, OneHot.of(labels, classes), names);
  }
}
