package backprop.grade.assignment;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of the function that a cell asks for, such as {@code Matrix reluPrime(}: by it an answer is recognized
 * where its cell has lost its name.
 */
final class FunctionHeader {
    private static final Pattern COMMENTS = Pattern.compile("/\\*(?s:.*?)\\*/|//.*");
    private static final Pattern HEAD =
            Pattern.compile("(?m)^[ \\t]*(?<type>\\w[\\w.<>\\[\\], ]*?)\\s+(?<name>\\w+)\\s*\\(");

    private FunctionHeader() {}

    /**
     * Finds the same head at the beginning of a line, whatever its blanks and modifiers are.
     *
     * @param code what students start from
     * @return empty where it declares no function
     */
    static Optional<Pattern> in(String code) {
        Matcher head = HEAD.matcher(COMMENTS.matcher(code).replaceAll(""));
        return head.find()
                ? Optional.of(Pattern.compile("(?m)^\\h*+(?:(?:public|private|static|final)\\h++)*+"
                        + Pattern.quote(head.group("type")) + "\\s++" + Pattern.quote(head.group("name"))
                        + "\\s*+\\([^()]*+\\)\\s*+(?:throws[\\w\\s.,]{1,200}+)?+\\{"))
                : Optional.empty();
    }
}
