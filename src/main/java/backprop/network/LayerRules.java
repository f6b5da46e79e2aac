package backprop.network;

import backprop.activation.Identity;
import backprop.layer.Layer;
import backprop.loss.Loss;
import backprop.matrix.Shape;
import backprop.matrix.ShapeException;
import java.util.Objects;

/** The rules that layers must keep to form a network. */
final class LayerRules {
    private LayerRules() {}

    /** Refuses layers that form no network with this loss, and changes nothing. */
    static void require(Loss loss, Layer[] layers) {
        for (int l = 1; l <= layers.length; l++) {
            Objects.requireNonNull(layers[l - 1], "Network: layer " + l + " must not be null");
        }
        for (int l = 1; l <= layers.length; l++) {
            requireOnce(layers, l);
            requireFit(layers, l);
        }
        requireLogits(loss, layers);
    }

    private static void requireOnce(Layer[] layers, int l) {
        Layer layer = layers[l - 1];
        for (int earlier = 1; earlier < l; earlier++) {
            if (layers[earlier - 1] == layer) {
                throw new IllegalArgumentException(
                        "Network: layers %s and %s must be two objects, got %s twice: make a new one"
                                .formatted(earlier, l, layer));
            }
        }
        if (layer.isInNetwork()) {
            throw new IllegalArgumentException(
                    "Network: layer %s must be in no other network, got %s, which is in one: make a new one"
                            .formatted(l, layer));
        }
    }

    private static void requireFit(Layer[] layers, int l) {
        int given = l == 1 ? Shape.ANY : layers[l - 2].outputs();
        int taken = layers[l - 1].inputs();
        if (given != Shape.ANY && taken != Shape.ANY && given != taken) {
            throw new ShapeException("Network: %s takes %s inputs, but %s before it gives %s"
                    .formatted(numbered(layers, l), taken, numbered(layers, l - 1), given));
        }
    }

    /**
     * Refuses an activation in the last layer if the loss computes one itself, because such a loss works from logits.
     */
    private static void requireLogits(Loss loss, Layer[] layers) {
        if (loss.outputActivation().isEmpty()) {
            return;
        }
        Layer last = layers[layers.length - 1];
        String kind = last.getClass().getSimpleName() + "[" + layers.length + "]";
        String itself = loss.getClass().getSimpleName() + " computes " + loss.outputActivation() + " itself";
        if (last.isRandom()) {
            throw new IllegalArgumentException(
                    "Network: %s, and %s must not change its inputs at random: put it before another layer"
                            .formatted(itself, kind));
        }
        if (!(last.activation() instanceof Identity)) {
            throw new IllegalArgumentException("Network: %s: give %s no activation, it must not have %s"
                    .formatted(itself, kind, last.activation().getClass().getSimpleName()));
        }
    }

    /** A layer's text with its number, which it learns only when all layers fit. */
    private static String numbered(Layer[] layers, int l) {
        String text = layers[l - 1].toString();
        String kind = layers[l - 1].getClass().getSimpleName();
        return text.startsWith(kind + " ") ? kind + "[" + l + "]" + text.substring(kind.length()) : text;
    }
}
