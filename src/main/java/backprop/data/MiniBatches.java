package backprop.data;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The mini-batches of one epoch: every example once, in random order, size at a time; the last batch holds what is
 * left, unless {@link #dropLast} leaves it out. Source: notes 001 and 002.
 */
public final class MiniBatches implements Iterable<Dataset> {
    private final Dataset data;
    private final int size;
    private final List<int[]> batches;

    /**
     * Shuffles the examples.
     *
     * @param data the examples
     * @param size m of a batch, at least 1
     * @param random the source of the order
     */
    public MiniBatches(Dataset data, int size, Random random) {
        DataException.require(
                data != null && random != null, "MiniBatches: must have data and a random source, got null");
        DataException.require(size > 0, "MiniBatches: the batch size must be at least 1, got %s", size);
        this.data = data;
        this.size = size;
        int[] order = Split.shuffled(data.m(), random);
        this.batches = IntStream.iterate(0, from -> from < order.length, from -> from + size)
                .mapToObj(from -> Arrays.copyOfRange(order, from, Math.min(order.length, from + size)))
                .toList();
    }

    private MiniBatches(Dataset data, int size, List<int[]> batches) {
        this.data = data;
        this.size = size;
        this.batches = batches;
    }

    /**
     * {@return the same batches in the same order, but no last one that is smaller than the others: ⌊m / size⌋}
     *
     * @throws DataException if the examples do not fill one batch
     */
    public MiniBatches dropLast() {
        List<int[]> full =
                batches.stream().filter(batch -> batch.length == size).toList();
        DataException.require(
                !full.isEmpty(), "dropLast: %s examples must fill a batch of %s, which they do not", data.m(), size);
        return new MiniBatches(data, size, full);
    }

    /** {@return the number of batches, ⌈m / size⌉} */
    public int count() {
        return batches.size();
    }

    @Override
    public Iterator<Dataset> iterator() {
        return batches.stream().map(data::select).iterator();
    }
}
