package backprop.grade.protocol;

import backprop.matrix.Matrix;
import backprop.matrix.Storage;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads the values of one call, none of which is believed: what is too large, or is not of its type, is refused. */
final class ValueReader {
    private static final int MOST = 1 << 21; // entries of all that comes in one call, also of what comes again

    private final KnownMatrices matrices;
    private final ValueCodec.Callbacks callbacks;
    private int left = MOST;

    /**
     * For one call.
     *
     * @param matrices those that went over in it
     * @param callbacks makes the functions that come in
     */
    ValueReader(KnownMatrices matrices, ValueCodec.Callbacks callbacks) {
        this.matrices = matrices;
        this.callbacks = callbacks;
    }

    Object read(DataInputStream in, Type type) throws IOException {
        Class<?> raw = Signature.raw(type);
        if (raw.isPrimitive()) {
            return readPrimitive(in, raw);
        }
        int form = in.readByte();
        if (form == ValueForm.NULL) {
            return null;
        }
        if (form == ValueForm.AGAIN && raw == Matrix.class) {
            return readAgain(in);
        }
        if (form == ValueForm.SHARED && raw == Matrix.class) {
            return readShared(in);
        }
        if (form != ValueForm.PRESENT) {
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
        Matrix again = matrices.get(in.readInt());
        count(1 + KnownMatrices.entries(again));
        return again;
    }

    private Matrix readShared(DataInputStream in) throws IOException {
        Matrix other = readAgain(in);
        int rows = in.readInt();
        int cols = in.readInt();
        boolean fits = rows >= 0
                && cols >= 0
                && Math.max(rows, cols) <= MOST
                && (long) rows * cols <= KnownMatrices.entries(other);
        if (!fits) {
            throw new ProtocolException("a matrix of " + rows + " × " + cols + " of the numbers of another");
        }
        Matrix M = Storage.view(other, rows, cols);
        matrices.add(M);
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
        matrices.add(M);
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
        Object[] parts = new Object[components.length];
        for (int k = 0; k < parts.length; k++) {
            parts[k] = read(in, components[k].getGenericType());
        }
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
