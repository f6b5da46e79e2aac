package backprop.grade.assignment;

import backprop.grade.result.GradeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a check cell finds a student's function: contract f = (parameters) -> function(arguments).
 *
 * @param cell the grade_id of the check's cell, such as check-dense-backward
 * @param contract the full name of its interface
 * @param parameters the lambda's, such as {@code dZ, A, W}
 * @param function the student's function
 * @param arguments what it is called with
 * @param hidden whether its tests are hidden
 * @param points what it is worth
 */
public record CheckCell(
        String cell,
        String contract,
        String parameters,
        String function,
        String arguments,
        boolean hidden,
        double points) {
    private static final Pattern COMMENTS = Pattern.compile("(?m)^\\s*//.*$");
    private static final Pattern CALL = Pattern.compile(
            "(?:backprop\\s*\\.\\s*exercise\\s*\\.\\s*)?Exercises\\s*\\."
                    + "\\s*(?<kind>check|hidden)\\s*\\(\\s*(?<contract>\\w+(?:\\s*\\.\\s*\\w+)+?)\\s*\\.\\s*class\\s*,"
                    + "\\s*(?:\\((?<many>[^()]*)\\)|(?<one>\\w+))\\s*->"
                    + "\\s*(?<function>\\w+)\\s*\\((?<arguments>.*)\\)\\s*\\)\\s*;?",
            Pattern.DOTALL);

    /** The call of a cell that gives points. */
    static CheckCell of(Cell cell) {
        Matcher call =
                CALL.matcher(COMMENTS.matcher(cell.source()).replaceAll("").strip());
        if (!call.matches()) {
            throw new GradeException("the cell " + cell.id()
                    + " gives points, so it must be a call such as backprop.exercise.Exercises.check(a.b.Contract.class,"
                    + " (x, y) -> function(x, y)), and nothing else");
        }
        boolean hidden = call.group("kind").equals("hidden");
        String prefix = hidden ? "hidden-" : "check-";
        if (!cell.id().startsWith(prefix) || cell.id().equals(prefix)) {
            throw new GradeException("the cell " + cell.id() + " calls Exercises." + call.group("kind")
                    + ", so its id must begin with " + prefix);
        }
        String parameters = call.group("many") == null ? call.group("one") : call.group("many");
        return new CheckCell(
                cell.id(),
                call.group("contract").replaceAll("\\s", ""),
                oneLine(parameters),
                call.group("function"),
                oneLine(call.group("arguments")),
                hidden,
                cell.points());
    }

    /**
     * The grade_id of the cell that it checks.
     *
     * @return its own without check- or hidden-
     */
    public String exercise() {
        return cell.substring(cell.indexOf('-') + 1);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
