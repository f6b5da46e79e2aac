package backprop.notebook;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's syntax where Java has another: code of which the compiler says no more than that something is expected. */
final class PythonSyntax {
    private static final String SYNTAX =
            "expected|illegal\\.|premature\\.eof|not\\.stmt|unclosed\\.|dot\\.class|empty\\.char";
    private static final Pattern IMPORT = Pattern.compile(
            "^\\s*(?:import\\s+([\\w.]+)(?:\\s+as\\s+\\w+)?|from\\s+([\\w.]+)\\s+import\\b.*)\\s*;?\\s*$");
    private static final Pattern LIBRARY =
            Pattern.compile("(?:numpy|math|matplotlib|pandas|torch|tensorflow|scipy|sklearn)\\b.*");

    /** What stands in the line of the place, and what to write for it. */
    private record Habit(Pattern python, Function<MatchResult, String> java) {
        static Habit of(String python, Function<MatchResult, String> java) {
            return new Habit(Pattern.compile(python), java);
        }
    }

    private static final List<Habit> LOOPS = List.of(
            Habit.of(
                    "^\\s*for\\s*\\(?\\s*(?:\\w+\\s+)?(\\w+)\\s+in\\s+range\\s*\\(\\s*(?:([^,()]+),\\s*)?([^,()]+)\\)",
                    PythonSyntax::counted),
            Habit.of(
                    "^\\s*for\\s*\\(?\\s*(?:\\w+\\s+)?(\\w+)\\s+in\\s+([\\w.]+)",
                    m -> "a loop over all is for (var " + m.group(1) + " : " + m.group(2) + ") { … }"));

    private static final List<Habit> OF_LINE = List.of(
            Habit.of(
                    "^\\s*def\\s+(\\w+)\\s*\\(",
                    m -> "a method has types and braces: double " + m.group(1) + "(double x) { … }"),
            Habit.of("^\\s*class\\s+(\\w+)\\s*(?:\\((\\w*)\\))?\\s*:", PythonSyntax::type),
            Habit.of("^\\s*elif\\b", m -> "write else if (…) { … }"),
            Habit.of(
                    "^\\s*(if|while)\\s+([^(].*?)\\s*:\\s*$",
                    m -> "write " + m.group(1) + " (" + m.group(2) + ") { … }"),
            Habit.of("^\\s*else\\s*:\\s*$", m -> "write else { … }"),
            Habit.of(
                    "\\blambda\\s+(\\w+)\\s*:\\s*([^;]*)",
                    m -> "write " + m.group(1) + " -> " + m.group(2).strip()),
            Habit.of(
                    "\\blambda\\s*((?:\\w+\\s*,\\s*)*\\w+)?\\s*:\\s*([^;]*)",
                    m -> "write (" + (m.group(1) == null ? "" : m.group(1)) + ") -> "
                            + m.group(2).strip()),
            Habit.of(
                    "([\\w.]+)\\[\\s*([^\\[\\],:]+),\\s*([^\\[\\],:]+)\\]\\s*=(?!=)\\s*([^;]+)",
                    m -> "write " + m.group(1) + ".set(" + m.group(2) + ", " + m.group(3) + ", "
                            + m.group(4).strip() + ")"),
            Habit.of(
                    "([\\w.]+)\\[\\s*([^\\[\\],:]+),\\s*([^\\[\\],:]+)\\]",
                    m -> "write " + m.group(1) + ".get(" + m.group(2) + ", " + m.group(3) + ")"),
            Habit.of(
                    "([\\w.]+)\\[\\s*:\\s*,\\s*(\\w+)\\s*\\]",
                    m -> "write " + m.group(1) + ".cols(" + m.group(2) + ")"),
            Habit.of(
                    "([\\w.]+)\\[\\s*(\\w+)\\s*,\\s*:\\s*\\]",
                    m -> "write " + m.group(1) + ".rows(" + m.group(2) + ")"),
            Habit.of("^\\s*\\w+\\s+is\\s+not\\s+\\w+", m -> "write != for is not"),
            Habit.of("^\\s*\\w+\\s+is\\s+\\w+", m -> "write == for is"),
            Habit.of("^\\s*\\w+\\s+in\\s+(\\w+)", m -> "write " + m.group(1) + ".contains(…)"),
            Habit.of(
                    "^\\s*(\\w+)\\s*:\\s*(?:int|float|str|bool)\\s*=",
                    m -> "the type stands in front, as in double " + m.group(1) + " = …;"),
            Habit.of(
                    "=\\s*([^=?]+?)\\s+if\\s+(.+?)\\s+else\\s+([^;]+)",
                    m -> "write " + m.group(2) + " ? " + m.group(1) + " : "
                            + m.group(3).strip()),
            Habit.of("\\b(?:np|numpy)(\\.\\w+)\\(\\(", m -> NumPyNames.ofNumPy(m.group(1))),
            Habit.of(
                    "(\\b\\w[\\w.]*)\\(\\(([^()]*,[^()]*)\\)\\)",
                    m -> "write " + m.group(1) + "(" + m.group(2) + "), with one pair of parentheses"),
            Habit.of(
                    "^\\s*\\w+(?:\\s*,\\s*\\w+)+\\s*=(?!=)",
                    m -> "Java gives one value to one variable: write a line for each"));

