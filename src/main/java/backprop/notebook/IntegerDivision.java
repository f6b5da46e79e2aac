package backprop.notebook;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;

/** Divisions of whole numbers whose value is always 0, as 1/2 and, for a whole number m above 1, 1/m. */
final class IntegerDivision {
    /** Behind another factor it is that product which is divided. */
    private static final Pattern QUOTIENT = Pattern.compile(
            "(?<![.)\\]*/%]\\s{0,3})\\b(\\d{1,9})\\s*/\\s*(\\d{1,9}|[A-Za-z_]\\w*)\\b(?!\\s*[.\\w(\\[])");

    private IntegerDivision() {}

    /** What is to be said of the first in a snippet; nothing if there is none. */
    static Optional<Note> note(JShell shell, String source) {
        Matcher quotients = QUOTIENT.matcher(CompileError.code(source));
        return quotients
                .results()
                .filter(quotient -> isZero(shell, source, quotient))
                .findFirst()
                .map(quotient -> new Note(
                        quotient.group() + " is 0"
                                + (isNumber(quotient.group(2)) ? "" : " for every " + quotient.group(2) + " above 1")
                                + ", for Java divides whole numbers without the rest.",
                        "write " + quotient.group(1) + ".0/" + quotient.group(2) + " for a fraction",
                        List.of()));
    }

    private static boolean isZero(JShell shell, String source, MatchResult quotient) {
        int above = Integer.parseInt(quotient.group(1));
        String below = quotient.group(2);
        if (isNumber(below)) {
            return above > 0 && above < Integer.parseInt(below);
        }
        String declared = "\\b%s\\s+(?:\\w+\\s*,\\s*)*" + below + "\\b";
        if (Pattern.compile(String.format(declared, "(?:double|float|Matrix|var|Double)"))
                .matcher(source)
                .find()) {
            return false;
        }
        boolean whole = Pattern.compile(String.format(declared, "(?:int|long)"))
                        .matcher(source)
                        .find()
                || shell.variables()
                        .anyMatch(variable -> variable.name().equals(below)
                                && variable.typeName().matches("int|long"));
        return above == 1 && whole;
    }

    private static boolean isNumber(String text) {
        return Character.isDigit(text.charAt(0));
    }
}
