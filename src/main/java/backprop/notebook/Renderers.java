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
import java.util.function.Function;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

/** How values show in a notebook; a new one joins by a row. */
final class Renderers {
  private static final Map<Class<?>, Function<Object, Rendering>> ALL = new LinkedHashMap<>();

  static {
    add(Matrix.class, MatrixHtml::of);
    add(double[].class, a -> MatrixHtml.isMatrix(a) ? MatrixHtml.of("double[" + a.length + "]", a) : plain(a));
    add(double[][].class,
        a -> MatrixHtml.isMatrix(a) ? MatrixHtml.of("double[" + a.length + "][" + a[0].length + "]", a) : plain(a));
    add(Figure.class, Renderers::figure);
    add(Chart.class, chart -> figure(ChartPicture.of(chart)));
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

  private static <T> void register(Display display, Class<T> type) { display.register(type, Renderers::of); }

  /** How any value shows. One that cannot be rendered never costs a cell its result: it shows as text, and why. */
  static Rendering of(Object value) {
    try {
      return ALL.keySet().stream().filter(type -> type.isInstance(value)).findFirst().map(ALL::get)
          .orElse(Renderers::plain).apply(value);
    } catch (RuntimeException | LinkageError e) {
      return failed(value, e);
    }
  }

  static Rendering figure(Figure figure) { return new Rendering(figure.alt(), Html.image(figure)); }

  static Rendering history(History history) {
    return history.epochs().isEmpty() ? plain(history) : figure(Plots.history(history));
  }

  private static Rendering plain(Object value) { return plain(Html.text(value)); }

  private static Rendering plain(String text) { return new Rendering(text, Html.plain(text)); }

  private static Rendering failed(Object value, Throwable why) {
    String text;
    try {
      text = Html.text(value);
    } catch (RuntimeException | LinkageError noTextEither) {
      text = "a " + value.getClass().getName();
    }
    return plain(text + "\n(as text only: it could not be drawn, " + why + ")");
  }
}
