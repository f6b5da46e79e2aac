package backprop.data;

import java.util.Random;
import java.util.stream.IntStream;

/** The numbers 0 … m − 1 in random order: Fisher and Yates's shuffle. */
final class Shuffle {
  private Shuffle() {}

  /** A permutation of 0 … m − 1, each equally likely. */
  static int[] of(int m, Random random) {
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
