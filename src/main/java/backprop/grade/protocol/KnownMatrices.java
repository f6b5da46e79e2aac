package backprop.grade.protocol;

import backprop.matrix.Matrix;
import backprop.matrix.Storage;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** The matrices that went over in one call, in either direction, by their number. Both sides count in the same way. */
final class KnownMatrices {
    private final List<Matrix> matrices = new ArrayList<>();
    private final IdentityHashMap<Matrix, Integer> numbers = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Integer> storages = new IdentityHashMap<>();

    /** A matrix has gone over, and gets the next number. */
    void add(Matrix M) {
        numbers.put(M, matrices.size());
        if (entries(M) > 0) {
            storages.putIfAbsent(Storage.of(M), matrices.size());
        }
        matrices.add(M);
    }

    /** The number of this very matrix, if it has gone over. */
    Optional<Integer> number(Matrix M) {
        return Optional.ofNullable(numbers.get(M));
    }

    /** The number of a matrix that stores at least the numbers of this one, if one has gone over. */
    Optional<Integer> sharing(Matrix M) {
        return Optional.ofNullable(storages.get(Storage.of(M)))
                .filter(number -> entries(M) <= entries(matrices.get(number)));
    }

    /**
     * The matrix with this number.
     *
     * @throws ProtocolException if there is none
     */
    Matrix get(int number) throws ProtocolException {
        if (number < 0 || number >= matrices.size()) {
            throw new ProtocolException("matrix " + number);
        }
        return matrices.get(number);
    }

    static int entries(Matrix M) {
        return M.rows() * M.cols();
    }
}
