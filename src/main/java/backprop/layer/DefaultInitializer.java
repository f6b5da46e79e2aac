package backprop.layer;

import backprop.activation.Activation;
import backprop.activation.Elu;
import backprop.activation.Gelu;
import backprop.activation.GeluTanh;
import backprop.activation.LeakyRelu;
import backprop.activation.Relu;
import backprop.activation.Selu;
import backprop.activation.Softplus;
import backprop.activation.Swish;
import backprop.init.Distribution;
import backprop.init.Glorot;
import backprop.init.He;
import backprop.init.Initializer;
import backprop.init.LeCun;

/**
 * The initial weights that belong to an activation, where none are chosen.
 *
 * <p>He's, of variance 2 / n[l-1], for ReLU and for what was made to take its place in networks drawn for it: ELU (its
 * paper has them, Clevert et al. 2016, section 4), softplus, swish, GELU. LeakyReLU of slope a gets 2 / ((1 + a²)
 * n[l-1]), He et al. 2015, equation 15. LeCun's, of variance 1 / n[l-1], for SELU, which needs them to keep mean and
 * variance (Klambauer et al. 2017, section 2). Glorot's, of variance 2 / (n[l-1] + n[l]), for all others: tanh, the
 * sigmoid, none at all, or one's own.
 */
final class DefaultInitializer {
    private DefaultInitializer() {}

    static Initializer of(Activation g) {
        if (g instanceof Selu) {
            return new LeCun();
        }
        if (g instanceof LeakyRelu leaky) {
            return new He(Distribution.NORMAL, leaky.slope());
        }
        boolean likeRelu = g instanceof Relu
                || g instanceof Elu
                || g instanceof Softplus
                || g instanceof Swish
                || g instanceof Gelu
                || g instanceof GeluTanh;
        return likeRelu ? new He() : new Glorot();
    }
}
