package backprop.grade.report;

import backprop.grade.result.GraderTexts;
import backprop.grade.result.Incident;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the grader says in its own words. Anything else may hold a name, in whatever writing, and is left out. */
final class Redaction {
    /** What stands in the place of anything else. */
    static final String LEFT_OUT = "(left out here: it may hold names)";
    /** A cell of the assignment that had been changed; its name is the assignment's. */
    private static final Pattern REMARK = Pattern.compile(
            "The (?:check|answer|locked cell) [A-Za-z0-9_-]{1,60}(?: (?:was missing|had been|was (?:not )?a code"
                    + "|was there \\d|stood in another cell)[a-z0-9 ,;]*)\\.");

    private static final Pattern PLACE =
            Pattern.compile("cells|notebook|cell \\d{1,6}|the cells' imports|[a-z0-9-]{1,60}");

    private Redaction() {}

    /** Those lines that are the grader's own; one word for all others. */
    static String lines(String text) {
        return text.lines()
                .map(line -> GraderTexts.says(line.strip()) ? line : LEFT_OUT)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Of a text that is never the grader's own, whether there is one. */
    static String nothingOf(String text) {
        return text.isBlank() ? "" : LEFT_OUT;
    }

    static String remark(String remark) {
        return REMARK.matcher(remark).matches() ? remark : LEFT_OUT;
    }

    static Incident incident(Incident incident) {
        String what = GraderTexts.says(incident.what()) ? incident.what() : remark(incident.what());
        return new Incident(PLACE.matcher(incident.where()).matches() ? incident.where() : "somewhere", what);
    }
}
