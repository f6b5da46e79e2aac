package backprop.grade.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.RandomInputs;
import backprop.Seeded;
import backprop.exercise.backward.BackwardPass;
import backprop.exercise.backward.CentralDifferences;
import backprop.exercise.backward.Gradients;
import backprop.exercise.backward.WorstError;
import backprop.matrix.Matrix;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** What goes over the pipe comes out as it was, and what is nothing of the kind is refused. */
class ValueCodecTest {
    private static final ValueCodec.Callbacks NONE = (type, number) -> "function " + number;

    @Test
    void numbersAndTextComeOutToTheLastBit() throws IOException {
        assertThat(over(double.class, -0.0)).isEqualTo(-0.0);
        assertThat(Double.doubleToRawLongBits((Double) over(double.class, Double.NaN)))
                .isEqualTo(Double.doubleToRawLongBits(Double.NaN));
        assertThat(over(long.class, Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
        assertThat(over(int.class, -7)).isEqualTo(-7);
        assertThat(over(boolean.class, true)).isEqualTo(true);
        assertThat(over(String.class, "dW ⊙ Ŷ \0 \uD835\uDC9C")).isEqualTo("dW ⊙ Ŷ \0 \uD835\uDC9C");
        assertThat((int[]) over(int[].class, new int[] {3, -1})).containsExactly(3, -1);
        assertThat((double[]) over(double[].class, new double[] {0.1, 1e300})).containsExactly(0.1, 1e300);
        assertThat(over(Matrix.class, null)).isNull();
    }

    @Test
    void matricesKeepTheirShapeAlsoWithoutEntries() throws IOException {
        Matrix M = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, Double.POSITIVE_INFINITY}});
        assertThat(over(Matrix.class, M)).isEqualTo(M);
        assertThat(((Matrix) over(Matrix.class, Matrix.zeros(0, 3))).shape()).isEqualTo("(0, 3)");
    }

    @Test
    void arraysMayHaveHolesAndRecordsMayHoldArrays() throws IOException {
        Matrix[] W = {null, Matrix.ones(2, 3), Matrix.zeros(1, 1)};
        Gradients got = (Gradients) over(Gradients.class, new Gradients(W, new Matrix[] {null}));
        assertThat(got.dW()).containsExactly(W);
        assertThat(got.db()).hasSize(1).containsNull();
    }

    @Test
    void aMatrixThatWentOverTwiceIsOneObject() throws IOException {
        Matrix M = Matrix.ones(2, 2);
        Matrix[] got = (Matrix[]) over(Matrix[].class, new Matrix[] {M, M.copy(), M});
        assertThat(got[0]).isSameAs(got[2]).isNotSameAs(got[1]);
    }

    @Test
    void aReturnedArgumentIsTheArgumentItself() throws IOException {
        ValueCodec here = new ValueCodec(NONE);
        ValueCodec there = new ValueCodec(NONE);
        Matrix M = Matrix.ones(2, 2);
        Object arrived = there.read(in(bytes(here, Matrix.class, M)), Matrix.class);
        assertThat(here.read(in(bytes(there, Matrix.class, arrived)), Matrix.class))
                .isSameAs(M);
    }

    @Test
    void whatSharesItsNumbersWithAnArgumentSharesThemOnTheOtherSideToo() throws IOException {
        ValueCodec here = new ValueCodec(NONE);
        ValueCodec there = new ValueCodec(NONE);
        Matrix M = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
        Matrix arrived = (Matrix) there.read(in(bytes(here, Matrix.class, M)), Matrix.class);
        Matrix first = Matrix.of(DMatrixRMaj.wrap(1, 2, arrived.ejml().data));
        Gradients result =
                new Gradients(new Matrix[] {arrived.copy(), arrived.reshape(3, 2)}, new Matrix[] {null, first});
        Gradients got = (Gradients) here.read(in(bytes(there, Gradients.class, result)), Gradients.class);
        assertThat(got.dW()[0].sharesNumbers(M)).isFalse();
        assertThat(got.dW()[1].sharesNumbers(M)).isTrue();
        assertThat(got.dW()[1]).isEqualTo(M.reshape(3, 2));
        assertThat(got.db()[1].sharesNumbers(M)).isTrue();
        assertThat(got.db()[1]).isEqualTo(Matrix.row(1, 2));
    }

    @Test
    void resultsThatShareTheirNumbersStayOneAndEmptyOnesShareNone() throws IOException {
        Matrix M = Matrix.row(1, 2, 3);
        Matrix empty = Matrix.zeros(0, 3);
        Matrix[] all = {M, M.reshape(3, 1), M, empty, empty.reshape(3, 0)};
        Matrix[] got = (Matrix[]) over(Matrix[].class, all);
        assertThat(got).containsExactly(all);
        assertThat(got[0].sharesNumbers(got[1])).isTrue();
        assertThat(got[0]).isSameAs(got[2]);
    }

    @Test
    void numbersOfAMatrixThatIsNotThereOrDoesNotFitAreRefused() throws IOException {
        int[][] claims = {
            {0, Integer.MAX_VALUE, 0},
            {0, 1, 4},
            {0, 2, 2},
            {1, 1, 3},
            {-1, 1, 3},
            {0, -1, -3},
            {0, 1 << 16, 1 << 16},
            {Integer.MAX_VALUE, 1, 3}
        };
        for (int[] claim : claims) {
            ValueCodec values = new ValueCodec(NONE);
            values.read(in(bytes(new ValueCodec(NONE), Matrix.class, Matrix.row(1, 2, 3))), Matrix.class);
            byte[] shared = ints(claim);
            shared[0] = 3;
            assertThatThrownBy(() -> values.read(in(shared), Matrix.class)).isInstanceOf(ProtocolException.class);
        }
    }

    @Test
    void functionsGoOverAsTheirNumber() throws IOException {
        Signature signature = Signature.of(CentralDifferences.class);
        ValueCodec here = new ValueCodec(NONE);
        ToDoubleFunction<Matrix> J = Matrix::sum;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        here.write(new DataOutputStream(bytes), signature.parameters(), J, Matrix.ones(1, 1), 0.5);
        Object[] got = new ValueCodec(NONE).read(in(bytes.toByteArray()), signature.parameters());
        assertThat(got).containsExactly("function 0", Matrix.ones(1, 1), 0.5);
        assertThat(here.function(0).function()).isSameAs(J);
        assertThat(Signature.of(here.function(0).type()).parameters()).containsExactly(Matrix.class);
        assertThatThrownBy(() -> here.function(1)).isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> here.function(-1)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void lengthsThatDoNotFitAreRefusedBeforeMemoryIsTaken() {
        for (int[] shape : new int[][] {{1 << 30, 1 << 30}, {-1, 1}, {1, -1}, {65536, 65536}, {2, 2}}) {
            assertThatThrownBy(() -> new ValueCodec(NONE).read(in(ints(shape)), Matrix.class))
                    .isInstanceOf(ProtocolException.class);
        }
        assertThatThrownBy(() -> new ValueCodec(NONE).read(in(ints(Integer.MAX_VALUE)), double[].class))
                .isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> new ValueCodec(NONE).read(in(ints(-1)), Matrix[].class))
                .isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> new ValueCodec(NONE).read(in(ints(Integer.MAX_VALUE)), String.class))
                .isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> new MessageChannel(in(new byte[] {127, 0, 0, 0}), null).read())
                .isInstanceOf(ProtocolException.class);
    }

    @Seeded(2000)
    void whateverComesIsReadOrRefused(RandomInputs inputs) {
        Random random = new Random(inputs.seed());
        byte[] bytes = new byte[random.nextInt(200)];
        for (int k = 0; k < bytes.length; k++) {
            bytes[k] = (byte) (random.nextInt(3) == 0 ? random.nextInt() : random.nextInt(3));
        }
        for (Class<?> contract : List.of(BackwardPass.class, WorstError.class, CentralDifferences.class)) {
            Signature signature = Signature.of(contract);
            try {
                Object[] read = new ValueCodec(NONE).read(in(bytes), signature.parameters());
                assertThat(read).hasSameSizeAs(signature.parameters());
            } catch (IOException | IllegalArgumentException refused) {
                assertThat(refused).isNotNull();
            }
        }
        for (Refusing reader : List.<Refusing>of(CompiledCell::of, message -> SnippetCode.read(in(message)))) {
            try {
                assertThat(reader.read(bytes)).isNotNull();
            } catch (IOException refused) {
                assertThat(refused).isNotNull();
            }
        }
    }

    private interface Refusing {
        Object read(byte[] message) throws IOException;
    }

    private static Object over(Type type, Object value) throws IOException {
        return new ValueCodec(NONE).read(in(bytes(new ValueCodec(NONE), type, value)), type);
    }

    private static byte[] bytes(ValueCodec values, Type type, Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        values.write(new DataOutputStream(bytes), type, value);
        return bytes.toByteArray();
    }

    private static byte[] ints(int... numbers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(1);
        for (int number : numbers) {
            out.writeInt(number);
        }
        out.write(new byte[16]);
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
