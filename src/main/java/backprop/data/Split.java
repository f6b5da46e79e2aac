package backprop.data;

import java.util.Arrays;
import java.util.Random;

/**
 * A training set and a test set that share no example.
 *
 * @param train to learn from
 * @param test to judge by, never to learn from
 */
public record Split(Dataset train, Dataset test) {
  /** Shuffles the examples by the seed; the first round(fraction · m) of them are for training. */
  static Split of(Dataset data, double fraction, long seed) {
    int train = (int) Math.round(fraction * data.m());
    if (!(train > 0 && train < data.m())) {
      throw new IllegalArgumentException(
          "split: the fraction must leave examples on both sides of %s, got %s"
              .formatted(data.m(), fraction));
    }
    int[] order = Shuffle.of(data.m(), new Random(seed));
    return new Split(
        data.select(Arrays.copyOfRange(order, 0, train)),
        data.select(Arrays.copyOfRange(order, train, data.m())));
  }
}
