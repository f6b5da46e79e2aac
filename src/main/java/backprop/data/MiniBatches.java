package backprop.data;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Random;

/**
 * The mini-batches of one epoch: every example once, in random order, size at a time; the last
 * batch holds what is left. Source: notes 001 and 002.
 */
public final class MiniBatches implements Iterable<Dataset> {
  private final Dataset data;
  private final int size;
  private final int[] order;

  /**
   * Shuffles the examples.
   *
   * @param data the examples
   * @param size m of a batch, at least 1
   * @param random the source of the order
   * @throws IllegalArgumentException if the size is below 1
   */
  public MiniBatches(Dataset data, int size, Random random) {
    if (size < 1) {
      throw new IllegalArgumentException(
          "MiniBatches: the batch size must be at least 1, got " + size);
    }
    this.data = data;
    this.size = size;
    this.order = Shuffle.of(data.m(), random);
  }

  /**
   * The number of batches, ⌈m / size⌉.
   *
   * @return the steps of an epoch
   */
  public int count() {
    return (data.m() + size - 1) / size;
  }

  @Override
  public Iterator<Dataset> iterator() {
    return new Iterator<>() {
      private int from;

      @Override
      public boolean hasNext() {
        return from < order.length;
      }

      @Override
      public Dataset next() {
        if (!hasNext()) {
          throw new NoSuchElementException("the epoch is over");
        }
        int to = Math.min(from + size, order.length);
        Dataset batch = data.select(Arrays.copyOfRange(order, from, to));
        from = to;
        return batch;
      }
    };
  }
}
