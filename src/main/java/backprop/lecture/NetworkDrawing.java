package backprop.lecture;

import backprop.lecture.NetworkSketch.Edge;
import backprop.lecture.NetworkSketch.Frame;
import backprop.lecture.NetworkSketch.Unit;
import backprop.matrix.Numbers;
import backprop.plot.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the nodes, edges and texts of a sketched network are: edges first, nodes over them, texts over all. */
final class NetworkDrawing {
    /** Where along an edge its label may stand, as shares of its length. */
    private static final double[] PLACES = {0.35, 0.5, 0.65, 0.25, 0.75, 0.42, 0.58};

    private static final int NEST = 8; // how far one frame stands outside the one before

    /** The place of a label: its middle and half its width. */
    private record Place(double x, double y, int half) {
        boolean meets(Place other) {
            return Math.abs(x - other.x) < half + other.half + 6 && Math.abs(y - other.y) < 21;
        }
    }

    private final Canvas canvas = new Canvas();
    private final NetworkSketch sketch;
    private final int last;
    private final int r;
    private final int pitch;
    private final int left;
    private final int middle;
    private final int bottom;
    private final List<Place> places = new ArrayList<>();

    NetworkDrawing(NetworkSketch sketch) {
        this.sketch = sketch;
        last = sketch.widths.size() - 1;
        int inside = sketch.units().stream()
                .mapToInt(unit -> Canvas.widest(lines(unit)))
                .max()
                .orElse(0);
        boolean two = sketch.units().stream().anyMatch(unit -> lines(unit).size() == 2);
        r = inside == 0 && sketch.arcs.isEmpty() ? 15 : Math.max(two ? 30 : 24, inside / 2 + 5);
        int gap = Math.max(
                130, 2 * Canvas.widest(sketch.arcs.stream().map(Edge::text).toList()) + 60);
        int texts = Math.max(Canvas.widest(sketch.under), Canvas.widest(sketch.back)) + 24;
        pitch = Math.max(2 * r + gap, texts);
        int nest = sketch.frames.size() * NEST;
        int caption = Canvas.widest(sketch.frames.stream().map(Frame::text).toList());
        int aside = Math.max(Math.max(r, 48) + 24 + nest, (texts - pitch) / 2);
        left = Math.max(aside, (caption + 24 - last * pitch) / 2);
        int slots = IntStream.rangeClosed(0, last)
                .map(l -> sketch.shown(l).length)
                .max()
                .orElseThrow();
        int half = slots * (2 * r + 14) / 2;
        middle = 12 + 30 * sketch.frames.size() + half;
        bottom = middle + half;
    }

    Figure figure() {
        List<String> alt = new ArrayList<>(List.of("Network from left to right"));
        for (int l = 1; l <= last; l++) {
            edges(l);
        }
        for (Edge arc : sketch.arcs) {
            line(arc.l(), arc.k(), arc.j(), "marked");
        }
        for (int l = 0; l <= last; l++) {
            column(l, alt);
        }
        sketch.arcs.forEach(arc -> label(arc, alt));
        for (int i = 0; i < sketch.frames.size(); i++) {
            frame(i, alt);
        }
        int y = bottom + 50 + sketch.frames.size() * NEST;
        for (int l = 1; l <= sketch.under.size(); l++) {
            String text = sketch.under.get(l - 1);
            canvas.text(x(l) - pitch / 2, y + 20, "", text);
            if (!text.isEmpty()) {
                alt.add("under layers " + (l - 1) + " to " + l + ": " + text);
            }
        }
        y += sketch.under.isEmpty() ? 0 : 30;
        for (int l = sketch.back.size(); l >= 1; l--) {
            String text = sketch.back.get(l - 1);
            if (text.isEmpty()) {
                continue;
            }
            canvas.arrow(x(l) - 14, y + 12, x(l - 1) + 14, y + 12, "back");
            canvas.text(x(l) - pitch / 2, y + 34, "text0", text);
            alt.add("arrow back from layer " + l + " to " + (l - 1) + ": " + text);
        }
        return canvas.figure(2 * left + last * pitch, y + (sketch.back.isEmpty() ? 6 : 48), alt);
    }

    private void edges(int l) {
        for (boolean lit : new boolean[] {false, true}) { // lit ones over the others
            for (int k : sketch.shown(l)) {
                for (int j : sketch.shown(l - 1)) {
                    if (k > 0 && j > 0 && lit(l, k) == lit) {
                        line(l, k, j, lit ? "lit" : "");
                    }
                }
            }
        }
    }

    private void line(int l, int k, int j, String look) {
        canvas.add("<path d='M%s %sL%s %s' class='edge %s'/>", x(l - 1), y(l - 1, j), x(l), y(l, k), look);
    }

