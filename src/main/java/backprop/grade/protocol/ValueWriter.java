package backprop.grade.protocol;

import backprop.matrix.Matrix;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Writes the values of one call. */
final class ValueWriter {
    private final KnownMatrices matrices;
    private final List<ValueCodec.Passed> functions;

    /**
     * For one call.
     *
     * @param matrices those that went over in it
     * @param functions those that went over in it, to which each that is written is added
     */
    ValueWriter(KnownMatrices matrices, List<ValueCodec.Passed> functions) {
        this.matrices = matrices;
        this.functions = functions;
    }

    void write(DataOutputStream out, Type type, Object value) throws IOException {
        Class<?> raw = Signature.raw(type);
        if (raw.isPrimitive()) {
            writePrimitive(out, raw, value);
        } else if (value == null) {
            out.writeByte(ValueForm.NULL);
        } else if (value instanceof Matrix M) {
            writeMatrix(out, M);
        } else {
            out.writeByte(ValueForm.PRESENT);
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
        Optional<Integer> number = matrices.number(M);
        if (number.isPresent()) {
            out.writeByte(ValueForm.AGAIN);
            out.writeInt(number.get());
            return;
        }
        Optional<Integer> other = matrices.sharing(M);
        matrices.add(M);
        if (other.isPresent()) {
            out.writeByte(ValueForm.SHARED);
            out.writeInt(other.get());
            writeShape(out, M);
        } else {
            out.writeByte(ValueForm.PRESENT);
            writeShape(out, M);
            writeEntries(out, M);
        }
    }

    private static void writeShape(DataOutputStream out, Matrix M) throws IOException {
        out.writeInt(M.rows());
        out.writeInt(M.cols());
    }

    private static void writeEntries(DataOutputStream out, Matrix M) throws IOException {
        double[] entries = flat(M);
        ByteBuffer bytes = ByteBuffer.allocate(entries.length * Double.BYTES);
        bytes.asDoubleBuffer().put(entries);
        out.write(bytes.array());
    }

    /** Row by row. */
    private static double[] flat(Matrix M) {
        int n = KnownMatrices.entries(M);
        return n == 0 ? new double[0] : M.reshape(1, n).toArray()[0];
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
            functions.add(new ValueCodec.Passed(generic, value));
            out.writeInt(functions.size() - 1);
        }
    }
}
