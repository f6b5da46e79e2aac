package backprop.grade.assignment;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A cell of the instructor's source.
 *
 * @param id nbgrader's grade_id; empty where there is none
 * @param code whether it is a code cell
 * @param grade whether it gives points
 * @param locked whether a student must leave it as it is
 * @param solution whether a student writes in it
 * @param points what it is worth
 * @param source its text, with the reference and the hidden tests
 */
public record Cell(
        String id, boolean code, boolean grade, boolean locked, boolean solution, double points, String source) {
    private static final String STUB = "// your code here\nthrow new NotWrittenYet();";
    private static final String TEXT_STUB = "*Your answer here.*";
    private static final String STUB_THROWS = "throw new NotWrittenYet()";
    private static final Pattern SOLUTION = Pattern.compile("BEGIN SOLUTION(?s:.*?)(END SOLUTION|\\z)");
    private static final Pattern LINES_OF_SOLUTION =
            Pattern.compile("(?m)^([ \\t]*).*BEGIN SOLUTION.*$(?s:.*?)(?:^.*END SOLUTION.*$|\\z)");
    private static final Pattern LINES_OF_HIDDEN_TESTS =
            Pattern.compile("(?m)^.*BEGIN HIDDEN TESTS.*$(?s:.*?)(?:^.*END HIDDEN TESTS.*$\\n?|\\z)");

    /**
     * Whether the assignment keeps track of it: it is locked, gives points, or is written in.
     *
     * @return whether its id is more than a name
     */
    public boolean known() {
        return !id.isEmpty() && (grade || locked || solution);
    }

    /**
     * Whether it is a check or a hidden test, which a machine marks by.
     *
     * @return whether it gives points and is not written in
     */
    public boolean check() {
        return grade && code && !solution;
    }

    /**
     * Whether a person marks it.
     *
     * @return whether it gives points and is written in
     */
    public boolean byHand() {
        return grade && solution;
    }

    /**
     * The student's version, as nbgrader's generate step leaves it: without the reference and the hidden tests.
     *
     * @return the text that students start from; a solution without marks is replaced as a whole
     */
    public String released() {
        String open = LINES_OF_HIDDEN_TESTS.matcher(source).replaceAll("").stripTrailing();
        if (!solution) {
            return open;
        }
        String stub = code ? STUB : TEXT_STUB;
        if (!SOLUTION.matcher(open).find()) {
            return stub;
        }
        return LINES_OF_SOLUTION
                .matcher(open)
                .replaceAll(lines -> lines.group(1) + stub.replace("\n", "\n" + lines.group(1)));
    }

    /**
     * Whether a text is what students start from, or as little as nothing. The line that asks for a written answer makes
     * no difference.
     *
     * @param text a student's
     * @return whether nobody has written an answer in it
     */
    public boolean unwritten(String text) {
        String plain = plain(text);
        if (plain.isEmpty() || plain.equals(plain(released()))) {
            return true;
        }
        return code ? plain.contains(STUB_THROWS) : withoutStub(plain).equals(withoutStub(released()));
    }

    /**
     * Whether a text is this cell's, but for blanks at the ends of lines.
     *
     * @param text a student's
     * @return whether it is as it was given out, or as the instructor has it
     */
    public boolean same(String text) {
        String plain = plain(text);
        return plain.equals(plain(released())) || plain.equals(plain(source));
    }

    /**
     * Finds the head of the function that a student writes here.
     *
     * @return empty where the cell asks for no function
     */
    public Optional<Pattern> declaration() {
        return code && solution ? FunctionHeader.in(released()) : Optional.empty();
    }

    private static String withoutStub(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.equals(TEXT_STUB))
                .collect(Collectors.joining("\n"));
    }

    private static String plain(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
