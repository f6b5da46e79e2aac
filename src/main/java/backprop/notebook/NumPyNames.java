package backprop.notebook;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names that NumPy and Python have, and what does the same here. */
final class NumPyNames {
    static final Set<String> FUNCTIONS = Arrays.stream(Math.class.getMethods())
            .filter(method -> method.getDeclaringClass() == Math.class)
            .map(method -> method.getName())
            .collect(Collectors.toSet());
    /** Functions of one number, which {@code A.map} applies to each entry. */
    static final Set<String> OF_ONE_NUMBER = Arrays.stream(Math.class.getMethods())
            .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {double.class}))
            .map(method -> method.getName())
            .collect(Collectors.toSet());

    private static final String ARGUMENTS = "\\s*\\(([^(),]*),([^(),]*)\\)";
    private static final Map<String, String> OF_MATRIX = Map.ofEntries(
            Map.entry("T", "transpose()"),
            Map.entry("transposed", "transpose()"),
            Map.entry("dot", "mult(B)"),
            Map.entry("matmul", "mult(B)"),
            Map.entry("add", "plus(B)"),
            Map.entry("subtract", "minus(B)"),
            Map.entry("multiply", "hadamard(B) entry by entry, or A.mult(B) for the matrix product"),
            Map.entry("shape", "rows() and A.cols()"),
            Map.entry("size", "rows() and A.cols()"),
            Map.entry("length", "rows() and A.cols()"),
            Map.entry("flatten", "reshape(1, A.rows() * A.cols())"),
            Map.entry("ravel", "reshape(1, A.rows() * A.cols())"),
            Map.entry("argmax", "argMaxOfColumns()"),
            Map.entry("power", "map(v -> Math.pow(v, p))"),
            Map.entry("pow", "map(v -> Math.pow(v, p))"),
            Map.entry("square", "map(v -> v * v)"),
            Map.entry("rows", "rows()"),
            Map.entry("cols", "cols()"),
            Map.entry("t", "transpose()"),
            Map.entry("sub", "minus(B)"),
            Map.entry("div", "divide(B)"),
            Map.entry("scale", "times(B)"),
            Map.entry("apply", "map(v -> …)"),
            Map.entry("forEach", "map(v -> …)"),
            Map.entry("getRow", "rows(B)"),
            Map.entry("col", "cols(B)"),
            Map.entry("getCol", "cols(B)"),
            Map.entry("getColumn", "cols(B)"),
            Map.entry("getRows", "rows()"),
            Map.entry("numRows", "rows()"),
            Map.entry("rowCount", "rows()"),
            Map.entry("getRowDimension", "rows()"),
            Map.entry("nrows", "rows()"),
            Map.entry("getCols", "cols()"),
            Map.entry("getColumns", "cols()"),
            Map.entry("numCols", "cols()"),
            Map.entry("columns", "cols()"),
            Map.entry("colCount", "cols()"),
            Map.entry("columnCount", "cols()"),
            Map.entry("getColumnDimension", "cols()"),
            Map.entry("ncols", "cols()"),
            Map.entry("getEntry", "get(i, j)"),
            Map.entry("at", "get(i, j)"),
            Map.entry("setEntry", "set(i, j, value)"),
            Map.entry("put", "set(i, j, value)"),
            Map.entry("average", "mean()"),
            Map.entry("clone", "copy()"));
    private static final String ENTRIES = "Arrays.stream(A.toArray()).flatMapToDouble(Arrays::stream)";
    /** What stands in place of the matrix and the name behind it. */
    private static final Map<String, String> OF_ENTRIES =
            Map.of("min", ENTRIES + ".min().getAsDouble()", "stream", ENTRIES, "entries", ENTRIES, "values", ENTRIES);

    private static final Map<String, String> MAKING = Map.of(
            "random",
            "(i, j) -> random.nextGaussian()",
            "rand",
            "(i, j) -> random.nextDouble()",
            "randn",
            "(i, j) -> random.nextGaussian()",
            "identity",
            "(i, j) -> i == j ? 1 : 0",
            "eye",
            "(i, j) -> i == j ? 1 : 0",
            "full",
            "(i, j) -> value",
            "fill",
            "(i, j) -> value");
    private static final Map<String, String> OF_NUMPY = Map.ofEntries(
            Map.entry("dot", "A.mult(B)"),
            Map.entry("matmul", "A.mult(B)"),
            Map.entry("multiply", "A.hadamard(B)"),
            Map.entry("add", "A.plus(B)"),
            Map.entry("subtract", "A.minus(B)"),
            Map.entry("divide", "A.divide(B)"),
            Map.entry("transpose", "A.transpose()"),
            Map.entry("zeros", "Matrix.zeros(rows, cols)"),
            Map.entry("ones", "Matrix.ones(rows, cols)"),
            Map.entry("array", "Matrix.of(new double[] {1, 2}, new double[] {3, 4})"),
            Map.entry("sum", "A.sum()"),
            Map.entry("mean", "A.mean()"),
            Map.entry("argmax", "A.argMaxOfColumns()"),
            Map.entry("max", "A.maxOfColumns() for the largest of each column"),
            Map.entry("min", OF_ENTRIES.get("min")),
            Map.entry("reshape", "A.reshape(rows, cols)"),
            Map.entry("maximum", "Math.max(x, y), or A.clampMin(c) for a matrix A"),
            Map.entry("square", "x * x, or A.hadamard(A) for a matrix A"),
            Map.entry("power", "Math.pow(x, p), or A.map(v -> Math.pow(v, p)) for a matrix A"),
            Map.entry("pi", "Math.PI"),
            Map.entry("e", "Math.E"),
            Map.entry("inf", "Double.POSITIVE_INFINITY"),
            Map.entry("nan", "Double.NaN"));
    private static final Map<String, String> OF_PYTHON = Map.of(
            "range",
            "a loop: for (int i = 0; i < n; i++) { … }",
            "str",
            "String.valueOf(x)",
            "not",
            "! in front",
            "elif",
            "else if",
            "self",
            "this",
            "pass",
            "nothing: {} is empty",
            "let",
            "var");

    private NumPyNames() {}

    /**
     * What to write for a name that is not defined.
     *
     * @param error what the compiler says
     * @param name the name
     * @param start where it begins
     * @param member whether it stands behind a dot
     */
    static Optional<String> hint(CompileError error, String name, int start, boolean member) {
        String rest = error.source().substring(start + name.length());
        if (member) {
            String before = error.source().substring(0, start).strip();
            Matcher owner = Pattern.compile("(?<![\\w).])\\w+\\.$").matcher(before);
            String prefix = owner.find() ? owner.group() : "";
            if (prefix.equals("Math.") && FUNCTIONS.contains(name) && !rest.startsWith("(")) {
                return Optional.of("write Math::" + name + " to hand it on, Math." + name + "(x) to call it");
            }
            if (prefix.equals("System.") && name.matches("print(?:ln|f)?")) {
                return Optional.of("write System.out." + name + "(…)");
            }
            if (error.message().contains("backprop.network.Network") && name.matches("train|fit")) {
                return Optional.of(
                        "a trainer trains: new Trainer(" + prefix.replace(".", "") + ", new Adam()).train(data, 10)");
            }
            if (prefix.equals("Matrix.") && MAKING.containsKey(name)) {
                return Optional.of("write Matrix.generate(rows, cols, " + MAKING.get(name) + ")"
                        + (MAKING.get(name).contains("random.") ? ", with Random random = new Random(1);" : ""));
            }
            if (isMatrix(error) && OF_ENTRIES.containsKey(name)) {
                return smallest(name, prefix.isEmpty() ? "A" : prefix.replace(".", ""));
            }
            return ofMember(error, name, rest)
                    .map(java -> "write " + (prefix + java.replace("A.", prefix)).replace(".[", "["));
        }
        if (name.matches("np|numpy")) {
            return Optional.of(ofNumPy(rest));
        }
        boolean call = rest.startsWith("(");
        if (OF_ONE_NUMBER.contains(name) && error.before().matches("(?s).*\\.map\\(\\s*")) {
            return Optional.of("write Math::" + name);
        }
        if (name.equals("axis")) {
            return Optional.of("A.sumOverExamples() adds each row, A.sumOfColumns() each column");
        }
        Optional<String> ofArgument = call ? MatrixFunctions.hint(error, name, rest) : Optional.empty();
        if (ofArgument.isPresent()) {
            return ofArgument;
        }
        if (name.equals("len") && call) {
            return Optional.of(length(error, rest));
        }
        if (FUNCTIONS.contains(name) && call) {
            return Optional.of("write Math." + name + "(…)");
        }
        if (List.of("zeros", "ones").contains(name) && call) {
            return Optional.of("write Matrix." + name + "(rows, cols)");
        }
        return Optional.ofNullable(OF_PYTHON.get(name)).map(java -> "write " + java);
    }

    /** The smallest entry of a matrix A, or all of them; nothing for another name. */
    static Optional<String> smallest(String name, String A) {
        return Optional.ofNullable(OF_ENTRIES.get(name)).map(java -> "write " + java.replace("(A.", "(" + A + "."));
    }

    private static boolean isMatrix(CompileError error) {
        return error.message().contains("of type " + CompileError.MATRIX)
                || error.message().contains("class " + CompileError.MATRIX);
    }

    /** The function of NumPy behind its name. */
    static String ofNumPy(String rest) {
        Matcher function =
                Pattern.compile("^\\.(?:linalg\\.)?(\\w+)(" + ARGUMENTS + ")?").matcher(rest);
        if (!function.find()) {
            return "there is no NumPy here: Matrix has what you need, such as A.mult(B)";
        }
        String name = function.group(1);
        boolean plain = function.group(2) != null && function.group(3).strip().matches("\\w+");
        if (name.equals("norm")) {
            return "write A.norm()";
        }
        if (OF_NUMPY.containsKey(name)) {
            String java = OF_NUMPY.get(name);
            boolean fits = plain && java.matches("A\\.\\w+\\(B\\)");
            return "write "
                    + (fits
                            ? java.replace("A.", function.group(3).strip() + ".")
                                    .replace("(B)", "(" + function.group(4).strip() + ")")
                            : java);
        }
        return OF_ONE_NUMBER.contains(name)
                ? "write Math." + name + "(x), or A.map(Math::" + name + ") for each entry of a matrix A"
                : "there is no NumPy here: Matrix has what you need, such as A.mult(B)";
    }

    private static Optional<String> ofMember(CompileError error, String name, String rest) {
        boolean list = error.message().matches("(?s).*java\\.util\\.(?:Array)?List\\b.*");
        if (list && name.equals("append")) {
            return Optional.of("add(…)");
        }
        if (list && name.equals("length")) {
            return Optional.of("size()");
        }
        if (!isMatrix(error)) {
            return ofOther(error.message(), name, rest);
        }
        Matcher index = Pattern.compile("^\\s*\\[\\s*([01])\\s*]").matcher(rest);
        if (name.equals("shape") && index.find()) {
            return Optional.of(index.group(1).equals("0") ? "rows()" : "cols()");
        }
        if (OF_ONE_NUMBER.contains(name)) {
            return Optional.of("map(Math::" + name + ")");
        }
        if (name.equals("print")) {
            return Optional.of("toString() for its text, or end the cell with the matrix");
        }
        Matcher argument = Pattern.compile("^\\s*\\(\\s*(\\w+)\\s*\\)").matcher(rest);
        String given = argument.find() ? argument.group(1) : "B";
        return Optional.ofNullable(OF_MATRIX.get(name)).map(java -> java.replace("(B)", "(" + given + ")"));
    }

    /** A member of an array or a text. */
    private static Optional<String> ofOther(String message, String name, String rest) {
        Matcher place = Pattern.compile("^\\s*\\(\\s*([^(),]+?)\\s*\\)").matcher(rest);
        boolean array = message.matches("(?s).*of type \\S+\\[]\\s*");
        if (array && name.matches("size|length|rows")) {
            return Optional.of("length, without parentheses");
        }
        if (array && name.equals("cols")) {
            return Optional.of("[0].length");
        }
        if (array && name.equals("get") && place.find()) {
            return Optional.of("[" + place.group(1) + "]");
        }
        boolean text = message.matches("(?s).*(?:of type|class) (?:java\\.lang\\.)?String\\s*");
        return text && name.equals("size") ? Optional.of("length()") : Optional.empty();
    }

    private static String length(CompileError error, String rest) {
        Matcher argument = Pattern.compile("^\\((\\w+)\\)").matcher(rest);
        String name = argument.find() ? argument.group(1) : "";
        String type = error.typeOf(name).replaceFirst("<.*", "");
        if (type.endsWith("]")) {
            return "write " + name + ".length";
        }
        if (type.equals("String")) {
            return "write " + name + ".length()";
        }
        if (type.equals("Matrix")) {
            return "write " + name + ".rows() or " + name + ".cols()";
        }
        if (type.matches(".*(?:List|Set|Map|Deque|Collection)")) {
            return "write " + name + ".size()";
        }
        return "write x.size() for a list, x.length() for a text, x.length for an array";
    }
}
