package backprop.exercise;

import backprop.matrix.Matrix;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Code with a bit of all that answers have. */
record UsualAnswer(Matrix M, Map<String, Integer> count) {
    UsualAnswer(Matrix M) {
        this(M, new HashMap<>());
    }

    double sum() {
        double[] entries = new double[M.rows()];
        System.out.printf("%s%n", Arrays.toString(entries));
        return IntStream.range(0, entries.length)
                        .mapToDouble(i -> Math.exp(entries[i]))
                        .sum()
                + List.of(1, 2).stream().filter(x -> x > 1).count()
                + "x".concat(count + "y").length();
    }
}
