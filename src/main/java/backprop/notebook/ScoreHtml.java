package backprop.notebook;

import backprop.exercise.Score;

/** A score as a report: the points, then each check with pass or fail in words. */
final class ScoreHtml {
  private static final String PASSED = "#00624a";
  private static final String FAILED = "#9c3d00";

  private ScoreHtml() {}

  /** The report, dark on a light ground of its own. */
  static String of(Score score) {
    StringBuilder html = new StringBuilder("<div style=\"background:#ffffff;color:#1a1a1a;padding:8px 12px;")
        .append("border:1px solid #cccccc;border-left:6px solid ").append(score.complete() ? PASSED : FAILED)
        .append("\"><b>").append(Html.escape(score.exercise())).append(": ").append(Score.number(score.points()))
        .append(" of ").append(Score.number(score.maximum())).append(" points</b>")
        .append(score.complete() ? " — all checks passed." : "").append("<ul style=\"margin:6px 0;padding:0\">");
    score.results().forEach(result -> html.append(item(result)));
    return html.append("</ul></div>").toString();
  }

  private static String item(Score.Result result) {
    String verdict = result.passed() ? "<b style=\"color:" + PASSED + "\">✓ passed</b> "
        : "<b style=\"color:" + FAILED + "\">✗ not yet</b> ";
    String message = result.passed() ? ""
        : "<div style=\"white-space:pre-wrap;padding-left:1.3em\">" + Html.escape(result.message()) + "</div>";
    return "<li style=\"margin:3px 0;list-style:none\">" + verdict + Html.escape(result.check()) + " ("
        + Score.number(result.points()) + ")" + message + "</li>";
  }
}
