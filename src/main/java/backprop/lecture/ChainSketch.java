package backprop.lecture;

import backprop.plot.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A chain of maps as boxes from left to right, with what enters them, and the way back between them or beneath them. A
 * sketch never changes: each method gives a new one.
 *
 * <pre>{@code ChainSketch.of("x", "z[1]", "a[1]").inputs(2, "W[1], b[1]").back("", "δ[1]").figure()}</pre>
 */
public final class ChainSketch {
    private static final int HIGH = 46;

    private final List<String> boxes;
    private final Map<Integer, String> inputs = new TreeMap<>();
    private final Set<Integer> lit = new TreeSet<>();
    private List<String> shapes = List.of();
    private List<String> back = List.of();
    private List<String> below = List.of();
    private List<String> cached = List.of();

    private ChainSketch(List<String> boxes) {
        this.boxes = boxes;
    }

    /**
     * {@return the sketch of a chain}
     *
     * @param boxes what stands in the boxes, from left to right; two at least
     */
    public static ChainSketch of(String... boxes) {
        Canvas.require(boxes.length >= 2, "ChainSketch: there must be two boxes at least, got %s", boxes.length);
        return new ChainSketch(Canvas.texts("ChainSketch: of", boxes.length, "boxes", boxes));
    }

    /**
     * {@return the sketch with a text under each box, such as its shape}
     *
     * @param texts one for each box; "" for none
     */
    public ChainSketch shapes(String... texts) {
        List<String> all = Canvas.texts("ChainSketch: shapes", boxes.size(), "boxes", texts);
        return with(sketch -> sketch.shapes = all);
    }

    /**
     * {@return the sketch with something that enters a box from above}
     *
     * @param i the box, from 1
     * @param text what enters it, such as {@code "W[1], b[1]"}
     */
    public ChainSketch inputs(int i, String text) {
        box("inputs", i);
        Canvas.said("ChainSketch: inputs", text);
        return with(sketch -> sketch.inputs.merge(i, text, (before, more) -> before + ", " + more));
    }

    /**
     * {@return the sketch with dashed arrows from right to left between the boxes}
     *
     * @param texts their labels, one for each gap, in the order in which they stand, from left to right; "" for no
     * arrow
     */
    public ChainSketch back(String... texts) {
        List<String> all = Canvas.texts("ChainSketch: back", boxes.size() - 1, "gaps", texts);
        return with(sketch -> sketch.back = all);
    }

    /**
     * {@return the sketch with a second row of boxes, passed through from right to left}
     *
     * @param texts one under each box of the first row; "" for none
     */
    public ChainSketch below(String... texts) {
        List<String> all = Canvas.texts("ChainSketch: below", boxes.size(), "boxes", texts);
        return with(sketch -> sketch.below = all);
    }

    /**
     * {@return the sketch with arrows from the boxes of the first row down to those of the second}
     *
     * @param texts what they carry, one for each box; "" for no arrow
     */
    public ChainSketch cached(String... texts) {
        List<String> all = Canvas.texts("ChainSketch: cached", boxes.size(), "boxes", texts);
        return with(sketch -> sketch.cached = all);
    }

    /**
     * {@return the sketch with a box of the first row lit}
     *
     * @param i the box, from 1
     */
    public ChainSketch light(int i) {
        box("light", i);
        return with(sketch -> sketch.lit.add(i));
    }

