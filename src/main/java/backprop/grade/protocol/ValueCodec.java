package backprop.grade.protocol;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * The data that goes over the pipe: numbers, text, arrays, matrices, records of them, and functions, of which only a
 * number goes over. The types are those of the contract, known to both sides, so that what comes can be no object of
 * another class. A matrix that went over before is told by its number: so it stays one object. One that shares its
 * numbers with such a matrix, as a reshaped one does, or has the first of them, is told by that number and its shape:
 * so the two share them there as well.
 *
 * <p>All that went over in one call of a function, in both directions, has the same codec.
 */
public final class ValueCodec {
    private final Callbacks callbacks;
    private final List<Passed> functions = new ArrayList<>();
    private final ValueWriter writer;
    private final ValueReader reader;

    /** Makes a function that calls the one on the other side. */
    @FunctionalInterface
    public interface Callbacks {
        /**
         * A function.
         *
         * @param type its interface
         * @param number its number over there
         * @return calls it
         * @throws ProtocolException if there is none of this number
         */
        Object function(Type type, int number) throws ProtocolException;
    }

    /**
     * A function that went over.
     *
     * @param type its interface
     * @param function the function
     */
    public record Passed(Type type, Object function) {}

    /**
     * The values of one call.
     *
     * @param callbacks makes the functions that come in
     */
    public ValueCodec(Callbacks callbacks) {
        KnownMatrices matrices = new KnownMatrices();
        this.callbacks = callbacks;
        this.writer = new ValueWriter(matrices, functions);
        this.reader = new ValueReader(matrices, callbacks);
    }

    /**
     * Where its functions come from, for other values of the same call.
     *
     * @return makes the functions that come in
     */
    public Callbacks callbacks() {
        return callbacks;
    }

    /**
     * A function that went over.
     *
     * @param number its number
     * @return the function
     * @throws ProtocolException if there is none of this number
     */
    public Passed function(int number) throws ProtocolException {
        if (number < 0 || number >= functions.size()) {
            throw new ProtocolException("function " + number);
        }
        return functions.get(number);
    }

    /**
     * Writes some values.
     *
     * @param out where they go
     * @param types their types
     * @param values the values
     * @throws IOException if they cannot be written
     */
    public void write(DataOutputStream out, List<Type> types, Object... values) throws IOException {
        for (int k = 0; k < types.size(); k++) {
            write(out, types.get(k), values[k]);
        }
    }

    /**
     * Writes a value.
     *
     * @param out where it goes
     * @param type its type
     * @param value the value
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if there is no form for this type
     */
    public void write(DataOutputStream out, Type type, Object value) throws IOException {
        writer.write(out, type, value);
    }

    /**
     * Reads some values.
     *
     * @param in where they come from
     * @param types their types
     * @return the values
     * @throws IOException if they are not such values
     */
    public Object[] read(DataInputStream in, List<Type> types) throws IOException {
        Object[] values = new Object[types.size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = read(in, types.get(k));
        }
        return values;
    }

    /**
     * Reads a value.
     *
     * @param in where it comes from; how much is left must be its available()
     * @param type its type
     * @return the value
     * @throws IOException if it is not such a value
     */
    public Object read(DataInputStream in, Type type) throws IOException {
        return reader.read(in, type);
    }
}
