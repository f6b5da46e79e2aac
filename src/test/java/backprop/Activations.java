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
import java.util.List;

/** One activation of each class, for the tests that all of them must pass. A new activation joins by a row here. */
public final class Activations {
    private Activations() {}

    public static final List<Activation> ALL = List.of(
            new Sigmoid(),
            new Tanh(),
            new Relu(),
            new LeakyRelu(),
            new Elu(),
            new Selu(),
            new Softplus(),
            new Swish(),
            new Gelu(),
            new GeluTanh(),
            new Identity());
}