    /** A layer's nodes with their texts, and its names beneath. */
    private void column(int l, List<String> alt) {
        int n = sketch.widths.get(l);
        List<String> nodes = new ArrayList<>();
        for (int k : sketch.shown(l)) {
            int y = y(l, k);
            if (k == 0) {
                canvas.text(x(l), y + 8, "bold big", "⋮");
                nodes.add("…");
                continue;
            }
            canvas.add("<circle cx='%s' cy='%s' r='%s' class='node %s'/>", x(l), y, r, lit(l, k) ? "lit" : "");
            List<String> lines = lines(new Unit(l, k));
            for (int i = 0; i < lines.size(); i++) {
                canvas.text(x(l), y + 6 + 20 * i - 10 * (lines.size() - 1), "", lines.get(i));
            }
            nodes.add(lines.isEmpty() ? String.valueOf(k) : String.join(" = ", lines));
        }
        canvas.text(x(l), bottom + 22, sketch.active.contains(l) ? "bold text0" : "bold", "layer " + l);
        canvas.text(x(l), bottom + 44, "", "n[" + l + "] = " + n);
        boolean all = sketch.units().stream()
                .filter(unit -> unit.l() == l)
                .allMatch(unit -> lines(unit).isEmpty());
        alt.add("layer " + l + ": " + n + (n == 1 ? " node" : " nodes")
                + (all && nodes.size() == n ? "" : " (" + String.join(", ", nodes) + ")")
                + (l == 0 ? "" : ", %s edges from layer %s".formatted((long) n * sketch.widths.get(l - 1), l - 1)));
        if (sketch.active.contains(l)) {
            alt.add("lit: layer " + l + into(l, "it"));
        }
        sketch.lit.stream()
                .filter(unit -> unit.l() == l)
                .forEach(unit -> alt.add("lit: node " + unit.k() + " of layer " + l + into(l, "it")));
    }

    private static String into(int l, String it) {
        return l == 0 ? "" : " and the edges into " + it;
    }

    /** The label of an edge, where it meets no other. */
    private void label(Edge arc, List<String> alt) {
        int half = Canvas.width(arc.text()) / 2;
        List<Place> free = IntStream.range(0, PLACES.length)
                .mapToObj(i -> along(arc, PLACES[i], half))
                .filter(place -> places.stream().noneMatch(place::meets))
                .toList();
        Place place = Stream.concat(free.stream(), Stream.of(along(arc, PLACES[0], half)))
                .findFirst()
                .orElseThrow();
        places.add(place);
        canvas.plate((int) place.x(), (int) place.y() + 6, "", arc.text());
        alt.add("edge from node %s of layer %s to node %s of layer %s: %s"
                .formatted(arc.j(), arc.l() - 1, arc.k(), arc.l(), arc.text()));
    }

    private Place along(Edge arc, double share, int half) {
        double from = y(arc.l() - 1, arc.j());
        int start = x(arc.l() - 1) + r;
        double x = start + share * (pitch - 2 * r);
        return new Place(x, from + (x - start + r) / pitch * (y(arc.l(), arc.k()) - from), half);
    }

    private void frame(int i, List<String> alt) {
        Frame frame = sketch.frames.get(i);
        int aside = Math.max(r, 42) + 8 + NEST * i;
        int top = 30 * (sketch.frames.size() - i);
        int wide = x(frame.to()) - x(frame.from()) + 2 * aside;
        canvas.add(
                "<rect x='%s' y='%s' width='%s' height='%s' rx='12' class='frame frame%s'/>",
                x(frame.from()) - aside, top, wide, bottom + 52 + NEST * i - top, (i + 1) % 4);
        int half = Canvas.width(frame.text()) / 2 + 6;
        int x = Math.min(Math.max((x(frame.from()) + x(frame.to())) / 2, half), 2 * left + last * pitch - half);
        canvas.plate(x, top - 9, "bold text" + (i + 1) % 4, frame.text());
        String round = frame.from() == frame.to() ? " " + frame.from() : "s " + frame.from() + " to " + frame.to();
        alt.add("frame round layer" + round + ": " + frame.text());
    }

    /** Returns the texts in a node: its name and its number. */
    private List<String> lines(Unit unit) {
        Stream<String> name = Stream.of(sketch.labels.getOrDefault(unit, ""));
        Stream<String> value = sketch.values.stream()
                .skip(unit.l())
                .limit(1)
                .map(column -> Numbers.significant(column.get(unit.k() - 1, 0), 3));
        return Stream.concat(name, value).filter(text -> !text.isEmpty()).toList();
    }

    private boolean lit(int l, int k) {
        return sketch.active.contains(l) || sketch.lit.contains(new Unit(l, k));
    }

    private int x(int l) {
        return left + l * pitch;
    }

    private int y(int l, int k) {
        int[] shown = sketch.shown(l);
        int place = IntStream.range(0, shown.length)
                .filter(i -> shown[i] == k)
                .findFirst()
                .orElseThrow();
        return middle + (2 * place - shown.length + 1) * (r + 7);
    }
}
