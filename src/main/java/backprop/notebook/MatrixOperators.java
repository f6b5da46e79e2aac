package backprop.notebook;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Operators between matrices, which NumPy has and Java has not. */
final class MatrixOperators {
    private static final Pattern OPERATOR = Pattern.compile("operator '(\\S+)'");
    private static final Pattern TYPES = Pattern.compile("first type:\\s*(\\S+)\\s*second type:\\s*(\\S+)");
    private static final Pattern NUMBER =
            Pattern.compile("byte|short|int|long|float|double|java\\.lang\\.(?:Integer|Double)");
    /** What needs no parentheses before a dot. */
    private static final Pattern PLAIN = Pattern.compile("[\\w.]+(?:\\([^()]*\\))?(?:\\.\\w+\\([^()]*\\))*");

    private static final Map<String, String> OF_TWO = Map.of("+", "plus", "-", "minus", "/", "divide");

    private MatrixOperators() {}

    /** The method that does it. */
    static Optional<String> hint(CompileError error) {
        Matcher operator = OPERATOR.matcher(error.message());
        if (!error.is("operator.cant.be.applied") || !operator.find()) {
            return Optional.empty();
        }
        String sign = operator.group(1);
        int start = (int) error.diag().getStartPosition();
        int end = Math.min((int) error.diag().getEndPosition(), error.source().length());
        Matcher types = TYPES.matcher(error.message());
        if (!types.find()) {
            boolean negated = sign.equals("-") && error.message().contains(CompileError.MATRIX);
            return negated
                    ? Optional.of("write " + owner(error.source().substring(start + 1, end)) + ".times(-1)")
                    : Optional.empty();
        }
        boolean assigns = error.source().startsWith(sign + "=", error.position()) && sign.matches("[-+*/]");
        String left = error.source().substring(start, error.position()).strip();
        String right = error.source()
                .substring(error.position() + sign.length() + (assigns ? 1 : 0), end)
                .strip();
        Optional<String> method = hint(sign, types.group(1), types.group(2), left, right);
        return assigns
                ? method.map(text -> text.replaceFirst("^write ", "write " + left + " = ")
                        .replaceFirst(" entry by entry,", " entry by entry, " + left + " ="))
                : method;
    }

    private static Optional<String> hint(String sign, String first, String second, String left, String right) {
        boolean matrixFirst = first.equals(CompileError.MATRIX);
        boolean matrixSecond = second.equals(CompileError.MATRIX);
        if (matrixFirst && matrixSecond) {
            return Optional.ofNullable(ofTwo(sign, owner(left), right));
        } else if (matrixFirst && NUMBER.matcher(second).matches()) {
            return Optional.ofNullable(ofNumber(sign, owner(left), right));
        } else if (matrixSecond && NUMBER.matcher(first).matches()) {
            return Optional.ofNullable(
                    sign.equals("*")
                            ? "write " + owner(right) + ".times(" + left + ")"
                            : sign.matches("[-+/]")
                                    ? "write " + owner(right) + ".map(v -> " + left + " " + sign + " v)"
                                    : null);
        } else if (first.equals("java.lang.String") && sign.equals("*") && second.equals("int")) {
            return Optional.of("write " + owner(left) + ".repeat(" + right + ")");
        } else if (sign.equals("^")
                && NUMBER.matcher(first).matches()
                && NUMBER.matcher(second).matches()) {
            return Optional.of("a power is Math.pow(" + left + ", " + right + ")");
        } else if (first.equals("boolean")
                && sign.matches("[<>]=?")
                && NUMBER.matcher(second).matches()) {
            return Optional.of("join two comparisons with &&, as in 0 < x && x < 1");
        }
        return Optional.empty();
    }

    private static String ofTwo(String sign, String left, String right) {
        return sign.equals("*")
                ? "write " + left + ".hadamard(" + right + ") entry by entry, " + left + ".mult(" + right
                        + ") for the matrix product"
                : OF_TWO.containsKey(sign) ? "write " + left + "." + OF_TWO.get(sign) + "(" + right + ")" : null;
    }

    private static String ofNumber(String sign, String left, String right) {
        return switch (sign) {
            case "*" -> "write " + left + ".times(" + right + ")";
            case "/" -> "write " + left + ".divide(" + right + ")";
            case "+", "-", "%" -> "write " + left + ".map(v -> v " + sign + " " + right + ")";
            case "<", ">", "<=", ">=", "==", "!=" ->
                "write " + left + ".map(v -> v " + sign + " " + right + " ? 1 : 0)";
            default -> null;
        };
    }

    private static String owner(String text) {
        String plain = text.strip();
        boolean whole = PLAIN.matcher(plain).matches() || plain.matches("\\([^()]*\\)|\"[^\"]*\"");
        return whole ? plain : "(" + plain + ")";
    }
}
