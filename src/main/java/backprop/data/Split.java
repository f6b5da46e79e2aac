package backprop.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A training set and a test set that share no example.
 * @param train to learn from
 * @param test to judge by, never to learn from */
public record Split(Dataset train, Dataset test) {
  /** By label, round(fraction · size) shuffled examples train; of 2 or more, least on each side. */
  static Split of(String by, Dataset data, int[] labels, int least, double fraction, long seed) {
    int[] open = new int[data.Y().rows()];
    IntStream.of(labels).forEach(k -> open[k]++);
    Arrays.setAll(open, k -> {
      int kept = open[k] < 2 ? 0 : least;
      return Math.max(kept, Math.min((int) Math.round(fraction * open[k]), open[k] - kept));
    });
    IntStream.Builder train = IntStream.builder();
    IntStream.Builder test = IntStream.builder();
    for (int i : shuffled(data.m(), new Random(seed))) { (open[labels[i]]-- > 0 ? train : test).add(i); }
    int[] first = train.build().toArray();
    boolean both = fraction > 0 && fraction < 1 && first.length > 0 && first.length < data.m();
    DataException.require(both, "%s: fraction must leave examples on both sides of %s, got %s", by, data.m(), fraction);
    return new Split(data.select(first), data.select(test.build().toArray()));
  }

  /** The numbers 0 … m − 1 in random order, each equally likely. */
  static int[] shuffled(int m, Random random) {
    Integer[] order = IntStream.range(0, m).boxed().toArray(Integer[]::new);
    Collections.shuffle(Arrays.asList(order), random);
    return Stream.of(order).mapToInt(i -> i).toArray();
  }
}
