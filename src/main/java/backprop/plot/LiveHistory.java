package backprop.plot;

import backprop.train.Epoch;
import backprop.train.History;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The curves of a training that goes on, placed as {@link Curves} places those that stay, but drawn as SVG within a
 * millisecond. The axes are there before the curves and reach to the last planned epoch, so that nothing moves but the
 * curves.
 */
final class LiveHistory {
    private static final int WIDTH = 460;
    private static final int HEIGHT = 300;
    private static final int LEFT = 58;
    private static final int RIGHT = 327;
    private static final int TOP = 32;
    private static final int BOTTOM = 250;
    private static final int MARGIN = 8;
    private static final int LEGEND = 350;
    private static final int MANY_EPOCHS = 200;
    private static final int MANY_POINTS = 40;

    /** A line through points {epoch, value}, the k-th of a chart. */
    private record Line(int k, String name, List<double[]> points) {}

    private final Svg svg = new Svg();
    private final List<Epoch> epochs;
    private final int reach;

    private LiveHistory(List<Epoch> epochs, int reach) {
        this.epochs = epochs;
        this.reach = reach;
    }

    static Figure of(History history, int planned) {
        int done = history.epochs().isEmpty() ? 0 : history.last().number();
        Figure.require(
                planned >= Math.max(1, done),
                "history: the planned epochs must be at least %s, got %s",
                Math.max(1, done),
                planned);
        LiveHistory live = new LiveHistory(history.epochs(), reach(done, planned));
        List<Line> cost = live.lines(Epoch::cost, Epoch::validationCost);
        List<Line> accuracy = live.lines(Epoch::accuracy, Epoch::validationAccuracy);
        live.chart(0, "Cost", "J", new LiveAxis(0, 0), cost);
        if (history.hasAccuracy()) {
            live.chart(WIDTH, "Accuracy", "share right", new LiveAxis(0, 1), accuracy);
        }
        boolean two = done == 0 || history.hasAccuracy(); // most trainings have accuracies: their place is kept
        String alt = "Curves over %s of %s".formatted(done, planned) + (planned == 1 ? " epoch" : " epochs")
                + courses("J", cost) + courses("share right", accuracy) + ".";
        return live.svg.figure(two ? 2 * WIDTH : WIDTH, HEIGHT, alt);
    }

    /**
     * The last epoch on the axes: the last planned one, but of many epochs no more than a few times those that are done,
     * or their curves would have no length.
     */
    private static int reach(int done, int planned) {
        int reach = planned;
        while (reach > MANY_EPOCHS && reach / 8 >= done) {
            reach = (reach + 1) / 2;
        }
        return reach;
    }

    private List<Line> lines(ToDoubleFunction<Epoch> training, ToDoubleFunction<Epoch> validation) {
        return Stream.of(new Line(0, "training", points(training)), new Line(1, "validation", points(validation)))
                .filter(line -> !line.points.isEmpty())
                .toList();
    }

    private List<double[]> points(ToDoubleFunction<Epoch> value) {
        return Curves.finite(epochs.stream().map(epoch -> new double[] {epoch.number(), value.applyAsDouble(epoch)}));
    }

    private static String courses(String y, List<Line> lines) {
        return lines.stream()
                .map(line -> Curves.course(y, line.name, line.points))
                .collect(Collectors.joining());
    }

    /** Draws a chart whose left edge is at the given place. */
    private void chart(int left, String title, String y, LiveAxis least, List<Line> lines) {
        LiveAxis up =
                least.over(lines.stream().flatMap(line -> line.points.stream()).mapToDouble(point -> point[1]));
        frame(left, title, y, up, lines.isEmpty() ? new double[0] : up.ticks());
        lines.forEach(line -> draw(left, up, line));
    }

    /** Draws title, names and axes. The vertical axis has no numbers as long as there is no value. */
    private void frame(int left, String title, String y, LiveAxis up, double[] ticks) {
        int middle = left + (LEFT + RIGHT) / 2;
        words(middle, 24, "middle", "font-size='15' font-weight='bold'", title);
        words(middle, 288, "middle", "font-size='13'", "epoch");
        svg.add(
                "<text transform='translate(%s %s) rotate(-90)' font-size='13'>%s</text>",
                left + 22, (TOP + BOTTOM) / 2, y);
        for (double tick : ticks) {
            double height = Math.rint(y(up, tick));
            svg.add("<path d='M%s %sh%s' stroke='#CCCCCC' stroke-dasharray='3 3'/>", left + LEFT, height, RIGHT - LEFT);
            words(left + LEFT - 6, (int) height + 5, "end", "font-size='13'", tick);
        }
        for (double tick : new LiveAxis(1, reach).wholeTicks()) {
            double across = Math.rint(left + x(tick));
            svg.add("<path d='M%s %sV%s' stroke='#CCCCCC' stroke-dasharray='3 3'/>", across, TOP, BOTTOM);
            words((int) across, BOTTOM + 18, "middle", "font-size='13'", tick);
        }
        svg.add("<path d='M%s %sV%sH%s' fill='none' stroke='#808080'/>", left + LEFT, TOP, BOTTOM, left + RIGHT);
    }

    private void draw(int left, LiveAxis up, Line line) {
        int k = line.k;
        String colour = String.format(Locale.ROOT, "#%06X", Svg.COLOURS[k]);
        String dashes = k == 0 ? "none" : "7 5";
        StringBuilder path = new StringBuilder();
        StringBuilder marks = new StringBuilder();
        for (double[] p : line.points) {
            double x = tenth(left + x(p[0]));
            double y = tenth(y(up, p[1]));
            path.append(path.isEmpty() ? 'M' : 'L').append(x).append(' ').append(y);
            if (line.points.size() <= MANY_POINTS) {
                marks.append('M').append(x).append(' ').append(y).append(mark(k));
            }
        }
        String lined = "<path d='%s' fill='none' stroke='%s' stroke-width='2.2' stroke-dasharray='%s'/>";
        String marked = "<path d='%s' fill='%s'/>";
        svg.add(lined, path, colour, dashes);
        svg.add(marked, marks, colour);
        int height = (TOP + BOTTOM) / 2 - 10 + 22 * k;
        svg.add(lined, "M%s %sh24".formatted(left + LEGEND, height), colour, dashes);
        svg.add(marked, "M%s %s".formatted(left + LEGEND + 12, height) + mark(k), colour);
        words(left + LEGEND + 34, height + 5, "start", "font-size='13'", line.name);
    }

    /** A circle or a diamond, around where the path is. */
    private static String mark(int k) {
        return k == 0 ? "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0" : "m0-5l5 5l-5 5l-5-5z";
    }

    private void words(int x, int y, String anchor, String look, Object text) {
        svg.add("<text x='%s' y='%s' text-anchor='%s' " + look + ">%s</text>", x, y, anchor, text);
    }

    private double x(double epoch) {
        double share = reach == 1 ? 0.5 : (epoch - 1) / (reach - 1);
        return LEFT + MARGIN + share * (RIGHT - LEFT - 2 * MARGIN);
    }

    private static double y(LiveAxis up, double value) {
        return BOTTOM - MARGIN - up.share(value) * (BOTTOM - TOP - 2 * MARGIN);
    }

    private static double tenth(double x) {
        return Math.rint(10 * x) / 10;
    }
}
