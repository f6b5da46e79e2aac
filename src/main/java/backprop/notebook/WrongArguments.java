package backprop.notebook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls with other arguments than there are methods for, where there is another form for what is meant. */
final class WrongArguments {
    private static final Pattern CONSTRUCTED =
            Pattern.compile("new\\s+Matrix\\s*\\(((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*)\\)");
    private static final Pattern NUMBERS = Pattern.compile("Matrix\\s*\\.\\s*of\\s*\\(([^()]*)\\)");
    private static final Pattern OF_MATH =
            Pattern.compile("Math\\s*\\.\\s*(\\w+)\\s*\\(\\s*([\\w.]+)\\s*,\\s*([^(),]+?)\\s*\\)");

    private WrongArguments() {}

    /** What to write; nothing where it is not plain. */
    static Optional<String> hint(CompileError error) {
        if (!error.is("cant.apply.symbol")) {
            return Optional.empty();
        }
        String message = error.message();
        String code = error.source().substring((int) Math.max(0, error.diag().getStartPosition()));
        if (message.startsWith("constructor Matrix in class " + CompileError.MATRIX)) {
            return constructed(error, code);
        }
        if (message.contains("java.io.PrintStream.print") && message.matches("(?s).*for print(?:ln)?\\([^()]*,.*")) {
            return Optional.of("join texts and values with +, as in \"n is \" + n");
        }
        Matcher numbers = NUMBERS.matcher(code);
        if (numbers.lookingAt() && message.matches("(?s).*(?:int|double) cannot be converted to double\\[].*")) {
            String all = numbers.group(1);
            return Optional.of("write Matrix.row(" + all + ") or Matrix.column(" + all + ")");
        }
        Matcher math = OF_MATH.matcher(code);
        boolean ofMatrix =
                message.contains(math.lookingAt() ? "for " + math.group(1) + "(" + CompileError.MATRIX : "\0");
        return ofMatrix ? Optional.of(ofMath(math.group(1), math.group(2), math.group(3))) : Optional.empty();
    }

    private static Optional<String> constructed(CompileError error, String code) {
        boolean sizes = error.message().matches("(?s).*found:\\s+(?:int,int|no arguments)\\b.*");
        Matcher given = CONSTRUCTED.matcher(code);
        boolean known = sizes && given.lookingAt() && !given.group(1).isBlank();
        return Optional.of(
                sizes
                        ? "write Matrix.zeros(" + (known ? given.group(1) : "rows, cols") + ")"
                        : "write Matrix.of(…) with a row in each argument, Matrix.zeros(rows, cols) or Matrix.generate(rows, cols, rule)");
    }

    private static String ofMath(String function, String A, String number) {
        return "write " + A
                + (function.equals("max")
                        ? ".clampMin(" + number + ")"
                        : ".map(v -> Math." + function + "(v, " + number + "))");
    }
}