    /** What begins at the place. */
    private static final List<Habit> AT_PLACE = List.of(
            Habit.of("^\\s*and\\b(?!\\s*[=;(,.)])", m -> "write && for and"),
            Habit.of("^\\s*or\\b(?!\\s*[=;(,.)])", m -> "write || for or"),
            Habit.of("^\\s*is\\s+not\\b", m -> "write != for is not"),
            Habit.of("^\\s*is\\b(?!\\s*[=;(,.)])", m -> "write == for is"),
            Habit.of("^\\s*(?:not\\s+)?in\\s+(\\w+)", m -> "write " + m.group(1) + ".contains(…)"),
            Habit.of("^#", m -> "a comment begins with //"),
            Habit.of(
                    "^'(?:[^'\\n]{2,})'",
                    m -> "a text stands in double quotes: \""
                            + m.group().substring(1, m.group().length() - 1) + "\""),
            Habit.of("^''", m -> "a text stands in double quotes: \"\""));

    private PythonSyntax() {}

    /** What to write in Java; nothing where no habit is seen. */
    static Optional<String> hint(CompileError error) {
        if (!error.diag().getCode().matches("compiler\\.err\\.(?:" + SYNTAX + ").*")) {
            return Optional.empty();
        }
        return quotes(error)
                .or(() -> imported(error))
                .or(() -> first(LOOPS, error.line()))
                .or(() -> product(error))
                .or(() -> first(AT_PLACE, error.after()))
                .or(() -> power(error))
                .or(() -> list(error))
                .or(() -> cast(error))
                .or(() -> array(error))
                .or(() -> first(OF_LINE, error.line()))
                .or(() -> semicolon(error));
    }

    private static Optional<String> first(List<Habit> habits, String code) {
        return habits.stream()
                .flatMap(
                        habit -> habit.python().matcher(code).results().limit(1).map(habit.java()))
                .findFirst();
    }

    private static Optional<String> quotes(CompileError error) {
        if (error.before().matches("(?s)(?:.*\\W)?not\\s*")) {
            return Optional.of("write ! for not");
        }
        boolean format =
                error.before().matches("(?s)(?:.*\\W)?f") && error.after().matches("(?s)[\"'].*");
        return format ? Optional.of("join texts and values with +, as in \"n is \" + n") : Optional.empty();
    }

    private static Optional<String> array(CompileError error) {
        return error.find(Pattern.compile("(\\w+)\\[\\s*([^\\[\\],:]+),\\s*([^\\[\\],:]+)]"))
                .filter(found -> error.typeOf(found.group(1)).endsWith("]"))
                .map(found -> "write " + found.group(1) + "[" + found.group(2) + "][" + found.group(3) + "]");
    }

