package backprop.notebook;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.QualifiedNames;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Suggests what a learner may have meant by a name that is not defined. */
final class NameSuggestions {
    private static final int SHORTEST = 3;
    private static final Pattern AFTER_NAME = Pattern.compile("\\P{javaJavaIdentifierPart}.*");
    /** Whose classes a notebook may want, those first that it wants most; a None of some library misleads. */
    private static final List<String> PACKAGES = List.of(
            "backprop.",
            "java.util.",
            "java.nio.file.",
            "java.nio.",
            "java.io.",
            "java.text.",
            "java.time.",
            "java.math.",
            "java.net.",
            "tech.tablesaw.api.",
            "java.awt.",
            "org.junit.jupiter.api.");
    /** What other languages call it. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("bool", "boolean"),
            Map.entry("True", "true"),
            Map.entry("False", "false"),
            Map.entry("None", "null"),
            Map.entry("print", "System.out.println"),
            Map.entry("println", "System.out.println"),
            Map.entry("printf", "System.out.printf"),
            Map.entry("help", "%help"),
            Map.entry("SGD", "GradientDescent"),
            Map.entry("Sgd", "GradientDescent"),
            Map.entry("Linear", "Dense"),
            Map.entry("MSE", "SquaredError"),
            Map.entry("MeanSquaredError", "SquaredError"),
            Map.entry("BCE", "BinaryCrossEntropy"),
            Map.entry("LogLoss", "BinaryCrossEntropy"),
            Map.entry("Sequential", "Network"),
            Map.entry("Model", "Network"));

    /** Java's own words that a slip may hit. */
    private static final List<String> WORDS = List.of(
            "return",
            "while",
            "else",
            "switch",
            "case",
            "break",
            "continue",
            "throw",
            "import",
            "class",
            "record",
            "interface",
            "extends",
            "implements",
            "static",
            "final",
            "public",
            "private",
            "void",
            "double",
            "float",
            "long",
            "char",
            "boolean",
            "true",
            "false",
            "null",
            "this",
            "super");

    private final JShell shell;

    NameSuggestions(JShell shell) {
        this.shell = shell;
    }

    /**
     * How the name is used rightly, an import that would bring it, or a name nearby; empty where there is none.
     *
     * @param before the code before it
     * @param name the name
     * @param call whether it is called
     */
    String hint(String before, String name, boolean call) {
        boolean member = before.stripTrailing().endsWith(".");
        List<String> continuations = continuations(before, name);
        if (!call && continuations.contains(name + "()")) {
            return name + " is a method: write " + name + "()";
        }
        if (!call && continuations.contains(name + "(")) {
            return name + " is a method: write " + name + "(…)";
        }
        if (call && continuations.contains(name) && (member || isVariable(name))) {
            return name + " is not a method";
        }
        if (!member && isType(name)) {
            return isMade(continuations("new ", name), name) ? name + " is a class: write new " + name + "(…)" : "";
        }
        List<String> near = near(continuations, name).stream()
                .filter(other -> member || !CellsAbove.isContract(shell, other))
                .toList();
        if (!member && near.stream().noneMatch(name::equalsIgnoreCase)) {
            QualifiedNames known = shell.sourceCodeAnalysis().listQualifiedNames(name, name.length());
            Optional<String> type = PACKAGES.stream()
                    .flatMap(start -> known.getNames().stream()
                            .filter(found -> found.startsWith(start) && !CellsAbove.isOfExercise(found))
                            .min(Comparator.comparingInt(String::length))
                            .stream())
                    .findFirst();
            if (type.isPresent()) {
                return "import " + type.get() + "; would bring it";
            }
            if (ELSEWHERE.containsKey(name)) {
                return "did you mean " + ELSEWHERE.get(name) + "?";
            }
        }
        if (!member && near.isEmpty()) { // returns is a name
            near = near(WORDS, name).stream()
                    .filter(word -> !name.startsWith(word))
                    .toList();
        }
        return near.isEmpty()
                ? ""
                : member ? "did you mean " + near.get(0) + "?" : CellsAbove.besides(near.get(0), name);
    }

    /** Whether a class has the name, be it one that cannot be used so. */
    boolean isType(String name) {
        return shell.sourceCodeAnalysis()
                        .listQualifiedNames(name, name.length())
                        .isResolvable()
                || shell.types().anyMatch(type -> type.name().equals(name));
    }

    /**
     * Returns the rank of a class among those of the same name: 0 for one of the library's, which notebooks need most
     * often.
     */
    static int rank(String type) {
        return IntStream.range(0, PACKAGES.size())
                .filter(k -> type.startsWith(PACKAGES.get(k)))
                .findFirst()
                .orElse(PACKAGES.size());
    }

    private boolean isVariable(String name) {
        return shell.variables().anyMatch(variable -> variable.name().equals(name));
    }

    /**
     * Tells whether {@code new} can make objects of the class, which it cannot of an interface or without a public
     * constructor.
     */
    private static boolean isMade(List<String> behindNew, String name) {
        return behindNew.stream().anyMatch(text -> text.matches(Pattern.quote(name) + "(?:<.*)?\\(.*"));
    }

    /**
     * The nearest first, of equals that with the longest common beginning: of three letters one may be missing or too
     * many, of four one differ, of eight two, of fewer none; and no digit, for W1 beside W2 is no slip.
     */
    private static List<String> near(List<String> continuations, String name) {
        if (name.length() < SHORTEST) {
            return List.of();
        }
        int most = Math.max(1, name.length() / 4);
        return continuations.stream()
                .map(text -> AFTER_NAME.matcher(text).replaceFirst(""))
                .distinct()
                .filter(other -> !other.equals(name)
                        && other.length() >= SHORTEST
                        && distance(name, other) <= most
                        && digits(name).equals(digits(other)))
                .filter(other -> name.length() > SHORTEST
                        || other.length() != SHORTEST
                        || letters(name).equals(letters(other)))
                .sorted(Comparator.comparingInt((String other) -> distance(name, other))
                        .thenComparingInt(other -> -common(name, other))
                        .thenComparing(other -> other))
                .toList();
    }

    private List<String> continuations(String before, String name) {
        return continuations(shell, before, name);
    }

    /** What may stand behind some code and begins with the first letter of a name, small or capital. */
    static List<String> continuations(JShell shell, String before, String name) {
        String first = name.substring(0, 1);
        return Stream.of(first.toLowerCase(Locale.ROOT), first.toUpperCase(Locale.ROOT))
                .distinct()
                .map(letter -> before + letter)
                .flatMap(code ->
                        shell.sourceCodeAnalysis().completionSuggestions(code, code.length(), new int[1]).stream()
                                .map(Suggestion::continuation))
                .toList();
    }

    private static String digits(String name) {
        return name.replaceAll("\\D", "");
    }

    private static Set<Integer> letters(String name) {
        return name.toLowerCase(Locale.ROOT).chars().boxed().collect(Collectors.toSet());
    }

    private static int common(String one, String other) {
        int k = 0;
        while (k < Math.min(one.length(), other.length()) && one.charAt(k) == other.charAt(k)) {
            k++;
        }
        return k;
    }

    /**
     * How many letters must be put in, left out, replaced or swapped with their neighbour; case counts for nothing.
     * Source: Damerau 1964, in its restricted form.
     */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
