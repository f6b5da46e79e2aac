package backprop.grade.protocol;

import backprop.matrix.Matrix;
import backprop.matrix.Storage;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The data that goes over the pipe: numbers, text, arrays, matrices, records of them, and functions, of which only a
 * number goes over. The types are those of the contract, known to both sides, so that what comes can be no object of
 * another class. A matrix that went over before is told by its number: so it stays one object. One that shares its
 * numbers with such a matrix, as a reshaped one does, or has the first of them, is told by that number and its shape:
 * so the two share them there as well.
 *
 * <p>All that went over in one call of a function, in both directions, has the same Values.
 */
public final class ValueCodec {
    private static final int NULL = 0;
    private static final int PRESENT = 1;
    private static final int AGAIN = 2;
    private static final int SHARED = 3;
    private static final int MOST = 1 << 21; // entries of all that comes in one call, also of what comes again

    private final Callbacks callbacks;
    private final List<Matrix> matrices = new ArrayList<>();
    private final IdentityHashMap<Matrix, Integer> numbers = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Integer> stored = new IdentityHashMap<>();
    private int left = MOST;
    private final List<Passed> functions = new ArrayList<>();

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
        this.callbacks = callbacks;
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
        Class<?> raw = Signature.raw(type);
        if (raw.isPrimitive()) {
            writePrimitive(out, raw, value);
        } else if (value == null) {
            out.writeByte(NULL);
        } else if (value instanceof Matrix M) {
            writeMatrix(out, M);
        } else {
            out.writeByte(PRESENT);
            writePresent(out, type, value);
        }
    }

    private static void writePrimitive(DataOutputStream out, Class<?> type, Object value) throws IOException {
        if (type == double.class) {
            out.writeDouble((Double) value);
        } else if (type == int.class) {
            out.writeInt((Integer) value);
        } else if (type == long.class) {
            out.writeLong((Long) value);
        } else if (type == boolean.class) {
            out.writeBoolean((Boolean) value);
        } else {
            throw new IllegalArgumentException("a contract must do without the type " + type);
        }
    }

    private void writeMatrix(DataOutputStream out, Matrix M) throws IOException {
        Integer number = numbers.get(M);
        if (number != null) {
            out.writeByte(AGAIN);
            out.writeInt(number);
            return;
        }
        Integer other = stored.get(Storage.of(M));
        boolean shared = other != null && entries(M) <= entries(matrices.get(other));
        know(M);
        out.writeByte(shared ? SHARED : PRESENT);
        if (shared) {
            out.writeInt(other);
        }
        out.writeInt(M.rows());
        out.writeInt(M.cols());
        if (!shared) {
            writeEntries(out, M);
        }
    }

    private static int entries(Matrix M) {
        return M.rows() * M.cols();
    }

    private static void writeEntries(DataOutputStream out, Matrix M) throws IOException {
        double[] entries = flat(M);
        ByteBuffer bytes = ByteBuffer.allocate(entries.length * Double.BYTES);
        bytes.asDoubleBuffer().put(entries);
        out.write(bytes.array());
    }

    /** Row by row. */
    private static double[] flat(Matrix M) {
        int n = entries(M);
        return n == 0 ? new double[0] : M.reshape(1, n).toArray()[0];
    }

    private void know(Matrix M) {
        numbers.put(M, matrices.size());
        if (entries(M) > 0) {
            stored.putIfAbsent(Storage.of(M), matrices.size());
        }
        matrices.add(M);
    }

    private void writePresent(DataOutputStream out, Type generic, Object value) throws IOException {
        Class<?> type = Signature.raw(generic);
        if (type == String.class) {
            byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        } else if (type.isArray()) {
            int length = Array.getLength(value);
            out.writeInt(length);
            for (int k = 0; k < length; k++) {
                write(out, type.getComponentType(), Array.get(value, k));
            }
        } else if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                write(out, component.getGenericType(), RecordValues.component(value, component));
            }
        } else {
            functions.add(new Passed(generic, value));
            out.writeInt(functions.size() - 1);
        }
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
        Class<?> raw = Signature.raw(type);
        if (raw.isPrimitive()) {
            return readPrimitive(in, raw);
        }
        int form = in.readByte();
        if (form == NULL) {
            return null;
        }
        if (form == AGAIN && raw == Matrix.class) {
            return readAgain(in);
        }
        if (form == SHARED && raw == Matrix.class) {
            return readShared(in);
        }
        if (form != PRESENT) {
            throw new ProtocolException("form " + form);
        }
        return raw == Matrix.class ? readMatrix(in) : readPresent(in, type, raw);
    }

    private static Object readPrimitive(DataInputStream in, Class<?> type) throws IOException {
        if (type == double.class) {
            return in.readDouble();
        }
        if (type == int.class) {
            return in.readInt();
        }
        if (type == long.class) {
            return in.readLong();
        }
        if (type == boolean.class) {
            return in.readBoolean();
        }
        throw new IllegalArgumentException("a contract must do without the type " + type);
    }

    private Matrix readAgain(DataInputStream in) throws IOException {
        int number = in.readInt();
        if (number < 0 || number >= matrices.size()) {
            throw new ProtocolException("matrix " + number);
        }
        Matrix again = matrices.get(number);
        count(1 + entries(again));
        return again;
    }

    private Matrix readShared(DataInputStream in) throws IOException {
        Matrix other = readAgain(in);
        int rows = in.readInt();
        int cols = in.readInt();
        boolean fits = rows >= 0 && cols >= 0 && Math.max(rows, cols) <= MOST && (long) rows * cols <= entries(other);
        if (!fits) {
            throw new ProtocolException("a matrix of " + rows + " × " + cols + " of the numbers of another");
        }
        Matrix M = Storage.view(other, rows, cols);
        know(M);
        return M;
    }

    private Matrix readMatrix(DataInputStream in) throws IOException {
        int rows = in.readInt();
        int cols = in.readInt();
        long entries = (long) rows * cols;
        boolean fits =
                rows >= 0 && cols >= 0 && Math.max(rows, cols) <= MOST && entries <= in.available() / Double.BYTES;
        if (!fits) {
            throw new ProtocolException("a matrix of " + rows + " × " + cols);
        }
        count(1 + (int) entries);
        double[] numbers = new double[(int) entries];
        ByteBuffer.wrap(in.readNBytes(numbers.length * Double.BYTES))
                .asDoubleBuffer()
                .get(numbers);
        Matrix M = Matrix.row(numbers).reshape(rows, cols);
        know(M);
        return M;
    }

    private Object readPresent(DataInputStream in, Type type, Class<?> raw) throws IOException {
        if (raw == String.class) {
            return new String(in.readNBytes(length(in, 1)), StandardCharsets.UTF_8);
        }
        if (raw.isArray()) {
            Class<?> element = raw.getComponentType();
            Object array = Array.newInstance(element, length(in, element.isPrimitive() ? Integer.BYTES : 1));
            for (int k = 0; k < Array.getLength(array); k++) {
                Array.set(array, k, read(in, element));
            }
            return array;
        }
        if (!raw.isRecord()) {
            return callbacks.function(type, in.readInt());
        }
        RecordComponent[] components = raw.getRecordComponents();
        Object[] parts = read(
                in,
                Arrays.stream(components).map(RecordComponent::getGenericType).toList());
        Constructor<?> constructor = RecordValues.constructor(raw);
        return RecordValues.made(constructor, parts);
    }

    private void count(int entries) throws ProtocolException {
        left -= entries;
        if (left < 0) {
            throw new ProtocolException("more than " + MOST + " entries");
        }
    }

    /** The length of an array, of which each element takes at least so many bytes. */
    private int length(DataInputStream in, int size) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available() / size) {
            throw new ProtocolException("a length of " + length);
        }
        count(length);
        return length;
    }
}