    private static Optional<String> product(CompileError error) {
        Matcher right = Pattern.compile("^\\s*@\\s*([\\w.]+)").matcher(error.after());
        Matcher left = Pattern.compile("([\\w.]+|[)\\]])\\s*$").matcher(error.before());
        if (!right.find() || !left.find()) {
            return Optional.empty();
        }
        boolean name = Character.isJavaIdentifierPart(left.group(1).charAt(0));
        return Optional.of(
                "the matrix product is " + (name ? left.group(1) + ".mult(" + right.group(1) + ")" : "A.mult(B)"));
    }

    private static Optional<String> imported(CompileError error) {
        return error.find(IMPORT)
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .map(name -> LIBRARY.matcher(name).matches()
                        ? "there is no " + name
                                + " here, and nothing to import for it: Matrix and Math have what you need"
                        : "an import names a class in full, as in import java.util.List;");
    }

    private static Optional<String> power(CompileError error) {
        if (!error.before().endsWith("*") || !error.after().startsWith("*")) {
            return Optional.empty();
        }
        MatchResult powers = Pattern.compile("([\\w.]+)\\s*\\*\\*\\s*([\\w.]+)")
                .matcher(error.line())
                .results()
                .findFirst()
                .orElse(null);
        if (powers == null) {
            return Optional.of("a power is Math.pow(x, p)");
        }
        String power = "Math.pow(" + powers.group(1) + ", " + powers.group(2) + ")";
        return Optional.of(
                error.typeOf(powers.group(1)).equals("Matrix")
                        ? "write " + powers.group(1) + ".map(v -> Math.pow(v, " + powers.group(2) + "))"
                        : "a power is " + power);
    }

    /** A list in brackets where a value is to stand. */
    private static Optional<String> list(CompileError error) {
        String after = error.after();
        if (!error.is("illegal.start.of.expr")
                || !after.startsWith("[")
                || error.before().matches("(?s).*[\\w)\\]]")) {
            return Optional.empty();
        }
        String before = error.before();
        boolean rows = after.matches("(?s)\\[\\s*\\[.*");
        if (before.matches("(?s).*\\w(?:\\[])+\\s+\\w+\\s*=\\s*")) {
            return Optional.of("write braces, as in {1, 2} or {{1, 2}, {3, 4}}");
        }
        if (rows) {
            return Optional.of(
                    "a matrix is Matrix.of(new double[] {1, 2}, new double[] {3, 4}), a row in each pair of braces");
        }
        return Optional.of("a row is Matrix.row(1, 2), an array new double[] {1, 2}, a list List.of(1, 2)");
    }

    private static Optional<String> cast(CompileError error) {
        return Pattern.compile("\\b(int|float|double)\\s*(\\([^()]*\\))")
                .matcher(error.line())
                .results()
                .findFirst()
                .filter(found -> error.is("dot.class"))
                .map(found -> "write (" + found.group(1).replace("float", "double") + ") "
                        + (found.group(2).matches("\\(\\w+\\)")
                                ? found.group(2).substring(1, found.group(2).length() - 1)
                                : found.group(2)));
    }

    /** A statement whose line ends without its semicolon. */
    private static Optional<String> semicolon(CompileError error) {
        boolean missing = error.is("expected") && error.message().startsWith("';'");
        return missing && error.after().matches("(?s)[ \\t]*\\r?\\n.*")
                ? Optional.of("end this line with a semicolon")
                : Optional.empty();
    }

    private static String counted(MatchResult found) {
        String i = found.group(1);
        String from = found.group(2) == null ? "0" : found.group(2).strip();
        return "a loop that counts is for (int " + i + " = " + from + "; " + i + " < "
                + found.group(3).strip() + "; " + i + "++) { … }";
    }

    private static String type(MatchResult found) {
        String parent = found.group(2);
        return "write class " + found.group(1) + (parent == null || parent.isEmpty() ? "" : " extends " + parent)
                + " { … }";
    }
}
