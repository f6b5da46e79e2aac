package backprop.notebook;

import backprop.network.GradientCheck;
import backprop.network.GradientCheck.ParameterError;
import backprop.network.GradientCheck.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A gradient check as a table, the worst parameter first, with a verdict in words for each. */
final class GradientCheckHtml {
    private static final String BOUNDS =
            "below 1e-7 agrees; below 1e-4 look closer, a kink perhaps; above, backward and cost disagree, or some Z"
                    + " lies on a kink, such as ReLU's 0";

    private GradientCheckHtml() {}

    static Rendering of(GradientCheck check) {
        // the reverse of the natural order has NaN first, then the largest
        List<ParameterError> errors = check.errors().stream()
                .sorted(Comparator.comparing(ParameterError::relative, Comparator.reverseOrder()))
                .toList();
        String headline = headline(check, errors);
        String lines = errors.stream()
                .map(e -> String.format(Locale.ROOT, "\n%-8s %7.1e  %s", e.parameter(), e.relative(), verdict(e)))
                .collect(Collectors.joining());
        String heads = Html.head("col", "left", "parameter")
                + Html.head("col", "right", "relative error")
                + Html.head("col", "left", "verdict");
        String rows = errors.stream()
                .map(e -> Html.row(Html.head("row", "left", Html.escape(e.parameter()))
                        + Html.digits(String.format(Locale.ROOT, "%.1e", e.relative()))
                        + Html.words(verdict(e))))
                .collect(Collectors.joining());
        return new Rendering(
                headline + lines + "\n(" + BOUNDS + ")",
                "<div style=\"font-weight:bold;margin-bottom:4px\">" + Html.escape(headline) + "</div>"
                        + Html.table(
                                "Relative errors, the worst first",
                                "<thead>" + Html.row(heads) + "</thead><tbody>" + rows + "</tbody>")
                        + "<div style=\"font-size:90%;margin-top:4px\">" + Html.escape(BOUNDS) + "</div>");
    }

    private static String headline(GradientCheck check, List<ParameterError> errors) {
        if (errors.isEmpty()) {
            return "Gradient check: the network has no parameters, so this shows nothing";
        }
        List<ParameterError> telling = errors.stream()
                .filter(e -> e.verdict() != Verdict.SHOWS_NOTHING)
                .toList();
        if (telling.isEmpty()) {
            return "Gradient check: this shows nothing, because all gradients are 0";
        }
        ParameterError worst = telling.get(0);
        boolean agree = telling.stream().allMatch(e -> e.verdict() == Verdict.AGREES);
        String result = agree ? "gradients agree" : "not all gradients agree";
        if (check.passed()) {
            result = "all gradients agree";
        }
        String vacuous = errors.stream()
                .filter(e -> e.verdict() == Verdict.SHOWS_NOTHING)
                .map(ParameterError::parameter)
                .collect(Collectors.joining(", "));
        String rest = vacuous.isEmpty() ? "" : "; nothing is shown of " + vacuous;
        return String.format(
                Locale.ROOT,
                "Gradient check: %s; the worst of %s is %s with %.1e%s",
                result,
                telling.size(),
                worst.parameter(),
                worst.relative(),
                rest);
    }

    private static String verdict(ParameterError error) {
        return error.verdict().text();
    }
}
