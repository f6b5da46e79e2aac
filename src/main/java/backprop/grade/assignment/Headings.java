package backprop.grade.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The headings of a text in Markdown. */
final class Headings {
    private static final Pattern HEADING = Pattern.compile(" {0,3}#{1,6}\\s+(.*?)(?:\\s+#+)?\\s*");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(?:```|~~~).*");

    private Headings() {}

    /** The headings without their #, in order; none of those in a block of code. */
    static Stream<String> in(String markdown) {
        List<String> headings = new ArrayList<>();
        boolean code = false;
        for (String line : markdown.split("\n", -1)) {
            Matcher heading = HEADING.matcher(line);
            if (FENCE.matcher(line).matches()) {
                code = !code;
            } else if (!code && heading.matches() && !heading.group(1).isEmpty()) {
                headings.add(heading.group(1));
            }
        }
        return headings.stream();
    }
}
