package backprop.notebook;

import backprop.exercise.Hints;
import backprop.exercise.Score;
import backprop.exercise.Texts;
import java.util.HashSet;
import java.util.Set;

/**
 * A score as a report: the points, then each check with pass or fail in words. All that a learner wrote or printed is
 * escaped; all other text comes from the bundle.
 */
final class ScoreHtml {
    private static final String PASSED = "#00624a";
    private static final String FAILED = "#9c3d00";
    private static final String FRAME =
            "background:#ffffff;color:#1a1a1a;padding:8px 12px;border:1px solid #cccccc;border-left:6px solid ";

    private ScoreHtml() {}

    /** The report, dark on a light ground of its own. */
    static String of(Score score) {
        boolean complete = score.complete();
        StringBuilder html = new StringBuilder(open(complete ? PASSED : FAILED))
                .append("<b>")
                .append(Html.escape(Texts.of(
                        "report.points",
                        score.exercise(),
                        Score.number(score.points()),
                        Score.number(score.maximum()))))
                .append("</b>")
                .append(complete ? " — " + text("report.complete") : "")
                .append("<ul style=\"margin:6px 0;padding:0\">");
        Set<String> told = new HashSet<>();
        score.results().forEach(result -> html.append(item(result, told.add(result.headline()))));
        html.append("</ul>");
        if (!score.printed().isEmpty()) {
            html.append(text("report.printed")).append(Html.plain(score.printed()));
        }
        if (!complete && score.hints() > 0) {
            html.append("<i>").append(text("report.hints")).append("</i>");
        }
        return html.append("</div>").toString();
    }

    /** A hint, in a frame like the report's. */
    static String of(Hints.Hint hint) {
        return open(FAILED) + Html.escape(hint.toString()) + "</div>";
    }

    private static String open(String colour) {
        return "<div style=\"" + FRAME + colour + "\">";
    }

    /** Renders the result of a check. What a headline above has told is not repeated below it. */
    private static String item(Score.Result result, boolean first) {
        String verdict = result.passed()
                ? "<b style=\"color:" + PASSED + "\">" + text("report.passed") + "</b> "
                : "<b style=\"color:" + FAILED + "\">" + text("report.failed") + "</b> ";
        StringBuilder html = new StringBuilder("<li style=\"margin:3px 0;list-style:none\">")
                .append(verdict)
                .append(Html.escape(result.check()))
                .append(" (")
                .append(Score.number(result.points()))
                .append(")");
        if (!result.headline().isEmpty()) {
            html.append("<div style=\"padding-left:1.3em;white-space:pre-wrap\">")
                    .append(first ? "<b>" : "")
                    .append(Html.escape(result.headline()))
                    .append(first ? "</b>" : "");
            result.details().forEach(line -> html.append("<br>").append(Html.escape(line)));
            html.append("</div>");
        }
        return html.append("</li>").toString();
    }

    private static String text(String key) {
        return Html.escape(Texts.of(key));
    }
}