    /** {@return the drawing, with all that it shows as its text alternative} */
    public Figure figure() {
        for (int i = 0; i < cached.size(); i++) {
            Canvas.require(
                    cached.get(i).isEmpty() || !at(below, i).isEmpty(),
                    "ChainSketch: cached must lead to a box of the row below, got \"%s\" where box %s has none",
                    cached.get(i),
                    i + 1);
        }
        Canvas canvas = new Canvas();
        List<String> alt = new ArrayList<>(List.of("Chain from left to right"));
        int top = inputs.isEmpty() ? 16 : 78;
        int deep = top + HIGH + (shapes.isEmpty() ? 0 : 26) + (cached.isEmpty() ? 34 : 84);
        int right = 16;
        int former = 0; // the end of the box before in the row below
        List<String> backward = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            int gap = i == 0 ? 0 : Math.max(60, Canvas.width(at(back, i - 1)) + 24);
            int wide = wide(i);
            right += gap;
            int x = right + wide / 2;
            box(canvas, x, top, wide, boxes.get(i), lit.contains(i + 1) ? "lit" : "");
            canvas.text(x, top + HIGH + 20, "", at(shapes, i));
            alt.add(boxes.get(i)
                    + (at(shapes, i).isEmpty() ? "" : " " + at(shapes, i))
                    + (lit.contains(i + 1) ? ", lit" : ""));
            String input = inputs.getOrDefault(i + 1, "");
            if (!input.isEmpty()) {
                canvas.text(x, 26, "", input);
                canvas.arrow(x, 36, x, top - 2, "line");
                alt.add(input + " enters " + boxes.get(i));
            }
            if (i > 0) {
                between(canvas, i, right - gap, right, top + HIGH / 2, backward);
            }
            if (!at(below, i).isEmpty()) {
                box(canvas, x, deep, wide, at(below, i), "");
                if (former > 0) {
                    canvas.arrow(right - 2, deep + HIGH / 2, former + 2, deep + HIGH / 2, "back");
                }
                former = right + wide;
                backward.add(0, at(below, i) + " under " + boxes.get(i));
            }
            if (!at(cached, i).isEmpty()) {
                canvas.arrow(x, deep - 82, x, deep - 2, "line");
                canvas.plate(x, deep - 42, "", cached.get(i));
                backward.add(1, at(cached, i) + " comes down to it");
            }
            right += wide;
        }
        if (!backward.isEmpty()) {
            backward.set(0, "from right to left: " + backward.get(0));
        }
        alt.addAll(backward);
        int height = below.isEmpty() ? top + HIGH + (shapes.isEmpty() ? 16 : 36) : deep + HIGH + 16;
        return canvas.figure(right + 16, height, alt);
    }

    /** Draws the arrow forward and, beneath it, the one back. */
    private void between(Canvas canvas, int i, int from, int to, int y, List<String> backward) {
        String text = at(back, i - 1);
        if (text.isEmpty()) {
            canvas.arrow(from + 2, y, to - 2, y, "line");
            return;
        }
        canvas.arrow(from + 2, y - 13, to - 2, y - 13, "line");
        canvas.arrow(to - 2, y, from + 2, y, "back");
        canvas.text((from + to) / 2, y + 21, "text0", text);
        backward.add(0, text + " goes back from " + boxes.get(i) + " to " + boxes.get(i - 1));
    }

    private static void box(Canvas canvas, int x, int y, int wide, String text, String look) {
        canvas.add(
                "<rect x='%s' y='%s' width='%s' height='%s' rx='6' class='node %s'/>",
                x - wide / 2, y, wide, HIGH, look);
        canvas.text(x, y + HIGH / 2 + 6, "", text);
    }

    /** Returns the width that the texts in, over and under a box need. */
    private int wide(int i) {
        int inside = Math.max(Canvas.width(boxes.get(i)), Canvas.width(at(below, i))) + 28;
        List<String> outside = List.of(at(shapes, i), inputs.getOrDefault(i + 1, ""), at(cached, i));
        return Math.max(Math.max(56, inside), Canvas.widest(outside)) / 2 * 2;
    }

    private static String at(List<String> texts, int i) {
        return texts.isEmpty() ? "" : texts.get(i);
    }

    private void box(String what, int i) {
        Canvas.require(
                i >= 1 && i <= boxes.size(),
                "ChainSketch: %s must have a box from 1 to %s, got %s",
                what,
                boxes.size(),
                i);
    }

    private ChainSketch with(Consumer<ChainSketch> change) {
        ChainSketch next = new ChainSketch(boxes);
        next.inputs.putAll(inputs);
        next.lit.addAll(lit);
        next.shapes = shapes;
        next.back = back;
        next.below = below;
        next.cached = cached;
        change.accept(next);
        return next;
    }
}
