package backprop.notebook;

import backprop.exercise.Hints;
import backprop.exercise.Score;
import backprop.matrix.Matrix;
import backprop.network.GradientCheck;
import backprop.network.Network;
import backprop.plot.Figure;
import backprop.plot.Plots;
import backprop.train.History;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

/** How values are shown in a notebook. A new kind of value needs one row here. */
final class Renderers {
    private static final Map<Class<?>, Function<Object, Rendering>> ALL = new LinkedHashMap<>();

    static {
        add(Matrix.class, MatrixHtml::of);
        add(
                double[].class,
                a -> MatrixHtml.isMatrix(a) ? MatrixHtml.of("double[" + a.length + "]", a) : Contents.of(a));
        add(
                double[][].class,
                a -> MatrixHtml.isMatrix(a)
                        ? MatrixHtml.of("double[" + a.length + "][" + a[0].length + "]", a)
                        : Contents.of(a));
        add(Figure.class, Renderers::figure);
        add(Chart.class, Renderers::chart);
        add(Network.class, NetworkHtml::of);
        add(History.class, Renderers::history);
        add(GradientCheck.class, GradientCheckHtml::of);
        add(Score.class, score -> new Rendering(score.toString(), ScoreHtml.of(score)));
        add(Hints.Hint.class, hint -> new Rendering(hint.toString(), ScoreHtml.of(hint)));
        add(Table.class, TableHtml::of);
        add(SideBySide.class, SideBySide::rendering);
    }

    private Renderers() {}

    private static <T> void add(Class<T> type, Function<? super T, Rendering> renderer) {
        ALL.put(type, value -> renderer.apply(type.cast(value)));
    }

    /** Registers a renderer for each type; a kernel has it show the subclasses too. */
    static void register(Display display) {
        ALL.keySet().forEach(type -> register(display, type));
    }

    private static <T> void register(Display display, Class<T> type) {
        display.register(type, Renderers::of);
    }

    /** Whether values like this have a look of their own. */
    static boolean knows(Object value) {
        return renderer(value).isPresent();
    }

    private static Optional<Function<Object, Rendering>> renderer(Object value) {
        return ALL.keySet().stream()
                .filter(type -> type.isInstance(value))
                .findFirst()
                .map(ALL::get);
    }

    /**
     * Renders any value. If its rendering fails, the value is shown as text with the reason, so that the cell keeps its
     * result.
     */
    static Rendering of(Object value) {
        try {
            Rendering rendering = renderer(value).orElse(Renderers::other).apply(value);
            return rendering.html() != null ? rendering : text(rendering.text());
        } catch (RuntimeException | LinkageError e) {
            return failed(value, e);
        }
    }

    /** Renders a value that has no renderer of its own: by what it holds, or else by its text. */
    static Rendering other(Object value) {
        return Contents.has(value) ? Contents.of(value) : new Rendering(String.valueOf(value), null);
    }

    static Rendering figure(Figure figure) {
        return new Rendering(figure.alt(), Html.image(figure), png(figure));
    }

    /** A figure as a PNG; none rather than no figure at all. */
    static Figure png(Figure figure) {
        try {
            return figure.asPng();
        } catch (RuntimeException | LinkageError cannotBeDrawn) {
            return null;
        }
    }

    /** A chart, or what it holds and why XChart does not draw it. */
    private static Rendering chart(Chart<?, ?> chart) {
        try {
            return figure(ChartPicture.of(chart));
        } catch (RuntimeException refused) {
            return text(ChartPicture.alt(chart) + "\n(it could not be drawn: " + refused.getMessage() + ")");
        }
    }

    static Rendering history(History history) {
        return history.epochs().isEmpty() ? other(history) : figure(Plots.history(history));
    }

    private static Rendering failed(Object value, Throwable why) {
        return text(textOf(value) + "\n(as text only: it could not be drawn, " + why + ")");
    }

    /** A text, as it stands. */
    static Rendering text(String text) {
        return new Rendering(text, Html.plain(text));
    }

    private static String textOf(Object value) {
        try {
            return String.valueOf(value);
        } catch (RuntimeException | LinkageError noTextEither) {
            return "a " + value.getClass().getName();
        }
    }
}
