package backprop.notebook;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Values that Java does not convert or index by itself, and how to ask for it. */
final class TypeMismatches {
    private static final Pattern INDEXED =
            Pattern.compile("([\\w.]+)\\s*\\[([^\\[\\]]*)](?:\\s*\\[([^\\[\\]]*)])?(?:\\s*=(?!=)\\s*([^;]+))?");
    private static final Pattern CALL = Pattern.compile("([\\w.]+)\\.(plus|minus|hadamard|divide|mult|times)\\(\\s*$");

    private TypeMismatches() {}

    /** What to write; nothing where it is not plain. */
    static Optional<String> hint(CompileError error) {
        if (error.is("array.req.but.found")) {
            return indexed(error);
        }
        return error.is("prob.found.req") ? converted(error) : Optional.empty();
    }

    private static Optional<String> indexed(CompileError error) {
        String source =
                CompileError.code(error.source()).substring((int) error.diag().getStartPosition());
        MatchResult found = INDEXED.matcher(source).results().findFirst().orElse(null);
        if (found == null) {
            return Optional.empty();
        }
        String owner = found.group(1);
        String i = found.group(2).strip();
        String type =
                error.message().replaceFirst("(?s).*but (\\S+) found.*", "$1").replaceFirst("<.*", "");
        if (type.equals(CompileError.MATRIX)) {
            return Optional.of(ofMatrix(found));
        }
        String at = i.equals("-1") ? owner + ".%s - 1" : i;
        if (type.matches("java\\.util\\.\\w*List")) {
            String place = String.format(at, "size()");
            String value = found.group(4) == null ? "" : ", " + found.group(4).strip();
            return Optional.of("write " + owner + (value.isEmpty() ? ".get(" : ".set(") + place + value + ")");
        }
        if (type.equals("java.lang.String")) {
            return Optional.of("write " + owner + ".charAt(" + String.format(at, "length()") + ")");
        }
        return type.matches("java\\.util\\.\\w*Map") ? Optional.of("write " + owner + ".get(…)") : Optional.empty();
    }

    private static String ofMatrix(MatchResult found) {
        String owner = found.group(1);
        if (found.group(3) == null) {
            return "write " + owner + ".get(i, j) for an entry, " + owner + ".rows(" + found.group(2) + ") for a row";
        }
        String place = found.group(2) + ", " + found.group(3);
        return "write " + owner
                + (found.group(4) == null
                        ? ".get(" + place + ")"
                        : ".set(" + place + ", " + found.group(4).strip() + ")");
    }

    private static Optional<String> converted(CompileError error) {
        String message = Note.withoutPackages(error.message());
        int start = (int) error.diag().getStartPosition();
        int end = Math.min((int) error.diag().getEndPosition(), error.source().length());
        String given = error.source().substring(start, end);
        if (message.endsWith("cannot be converted to boolean") && error.after().matches("(?s)=[^=].*")) {
            return Optional.of("compare with ==, for = gives a value");
        }
        Optional<String> conversion = Conversions.hint(error, given, message);
        if (conversion.isPresent()) {
            return conversion;
        }
        if (message.matches(".*lossy conversion from (?:double|float|long) to (?:int|long|short|byte)")) {
            String to = message.substring(message.lastIndexOf(' ') + 1);
            return Optional.of("make it a double, or cut off what does not fit with (" + to + ") "
                    + (given.matches("[\\w.]+(?:\\(.*\\))?") ? given : "(" + given + ")"));
        }
        if (message.endsWith("lossy conversion from double to float")) {
            return Optional.of("make it a double");
        }
        return argument(CompileError.code(error.source()).substring(0, start), given, message);
    }

    /** A number where a method of Matrix takes a matrix, or a matrix where it takes a number. */
    private static Optional<String> argument(String before, String given, String message) {
        MatchResult call = CALL.matcher(before).results().findFirst().orElse(null);
        if (call == null) {
            return Optional.empty();
        }
        String owner = call.group(1);
        String method = call.group(2);
        if (message.matches(".*(?:int|double|long|float) cannot be converted to Matrix")) {
            return Optional.ofNullable(
                    switch (method) {
                        case "plus" -> "write " + owner + ".map(v -> v + " + given + ")";
                        case "minus" -> "write " + owner + ".map(v -> v - " + given + ")";
                        case "mult", "hadamard" -> "write " + owner + ".times(" + given + ")";
                        default -> null;
                    });
        }
        boolean entries = method.equals("times") && message.endsWith("Matrix cannot be converted to double");
        return entries
                ? Optional.of("write " + owner + ".hadamard(" + given + ") entry by entry, " + owner + ".mult(" + given
                        + ") for the matrix product")
                : Optional.empty();
    }
}
