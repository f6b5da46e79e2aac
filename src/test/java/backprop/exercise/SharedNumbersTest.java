package backprop.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.exercise.backward.BackwardPass;
import backprop.exercise.backward.Gradients;
import backprop.exercise.backward.LayerGradients;
import backprop.exercise.backward.OneExampleBackward;
import backprop.exercise.logistic.SigmoidOfMatrix;
import backprop.exercise.shapes.AddColumn;
import backprop.exercise.shapes.MeanOverExamples;
import backprop.grade.protocol.Signature;
import backprop.grade.protocol.ValueCodec;
import backprop.matrix.Matrix;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/**
 * A result that shares its numbers with an argument is noticed, in whatever shape and part of it, in the notebook and
 * over the grader's pipe alike.
 */
class SharedNumbersTest {
    @Test
    void aMatrixOfAnotherShape() {
        MeanOverExamples f = X -> X.cols() == 1 ? X.reshape(1, X.rows()).reshape(X.rows(), 1) : mean(X);
        noticed(MeanOverExamples.class, f, "X");
        MeanOverExamples itself = X -> X.cols() == 1 ? X : mean(X);
        noticed(MeanOverExamples.class, itself, "X");
        MeanOverExamples byEjml =
                X -> X.cols() == 1 ? Matrix.of(DMatrixRMaj.wrap(X.rows(), 1, X.ejml().data)) : mean(X);
        noticed(MeanOverExamples.class, byEjml, "X");
    }

    @Test
    void aPartOfARecord() {
        OneExampleBackward f =
                (dz, a, W) -> new LayerGradients(dz.multTransB(a), dz.reshape(dz.rows(), 1), W.multTransA(dz));
        noticed(OneExampleBackward.class, f, "dz");
    }

    @Test
    void anElementOfAnArrayInARecord() {
        BackwardPass f = (W, Z, A, Y) -> {
            Gradients right = backward(W, Z, A, Y);
            right.dW()[0] = A[0].reshape(1, A[0].rows() * A[0].cols());
            return right;
        };
        noticed(BackwardPass.class, f, "A");
    }

    @Test
    void theFirstOfItsNumbers() {
        BackwardPass f = (W, Z, A, Y) -> {
            Gradients right = backward(W, Z, A, Y);
            right.db()[0] = Matrix.of(DMatrixRMaj.wrap(1, 2, Y.ejml().data));
            return right;
        };
        noticed(BackwardPass.class, f, "Y");
    }

    @Test
    void copiesShareNothing() {
        AddColumn f = (Z, b) -> Z.plus(b);
        SigmoidOfMatrix g =
                Z -> Z.map(z -> 1 / (1 + Math.exp(-z))).transpose().transpose().reshape(Z.rows(), Z.cols());
        BackwardPass h = SharedNumbersTest::backward;
        for (Score score : List.of(
                checked(AddColumn.class, f), checked(SigmoidOfMatrix.class, g), checked(BackwardPass.class, h))) {
            assertThat(score.complete()).as("%s", score.results()).isTrue();
        }
    }

    /** The last test but those that need the rest says that the argument is returned, and all others pass. */
    private static <T> void noticed(Class<T> contract, T function, String argument) {
        List<Score.Result> failed = checked(contract, function).results().stream()
                .filter(result -> !result.passed())
                .toList();
        assertThat(failed).first().extracting(Score.Result::headline).isEqualTo(Texts.of("feedback.aliased", argument));
        assertThat(failed.stream().skip(1))
                .allMatch(result -> result.headline().equals(Texts.of("feedback.restFirst")));
    }

    /** In the notebook and over the pipe, which must come to the same. */
    private static <T> Score checked(Class<T> contract, T function) {
        Score inNotebook = score(contract, new SameThread(function));
        Score overPipe = score(contract, new Piped(Signature.of(contract), function));
        assertThat(overPipe.results()).isEqualTo(inNotebook.results());
        return overPipe;
    }

    private static Score score(Class<?> contract, Subject subject) {
        return ExerciseRunner.run(Contracts.tests(contract), new Session(contract, subject, Seeds.of(contract, 1)));
    }

    private static Matrix mean(Matrix X) {
        return X.sumOverExamples().divide(X.cols());
    }

    private static Gradients backward(Matrix[] W, Matrix[] Z, Matrix[] A, Matrix Y) {
        int L = W.length - 1;
        Matrix[] dW = new Matrix[L + 1];
        Matrix[] db = new Matrix[L + 1];
        Matrix dZ = A[L].minus(Y);
        for (int l = L; l >= 1; l--) {
            dW[l] = dZ.multTransB(A[l - 1]).divide(Y.cols());
            db[l] = dZ.sumOverExamples().divide(Y.cols());
            if (l > 1) {
                dZ = W[l].multTransA(dZ).hadamard(Z[l - 1].greaterOrEqual(0));
            }
        }
        return new Gradients(dW, db);
    }

    /** A function whose arguments and results go over as the grader's do. */
    private record Piped(Signature signature, Object function) implements Subject {
        @Override
        public void allow(double seconds) {
            /* as long as it takes */
        }

        @Override
        public Object call(Method method, Object[] given) throws Throwable {
            ValueCodec here = new ValueCodec(null);
            ValueCodec there = new ValueCodec(null);
            Object[] arrived = over(here, there, signature.parameters(), given);
            Object result = OwnThread.called(function, method, arrived);
            return over(there, here, List.of(signature.result()), result)[0];
        }

        private static Object[] over(ValueCodec from, ValueCodec to, List<Type> types, Object... values)
                throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            from.write(new DataOutputStream(bytes), types, values);
            return to.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), types);
        }

        @Override
        public String during(Runnable tests) {
            tests.run();
            return "";
        }
    }
}
