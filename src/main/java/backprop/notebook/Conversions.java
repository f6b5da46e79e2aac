package backprop.notebook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value of one type where another is wanted, and the expression that makes the one of the other. */
final class Conversions {
    private static final Pattern TYPES = Pattern.compile("(\\S+) cannot be converted to (\\S+?)\\)?$");
    private static final Pattern FUNCTION = Pattern.compile("\\bMath\\s*\\.\\s*(\\w+)\\s*\\(\\s*$");
    private static final String WRITE = "write ";

    private Conversions() {}

    /**
     * What to write; nothing where it is not plain.
     *
     * @param given the code of the value
     * @param message the compiler's words without packages
     */
    static Optional<String> hint(CompileError error, String given, String message) {
        Matcher types = TYPES.matcher(message);
        if (!types.find()) {
            return Optional.empty();
        }
        String from = types.group(1);
        String to = types.group(2);
        return Optional.ofNullable(
                switch (from) {
                    case "Matrix" -> ofMatrix(error, given, to);
                    case "double[][]" -> to.matches("Matrix|DMatrixRMaj") ? WRITE + "Matrix.of(" + given + ")" : null;
                    case "double[]" -> to.equals("Matrix") ? WRITE + row(given) : null;
                    case "String" -> ofText(error, given, to);
                    case "char" ->
                        to.equals("String") ? "a text stands in double quotes: " + given.replace('\'', '"') : null;
                    case "boolean" -> to.equals("double") && isInLambda(message) ? WRITE + given + " ? 1 : 0" : null;
                    case "int" -> ofWholeNumber(error, given, to);
                    case "double" -> ofObject(error, to);
                    default ->
                        to.equals("DoubleUnaryOperator") && given.startsWith("new ")
                                ? ofActivation(error, given)
                                : null;
                });
    }

    private static String row(String given) {
        return "Matrix.row(" + given + ") or Matrix.column(" + given + ")";
    }

    private static boolean isInLambda(String message) {
        return message.contains("lambda expression");
    }

    private static String ofMatrix(CompileError error, String given, String to) {
        Matcher function = FUNCTION.matcher(before(error));
        boolean plain = given.matches("[\\w.]+(?:\\([^()]*\\))?");
        String A = plain ? given : "A";
        if (function.find()) {
            return ofFunction(error, function.group(1), A);
        }
        return switch (to) {
            case "double[][]" -> WRITE + A + ".toArray()";
            case "double[]" -> WRITE + A + ".toArray()[i] for row i";
            case "double", "int" ->
                isArgument(error) ? null : "an entry is " + A + ".get(i, j), the sum of all " + A + ".sum()";
            case "Dataset" -> "write new Dataset(X, Y) for inputs and labels";
            default -> null;
        };
    }

    /** A function of Math that is given a matrix. */
    private static String ofFunction(CompileError error, String name, String A) {
        if (NumPyNames.OF_ONE_NUMBER.contains(name)) {
            return WRITE + A + ".map(Math::" + name + ")";
        }
        Matcher second = Pattern.compile("^\\s*,\\s*([\\w.]+)\\s*\\)")
                .matcher(error.source().substring(end(error)));
        return second.find() ? WRITE + A + ".map(v -> Math." + name + "(v, " + second.group(1) + "))" : null;
    }

    private static boolean isArgument(CompileError error) {
        return before(error).stripTrailing().matches("(?s).*[\\w.]\\s*\\((?:[^;{}]*,)?");
    }

    private static String ofText(CompileError error, String given, String to) {
        if (to.matches("double|int|long|Double|Integer") && given.matches("\"\\s*-?[\\d.]+\\s*\"")) {
            return "a number stands without quotes: " + given.replace("\"", "").strip();
        }
        if (to.equals("char") && given.matches("\"[^\"\\\\]\"")) {
            return "a single character stands in single quotes: " + given.replace('"', '\'');
        }
        String name = given.replace("\"", "");
        return !name.isEmpty() && given.startsWith("\"") ? made(error, name) : null;
    }

    /** An object of the class that a text names. */
    private static String made(CompileError error, String name) {
        return NameSuggestions.continuations(error.shell(), "new ", name).stream()
                .filter(text -> text.replaceFirst("[<(].*", "").equalsIgnoreCase(name))
                .findFirst()
                .map(text -> WRITE + "new " + text + (text.endsWith("(") ? "…)" : ""))
                .orElse(null);
    }

    private static String ofWholeNumber(CompileError error, String given, String to) {
        String object = ofObject(error, to);
        if (to.matches("Double|Long") && given.matches("-?\\d+")) {
            return WRITE
                    + given
                    + (to.equals("Long") ? "L" : ".0")
                    + (object == null ? "" : ", or" + object.substring(WRITE.length() - 1));
        }
        if (object != null) {
            return object;
        }
        if (to.equals("Double")) {
            return WRITE + "(double) " + (given.matches("[\\w.]+(?:\\(.*\\))?") ? given : "(" + given + ")");
        }
        boolean matrix = to.equals("double[]") && before(error).matches("(?s).*\\bMatrix\\s*\\.\\s*of\\s*\\(.*");
        return matrix
                ? WRITE + "Matrix.row(…) or Matrix.column(…) for numbers, and Matrix.of(…) for rows of them"
                : to.equals("boolean") && given.matches("[01]") ? WRITE + (given.equals("1") ? "true" : "false") : null;
    }

    /** A variable that is declared with the class of a number. */
    private static String ofObject(CompileError error, String to) {
        boolean declared = before(error).matches("(?s).*\\b" + to + "\\s+\\w+\\s*=\\s*");
        String number = to.equals("Long") && error.message().contains("int cannot") ? "long" : "double";
        return declared && to.matches("Integer|Long|Float|Double") ? WRITE + number + " in place of " + to : null;
    }

    private static String ofActivation(CompileError error, String given) {
        Matcher owner = Pattern.compile("([\\w.]+)\\.map\\(\\s*$").matcher(before(error));
        return owner.find() ? WRITE + given + ".of(" + owner.group(1) + ")" : null;
    }

    private static String before(CompileError error) {
        return CompileError.code(error.source()).substring(0, (int) error.diag().getStartPosition());
    }

    private static int end(CompileError error) {
        return Math.min((int) error.diag().getEndPosition(), error.source().length());
    }
}
