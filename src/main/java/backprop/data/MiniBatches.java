package backprop.data;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The mini-batches of one epoch: every example once, in random order, size at a time; the last batch holds what is
 * left. Source: notes 001 and 002. */
public final class MiniBatches implements Iterable<Dataset> {
  private final Dataset data;
  private final List<int[]> batches;

  /** Shuffles the examples.
   * @param data the examples
   * @param size m of a batch, at least 1
   * @param random the source of the order */
  public MiniBatches(Dataset data, int size, Random random) {
    DataException.require(data != null && random != null, "MiniBatches: must have data and a random source, got null");
    DataException.require(size > 0, "MiniBatches: the batch size must be at least 1, got %s", size);
    this.data = data;
    int[] order = Split.shuffled(data.m(), random);
    this.batches = IntStream.iterate(0, from -> from < order.length, from -> from + size)
        .mapToObj(from -> Arrays.copyOfRange(order, from, Math.min(order.length, from + size))).toList();
  }

  /** {@return the number of batches, ⌈m / size⌉} */
  public int count() { return batches.size(); }

  @Override public Iterator<Dataset> iterator() { return batches.stream().map(data::select).iterator(); }
}
