package backprop.plot;

import java.util.List;

/**
 * A node of a computational graph.
 *
 * @param name its symbol, such as z
 * @param formula what it computes, such as {@code w x + b}; empty for an input
 * @param value its value, or NaN to show none
 * @param derivative of the graph's output by this node, or NaN to show none
 * @param inputs the names of the nodes that it takes
 */
public record Node(String name, String formula, double value, double derivative, List<String> inputs) {
    String title() {
        return formula.isEmpty() ? name : name + " = " + formula;
    }
}
