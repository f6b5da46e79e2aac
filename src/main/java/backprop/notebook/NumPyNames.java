package backprop.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
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
    private static final Map<String, Map<String, String>> TABLES = tables();
    private static final Map<String, String> OF_MATRIX = TABLES.get("matrix");
    /** What stands in place of the matrix and the name behind it. */
    private static final Map<String, String> OF_ENTRIES = TABLES.get("entries");

    private static final Map<String, String> MAKING = TABLES.get("matrix-class");
    private static final Map<String, String> OF_NUMPY = TABLES.get("numpy");
    private static final Map<String, String> OF_PYTHON = TABLES.get("python");

    private NumPyNames() {}

    /** Reads {@code numpy-names.properties}, whose keys are a table's name, a dot, and a name of the table. */
    private static Map<String, Map<String, String>> tables() {
        Properties lines = new Properties();
        try (InputStream in = NumPyNames.class.getResourceAsStream("numpy-names.properties")) {
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("numpy-names.properties cannot be read from the library's jar", e);
        }
        Map<String, Map<String, String>> tables = new HashMap<>();
        lines.stringPropertyNames().forEach(key -> {
            String[] parts = key.split("\\.", 2);
            tables.computeIfAbsent(parts[0], table -> new HashMap<>()).put(parts[1], lines.getProperty(key));
        });
        return tables;
    }

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
        boolean one = argument.find();
        if (name.equals("max") && one) {
            return Optional.of("clampMin(" + argument.group(1) + ")");
        }
        String given = one ? argument.group(1) : "B";
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
