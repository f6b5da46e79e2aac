package backprop.notebook;

import backprop.exercise.Score;
import backprop.matrix.Matrix;
import backprop.plot.Figure;
import backprop.plot.Plots;
import backprop.train.History;
import tech.tablesaw.api.Table;

/** How the kit's values show in a notebook; a new one joins by a row. */
final class Renderers {
  private Renderers() {}

  /** Registers a renderer for each type. */
  static void register(Display display) {
    display.register(Matrix.class, M -> new Rendering(M.toString(), MatrixHtml.of(M)));
    display.register(Figure.class, Renderers::figure);
    display.register(Score.class, s -> new Rendering(s.toString(), ScoreHtml.of(s)));
    display.register(History.class, Renderers::history);
    display.register(Table.class, t -> new Rendering(t.toString(), TableHtml.of(t)));
  }

  static Rendering figure(Figure figure) { return new Rendering(figure.alt(), Html.image(figure)); }

  static Rendering history(History history) {
    return history.epochs().isEmpty() ? new Rendering(history.toString(), Html.escape(history.toString()))
        : figure(Plots.history(history));
  }
}
