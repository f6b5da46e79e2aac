package backprop;

import backprop.activation.Activation;
import backprop.activation.Elu;
import backprop.activation.Gelu;
import backprop.activation.GeluTanh;
import backprop.activation.Identity;
import backprop.activation.LeakyRelu;
import backprop.activation.Relu;
import backprop.activation.Selu;
import backprop.activation.Sigmoid;
import backprop.activation.Softplus;
import backprop.activation.Swish;
import backprop.activation.Tanh;
import backprop.loss.BinaryCrossEntropy;
import backprop.loss.CrossEntropy;
import backprop.loss.HalfSquaredError;
import backprop.loss.KullbackLeibler;
import backprop.loss.Loss;
import backprop.loss.SquaredError;
import backprop.optimizer.AdaDelta;
import backprop.optimizer.AdaGrad;
import backprop.optimizer.Adam;
import backprop.optimizer.AdamW;
import backprop.optimizer.GradientDescent;
import backprop.optimizer.Momentum;
import backprop.optimizer.Nesterov;
import backprop.optimizer.Optimizer;
import backprop.optimizer.RmsProp;
import java.util.Map;
import java.util.function.Function;

/** What the names in golden files stand for; a new class joins by a row. */
final class GoldenTables {
    private static final Map<String, Function<GoldenName, Activation>> ACTIVATIONS = Map.ofEntries(
            Map.entry("sigmoid", g -> new Sigmoid()),
            Map.entry("tanh", g -> new Tanh()),
            Map.entry("relu", g -> new Relu()),
            Map.entry("leakyRelu", g -> new LeakyRelu(g.number("slope"))),
            Map.entry("elu", g -> new Elu(g.number("alpha"))),
            Map.entry("selu", g -> new Selu()),
            Map.entry("softplus", g -> new Softplus()),
            Map.entry("swish", g -> new Swish()),
            Map.entry("gelu(erf)", g -> new Gelu()),
            Map.entry("gelu(tanh)", g -> new GeluTanh()),
            Map.entry("identity", g -> new Identity()));

    private static final Map<String, Function<GoldenName, Loss>> LOSSES = Map.ofEntries(
            Map.entry("softmaxCrossEntropy", loss -> new CrossEntropy()),
            Map.entry("sigmoidBinaryCrossEntropy", loss -> new BinaryCrossEntropy()),
            Map.entry("softmaxKullbackLeibler", loss -> new KullbackLeibler()),
            Map.entry("squaredError", loss -> new SquaredError()),
            Map.entry("halfSquaredError", loss -> new HalfSquaredError()));

    private static final Map<String, Function<GoldenName, Optimizer>> OPTIMIZERS = Map.ofEntries(
            Map.entry("sgd", o -> new GradientDescent(o.number("lr"))),
            Map.entry("momentum", o -> new Momentum(o.number("lr"), o.number("beta"))),
            Map.entry("nesterov", o -> new Nesterov(o.number("lr"), o.number("beta"))),
            Map.entry("adagrad", o -> new AdaGrad(o.number("lr"), o.number("eps"))),
            Map.entry("rmsprop", o -> new RmsProp(o.number("lr"), o.number("rho"), o.number("eps"))),
            Map.entry("adadelta", o -> new AdaDelta(o.number("lr"), o.number("rho"), o.number("eps"))),
            Map.entry(
                    "adam",
                    o -> new Adam(
                            o.number("lr"),
                            o.number("beta1", Adam.BETA1),
                            o.number("beta2", Adam.BETA2),
                            o.number("eps", Adam.EPSILON))),
            Map.entry(
                    "adamw",
                    o -> new AdamW(
                            o.number("lr"),
                            o.number("beta1", Adam.BETA1),
                            o.number("beta2", Adam.BETA2),
                            o.number("eps", Adam.EPSILON),
                            o.number("weightDecay"))));

    private GoldenTables() {}

    /** The activation of a name such as {@code elu(1.0)}. */
    static Activation activation(String name) {
        return GoldenName.make("activation", name, ACTIVATIONS);
    }

    /** The loss of a name such as {@code softmaxCrossEntropy}. */
    static Loss loss(String name) {
        return GoldenName.make("loss", name, LOSSES);
    }

    /** The optimizer of a name such as {@code sgd(lr=0.1)}. */
    static Optimizer optimizer(String name) {
        return GoldenName.make("optimizer", name, OPTIMIZERS);
    }
}
