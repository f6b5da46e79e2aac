package backprop.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A training set and a test set that share no example.
 *
 * @param train to learn from
 * @param test to judge by, never to learn from
 */
public record Split(Dataset train, Dataset test) {
    /**
     * Takes round(fraction · size) shuffled examples of each label for training; of a label with 2 examples or more, at
     * least so many go to each side.
     *
     * @param by the method that a refusal names
     * @param data the examples
     * @param labels the label of each example, from 0
     * @param least how many examples each side gets at least
     */
    static Split of(String by, Dataset data, int[] labels, int least, double fraction, long seed) {
        int[] size = new int[Math.max(2, data.Y().rows())];
        for (int label : labels) {
            size[label]++;
        }
        int[] wanted = new int[size.length];
        for (int k = 0; k < size.length; k++) {
            int kept = size[k] < 2 ? 0 : least;
            int rounded = (int) Math.round(fraction * size[k]);
            wanted[k] = Math.max(kept, Math.min(rounded, size[k] - kept));
        }
        int[] taken = new int[size.length];
        IntStream.Builder train = IntStream.builder();
        IntStream.Builder test = IntStream.builder();
        for (int i : shuffled(data.m(), new Random(seed))) {
            int label = labels[i];
            if (taken[label] < wanted[label]) {
                taken[label]++;
                train.add(i);
            } else {
                test.add(i);
            }
        }
        int[] first = train.build().toArray();
        boolean both = fraction > 0 && fraction < 1 && first.length > 0 && first.length < data.m();
        DataException.require(
                both, "%s: fraction must leave examples on both sides of %s, got %s", by, data.m(), fraction);
        return new Split(data.select(first), data.select(test.build().toArray()));
    }

    /** The numbers 0 … m − 1 in random order, each equally likely. */
    static int[] shuffled(int m, Random random) {
        Integer[] order = IntStream.range(0, m).boxed().toArray(Integer[]::new);
        Collections.shuffle(Arrays.asList(order), random);
        return Stream.of(order).mapToInt(i -> i).toArray();
    }
}
