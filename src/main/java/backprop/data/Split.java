package backprop.data;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** A training set and a test set that share no example.
 * @param train to learn from
 * @param test to judge by, never to learn from */
public record Split(Dataset train, Dataset test) {
  /** By label, round(fraction · size) shuffled examples train; of 2 or more, least on each side. */
  static Split of(String by, Dataset data, int[] labels, int least, double fraction, long seed) {
    int[] open = new int[data.Y().rows()];
    IntStream.of(labels).forEach(k -> open[k]++);
    Arrays.setAll(open, k -> share(fraction, open[k], open[k] < 2 ? 0 : least));
    IntStream.Builder train = IntStream.builder();
    IntStream.Builder test = IntStream.builder();
    for (int i : shuffled(data.m(), new Random(seed))) { (open[labels[i]]-- > 0 ? train : test).add(i); }
    int[] first = train.build().toArray();
    boolean both = fraction > 0 && fraction < 1 && first.length > 0 && first.length < data.m();
    String sides = "%s: the fraction must leave examples on both sides of %s, got %s";
    DataException.require(both, sides, by, data.m(), fraction);
    return new Split(data.select(first), data.select(test.build().toArray()));
  }

  private static int share(double fraction, int size, int least) {
    return Math.max(least, Math.min((int) Math.round(fraction * size), size - least));
  }

  /** The numbers 0 … m − 1 in random order, each equally likely: Fisher and Yates's shuffle. */
  static int[] shuffled(int m, Random random) {
    int[] order = IntStream.range(0, m).toArray();
    for (int i = m - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }
}
