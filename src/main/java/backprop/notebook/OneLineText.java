package backprop.notebook;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value on one line, from the text that it gives of itself: the shape of a matrix, all layers of a network, the
 * beginning of another.
 */
final class OneLineText {
    private static final Pattern SHAPED = Pattern.compile("Matrix (\\(\\d+, \\d+\\))");
    private static final Pattern LAYER = Pattern.compile("(\\w+)\\[\\d+]\\s*(.*)");
    private static final Pattern WIDTHS = Pattern.compile("(\\d+)→(\\d+)(.*)");
    private static final Pattern END = Pattern.compile("(\\w+), (\\d+) parameters");
    /** Java's text for an object whose class gives it none. */
    private static final Pattern ADDRESS = Pattern.compile("[\\w.$/]+@\\p{XDigit}+");

    private static final int LONGEST = 60;
    private static final int LONGEST_NETWORK = 160;

    private OneLineText() {}

    /** Returns the line, or an empty text if the value's own text says nothing. */
    static String of(String text) {
        Matcher matrix = SHAPED.matcher(text);
        if (matrix.lookingAt()) {
            return matrix.group(1);
        }
        if (ADDRESS.matcher(text).matches()) {
            return "";
        }
        List<String> lines = text.strip().lines().toList();
        Matcher end = END.matcher(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
        boolean network =
                lines.size() > 1 && end.matches() && LAYER.matcher(lines.get(0)).matches();
        if (network) {
            return shortened(network(lines.subList(0, lines.size() - 1), end), LONGEST_NETWORK);
        }
        String first = lines.isEmpty() ? "" : lines.get(0).replaceFirst("^Dataset (?=X \\()", "");
        return shortened(first, LONGEST);
    }

    /** As {@code Network 64 → 32 Relu → 10, CrossEntropy, 2,410 parameters}. */
    private static String network(List<String> layers, Matcher end) {
        StringBuilder line = new StringBuilder("Network");
        for (String text : layers) {
            Matcher layer = LAYER.matcher(text);
            boolean named = layer.matches();
            Matcher widths = WIDTHS.matcher(named ? layer.group(2) : "");
            boolean first = line.length() == "Network".length();
            if (named && layer.group(1).equals("Dense") && widths.matches()) {
                line.append(first ? " " + widths.group(1) : "")
                        .append(" → ")
                        .append(widths.group(2))
                        .append(widths.group(3));
            } else {
                line.append(first ? " " : " → ")
                        .append(named ? (layer.group(1) + " " + layer.group(2)).stripTrailing() : text.strip());
            }
        }
        return line
                + String.format(Locale.ROOT, ", %s, %,d %s", end.group(1), Long.parseLong(end.group(2)), "parameters");
    }

    private static String shortened(String line, int most) {
        return line.length() <= most ? line : line.substring(0, most) + "…";
    }
}
