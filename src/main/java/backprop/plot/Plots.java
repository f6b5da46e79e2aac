package backprop.plot;

import backprop.data.Dataset;
import backprop.network.Network;
import backprop.train.History;
import backprop.train.Metrics;
import java.util.List;
import java.util.stream.IntStream;

/** All figures by name. */
public final class Plots {
  private Plots() {}

  /**
   * Cost, and accuracy where there is one, over the epochs of a training.
   *
   * @param history what the training recorded
   * @return the curves
   * @throws IllegalStateException if the history has no epoch
   */
  public static Figure history(History history) {
    return Curves.of(history);
  }

  /**
   * The confusion matrix: how often each true class (row) was taken for each class (column).
   *
   * @param net the network
   * @param data examples with their classes
   * @return the matrix, with a count in every cell
   * @throws backprop.matrix.ShapeException if the data do not fit the network
   */
  public static Figure confusion(Network net, Dataset data) {
    List<String> names =
        data.classes().size() > 1
            ? data.classes()
            : IntStream.range(0, Math.max(2, data.Y().rows())).mapToObj(String::valueOf).toList();
    return ConfusionMatrix.of(Metrics.confusion(net, data), names);
  }

  /**
   * The first examples as images with the names of their classes.
   *
   * @param data examples whose inputs are square images
   * @param count how many, at the most
   * @return the images, ten in a row
   * @throws IllegalArgumentException if the inputs are no square images, or count is below 1
   */
  public static Figure gallery(Dataset data, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("gallery: count must be at least 1, got " + count);
    }
    return Gallery.of(data.select(IntStream.range(0, Math.min(count, data.m())).toArray()));
  }
}
