package backprop.notebook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A single = with no variable at its left, as in {@code if (A.rows() = 2)}. */
final class AssignmentInCondition {
    private static final Pattern VALUE = Pattern.compile("\\s*=(?!=)\\s*(-?[\\w.]+(?:\\([^()]*\\))?)?(?=(\\s*[);]|))");
    private static final String BOTH = "== compares, = gives a value: write ";

    private AssignmentInCondition() {}

    /** What to write; nothing of another mistake. */
    static Optional<String> hint(CompileError error) {
        String code = CompileError.code(error.source());
        int start = (int) Math.max(0, error.diag().getStartPosition());
        int end = Math.min((int) error.diag().getEndPosition(), code.length());
        if (end < start) {
            return Optional.empty();
        }
        Matcher assigned = VALUE.matcher(code.substring(end));
        boolean unexpected = error.is("unexpected.type");
        boolean wrong = unexpected || error.is("operator.cant.be.applied");
        if (!wrong || !assigned.lookingAt()) {
            return Optional.empty();
        }
        String given = error.source().substring(start, end);
        boolean plain = assigned.group(1) != null && !assigned.group(2).isEmpty();
        if (isCompared(code, start)) {
            return Optional.of(BOTH + (unexpected && plain ? given + " == " + assigned.group(1) : "=="));
        }
        boolean entry = given.matches("(?s).*\\.get\\([^()]*\\)");
        return !unexpected || entry
                ? Optional.empty()
                : Optional.of("= gives the variable at its left a value, and here is none; == compares");
    }

    /** Whether a condition stands at the place, or a value that is returned. */
    private static boolean isCompared(String code, int start) {
        int open = LibraryUsage.open(code, start, '(');
        return code.substring(0, Math.max(0, open)).matches("(?s).*\\b(?:if|while)[\\s(!]*")
                || code.substring(0, start).matches("(?s).*\\breturn\\b[^;{}]*");
    }
}
