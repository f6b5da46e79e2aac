package backprop.data;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Random;
import java.util.stream.IntStream;

/** The mini-batches of one epoch: every example once, in random order, size at a time; the last batch holds what is
 * left. Source: notes 001 and 002. */
public final class MiniBatches implements Iterable<Dataset> {
  private final Dataset data;
  private final int size;
  private final int[] order;

  /** Shuffles the examples.
   * @param data the examples
   * @param size m of a batch, at least 1
   * @param random the source of the order */
  public MiniBatches(Dataset data, int size, Random random) {
    boolean given = data != null && random != null;
    DataException.require(given, "MiniBatches: must have data and a random source, got null");
    DataException.require(size > 0, "MiniBatches: the batch size must be at least 1, got %s", size);
    this.data = data;
    this.size = size;
    this.order = Split.shuffled(data.m(), random);
  }

  /** {@return the number of batches, ⌈m / size⌉} */
  public int count() { return (order.length - 1) / size + 1; }

  @Override public Iterator<Dataset> iterator() {
    return IntStream.range(0, count()).mapToObj(k -> data.select(examples(k * size))).iterator();
  }

  private int[] examples(int from) {
    return Arrays.copyOfRange(order, from, from + Math.min(size, order.length - from));
  }
}
