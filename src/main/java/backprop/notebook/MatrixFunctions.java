package backprop.notebook;

import backprop.matrix.Matrix;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;

/** Functions that are called by their bare name, as {@code exp(A)} or {@code sigmoid(A)}, and what does it here. */
final class MatrixFunctions {
    private static final Pattern ARGUMENT = Pattern.compile("^\\(\\s*([\\w.]+)\\s*\\)");
    private static final Set<String> OF_ITSELF = Arrays.stream(Matrix.class.getMethods())
            .filter(method -> method.getDeclaringClass() == Matrix.class && method.getParameterCount() == 0)
            .map(method -> method.getName())
            .collect(Collectors.toSet());

    private MatrixFunctions() {}

    /**
     * What to write for a call of a function that is not defined.
     *
     * @param rest what stands behind its name
     */
    static Optional<String> hint(CompileError error, String name, String rest) {
        Matcher argument = ARGUMENT.matcher(rest);
        if (!argument.find()) {
            return Optional.empty();
        }
        String given = argument.group(1);
        return orAbove(
                name,
                error.typeOf(given).equals("Matrix")
                        ? ofMatrix(error.shell(), name, given)
                        : ofNumber(error.shell(), name, given));
    }

    /** The same for a method that JShell awaits, such as {@code method exp(Matrix)}. */
    static Optional<String> awaited(JShell shell, String dependency) {
        Matcher method = Pattern.compile("method (\\w+)\\((\\w+)\\)").matcher(Note.withoutPackages(dependency));
        if (!method.matches()) {
            return Optional.empty();
        }
        String name = method.group(1);
        return orAbove(
                name,
                method.group(2).equals("Matrix")
                        ? ofMatrix(shell, name, "A").map(hint -> hint + " for a matrix A")
                        : ofNumber(shell, name, "x"));
    }

    /** A notebook may have a function of its own with the name of one of the library's. */
    private static Optional<String> orAbove(String name, Optional<String> hint) {
        return hint.map(
                text -> text + (text.matches(".*\\w(?:\\(\\))?\\.of\\(.*") ? ", or " + CellsAbove.hint(name) : ""));
    }

    private static Optional<String> ofMatrix(JShell shell, String name, String A) {
        if (NumPyNames.OF_ONE_NUMBER.contains(name)) {
            return Optional.of("write " + A + ".map(Math::" + name + ")");
        }
        if (OF_ITSELF.contains(name)) {
            return Optional.of("write " + A + "." + name + "()");
        }
        if (name.equals("max")) {
            return Optional.of("write " + A + ".maxOfColumns() for the largest of each column");
        }
        if (name.equals("min")) {
            return NumPyNames.smallest(name, A);
        }
        if (name.equals("softmax")) {
            return Optional.of("write Softmax.of(" + A + ")");
        }
        return activation(shell, name).map(g -> "write " + g + ".of(" + A + ")");
    }

    private static Optional<String> ofNumber(JShell shell, String name, String x) {
        return NumPyNames.FUNCTIONS.contains(name)
                ? Optional.of("write Math." + name + "(…)")
                : activation(shell, name).map(g -> "write " + g + ".of(" + x + ")");
    }

    /** The library's activation of that name. */
    private static Optional<String> activation(JShell shell, String name) {
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT);
        String code = "backprop.activation.Activation g = new " + capital;
        return shell.sourceCodeAnalysis().completionSuggestions(code, code.length(), new int[1]).stream()
                .filter(suggestion -> suggestion.matchesType())
                .map(suggestion -> suggestion.continuation())
                .filter(text -> text.equalsIgnoreCase(name + "()"))
                .map(text -> "new " + text)
                .findFirst();
    }
}
