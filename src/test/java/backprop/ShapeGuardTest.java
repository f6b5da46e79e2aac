package backprop;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.activation.Relu;
import backprop.activation.Softmax;
import backprop.data.Dataset;
import backprop.data.Normalization;
import backprop.layer.Dense;
import backprop.lecture.Check;
import backprop.loss.BinaryCrossEntropy;
import backprop.loss.CrossEntropy;
import backprop.loss.HalfSquaredError;
import backprop.loss.SquaredError;
import backprop.matrix.Matrix;
import backprop.matrix.ShapeException;
import backprop.network.GradientCheck;
import backprop.network.Network;
import backprop.optimizer.Adam;
import backprop.optimizer.GradientDescent;
import backprop.plot.Plots;
import backprop.train.Metrics;
import backprop.train.Trainer;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A wrong shape at every door of the library gets the guard's sentence; a new door joins by a row. */
class ShapeGuardTest {
    private static final String SENTENCE = ".+: .+ must be .*\\(.+\\).*, got (\\(.+\\).*|null)";

    private static final Matrix X = Samples.normal(4, 6, 1);
    private static final Matrix Y = Samples.oneHot(3, 6, 2);
    private static final Matrix NONE = Matrix.zeros(4, 0);
    private static final Dataset TRANSPOSED = new Dataset(X.transpose(), Samples.oneHot(3, 4, 3));
    private static final Dataset FOUR_CLASSES = new Dataset(X, Samples.oneHot(4, 6, 4));

    private record Door(String name, ThrowingCallable call) {}

    private static final List<Door> DOORS = List.of(
            new Door("mult", () -> X.mult(Y)),
            new Door("mult by null", () -> X.mult(null)),
            new Door("multTransA", () -> X.multTransA(Y)),
            new Door("multTransB", () -> X.multTransB(Y.transpose())),
            new Door("plus", () -> X.plus(Y)),
            new Door("minus", () -> X.minus(X.transpose())),
            new Door("hadamard", () -> X.hadamard(Y)),
            new Door("divide", () -> X.divide(Y)),
            new Door("map", () -> X.map(Y, Math::max)),
            new Door("addScaled", () -> X.copy().addScaled(1, Y)),
            new Door("softmax", () -> Softmax.of(Matrix.zeros(0, 0))),
            new Door("log-sum-exp", () -> Softmax.logSumExp(NONE)),
            new Door("cross-entropy", () -> new CrossEntropy().cost(Y, X)),
            new Door("binary cross-entropy", () -> new BinaryCrossEntropy().dZ(Y, X)),
            new Door("squared error", () -> new SquaredError().perExample(Y, X)),
            new Door("half squared error", () -> new HalfSquaredError().cost(NONE, NONE)),
            new Door("layer forward", () -> new Dense(4, 3).forward(Y)),
            new Door("layer forward, no example", () -> new Dense(4, 3).forward(NONE)),
            new Door("layer predict", () -> new Dense(4, 3).predict(Y)),
            new Door("layer backward", ShapeGuardTest::backwardOfAnotherBatch),
            new Door("layer set", () -> new Dense(4, 3).set(X, Y)),
            new Door("network forward", () -> net().forward(Y)),
            new Door("network forward, null", () -> net().forward(null)),
            new Door("network predict", () -> net().predict(X.transpose())),
            new Door("network cost", () -> net().cost(X, X)),
            new Door("network backward", ShapeGuardTest::backwardOfOtherLabels),
            new Door("gradient check", () -> GradientCheck.of(net(), Y, Y)),
            new Door("gradient descent", () -> new GradientDescent(1).step(4, 6).update(X.copy(), Y, 1)),
            new Door("Adam", () -> new Adam().step(4, 6).update(X.copy(), Y, 1)),
            new Door("data set", () -> new Dataset(X, Y.cols(0, 1))),
            new Door("normalization", () -> Normalization.fit(X).apply(Y)),
            new Door("normalization, no example", () -> Normalization.fit(NONE)),
            new Door("training inputs", () -> trainer().train(TRANSPOSED, 1)),
            new Door("training labels", () -> trainer().train(FOUR_CLASSES, 1)),
            new Door("validation inputs", () -> trainer().validation(TRANSPOSED).train(data(), 1)),
            new Door("accuracy", () -> Metrics.accuracy(net(), TRANSPOSED)),
            new Door("accuracy of matrices", () -> Metrics.accuracy(X, Y)),
            new Door("confusion", () -> Metrics.confusion(net(), FOUR_CLASSES)),
            new Door("confusion figure", () -> Plots.confusion(net(), TRANSPOSED)),
            new Door("check of a shape", () -> Check.shape(3, 4, X)),
            new Door("check of a distance", () -> Check.close(X, Y, 1)));

    @TestFactory
    Stream<DynamicTest> aWrongShapeIsRefusedByNameWithBothShapes() {
        return DOORS.stream()
                .map(door -> DynamicTest.dynamicTest(
                        door.name(),
                        () -> assertThatThrownBy(door.call())
                                .isInstanceOf(ShapeException.class)
                                .hasMessageMatching(SENTENCE)));
    }

    private static void backwardOfAnotherBatch() {
        Dense dense = new Dense(4, 3);
        dense.forward(X);
        dense.backward(Y.cols(0, 1));
    }

    private static void backwardOfOtherLabels() {
        Network net = net();
        net.forward(X);
        net.backward(Y.cols(0, 1));
    }

    private static Network net() {
        return new Network(1, new CrossEntropy(), new Dense(4, 5, new Relu()), new Dense(5, 3));
    }

    private static Trainer trainer() {
        return new Trainer(net(), new Adam());
    }

    private static Dataset data() {
        return new Dataset(X, Y);
    }
}
