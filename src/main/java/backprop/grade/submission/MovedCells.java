package backprop.grade.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which cells of an assignment stand elsewhere: those outside of the longest run that has kept its order. */
final class MovedCells {
    private MovedCells() {}

    /** The ids that moved, in the order found. */
    static List<String> ids(List<String> order, List<String> found) {
        int[] places = found.stream().mapToInt(order::indexOf).toArray();
        int[] lengths = new int[places.length];
        int[] before = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            int cell = i;
            before[i] = IntStream.range(0, i)
                    .filter(j -> places[j] < places[cell])
                    .boxed()
                    .max(Comparator.comparingInt(j -> lengths[j]))
                    .orElse(-1);
            lengths[i] = before[i] < 0 ? 1 : lengths[before[i]] + 1;
        }
        List<String> moved = new ArrayList<>(found);
        int last = IntStream.range(0, places.length)
                .boxed()
                .max(Comparator.comparingInt(i -> lengths[i]))
                .orElse(-1);
        for (int i = last; i >= 0; i = before[i]) {
            moved.remove(i);
        }
        return moved;
    }
}
