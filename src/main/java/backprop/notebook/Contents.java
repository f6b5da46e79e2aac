package backprop.notebook;

import backprop.notebook.Components.Part;
import backprop.plot.Figure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What arrays, collections, maps and records hold, for Java's own text of an array is an address. Where something in
 * them has a look of its own, as a matrix has, each part stands below the one before; else all are on one line. Large
 * ones are shortened, one that holds itself is said to, and a part whose {@code toString()} fails leaves the others.
 */
final class Contents {
    private static final int ON_A_LINE = 60;
    private static final int BELOW_EACH_OTHER = 12;
    private static final int DEEPEST = 8;
    private static final int LONGEST = 10_000;
    private static final int LONGEST_PART = 1000;
    private static final int MOST_LOOKS = 100;

    private final Set<Object> around = Collections.newSetFromMap(new IdentityHashMap<>());
    private int looks = MOST_LOOKS;

    private Contents() {}

    /** Whether a value has parts to be shown. */
    static boolean has(Object value) {
        return Components.of(value, BELOW_EACH_OTHER).isPresent();
    }

    /** A value that has parts. */
    static Rendering of(Object value) {
        Contents contents = new Contents();
        return contents.hasLook(value, DEEPEST) ? contents.below(value) : Renderers.text(contents.onALine(value));
    }

    /** Any value on one line, which has so many characters at most. */
    static String line(Object value, int most) {
        String line = new Contents().onALine(value).replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= most ? line : line.substring(0, Math.max(0, most - 1)) + "…";
    }

    /** Whether a value, or a part of it, is shown as more than a line of text. */
    private boolean hasLook(Object value, int deep) {
        if (isLook(value)) {
            return true;
        }
        if (deep == 0 || !around.add(value)) {
            return false;
        }
        Optional<Components> parts = Components.of(value, BELOW_EACH_OTHER);
        boolean look =
                parts.isPresent() && parts.get().parts().stream().anyMatch(part -> hasLook(part.value(), deep - 1));
        around.remove(value);
        return look;
    }

    private static boolean isLook(Object value) {
        if (value instanceof double[]) {
            return false;
        }
        return value instanceof double[][] rows ? MatrixHtml.isMatrix(rows) : Renderers.knows(value);
    }

    private Rendering below(Object value) {
        Components parts = Components.of(value, BELOW_EACH_OTHER).orElseThrow();
        around.add(value);
        StringBuilder text = new StringBuilder(parts.name());
        StringBuilder rows = new StringBuilder("<tbody>");
        List<Rendering> shown = new ArrayList<>();
        for (Part part : parts.parts()) {
            Rendering rendering = shown(part.value());
            String label = label(part);
            text.append('\n').append((label + rendering.text()).indent(2).stripTrailing());
            rows.append(Html.row(Html.head("row", "left", Html.escape(part.label() == null ? "" : part.label()))
                    + "<td style=\"text-align:left;padding:2px 8px\">" + rendering.html() + "</td>"));
            shown.add(new Rendering(label + rendering.text(), "", rendering.picture()));
        }
        around.remove(value);
        Figure picture = Composition.of(shown);
        return new Rendering(text.toString(), Html.table(parts.name(), rows + "</tbody>"), picture);
    }

    private static String label(Part part) {
        if (part.label() == null || part.label().isEmpty()) {
            return "";
        }
        return part.label() + (part.named() ? " = " : " ");
    }

    private Rendering shown(Object value) {
        if (around.contains(value)) {
            return Renderers.text(itself(value));
        }
        if (isLook(value) && looks > 0) {
            looks--;
            return Renderers.of(value);
        }
        boolean parts = !isLook(value) && around.size() < DEEPEST && hasLook(value, DEEPEST - around.size());
        return parts ? below(value) : Renderers.text(onALine(value));
    }

    private String onALine(Object value) {
        StringBuilder line = new StringBuilder();
        write(value, line);
        return line.toString();
    }

    private void write(Object value, StringBuilder line) {
        Optional<Components> held =
                isLook(value) && !(value instanceof double[][]) ? Optional.empty() : Components.of(value, ON_A_LINE);
        if (held.isEmpty()) {
            line.append(text(value));
        } else if (around.contains(value)) {
            line.append(itself(value));
        } else if (around.size() >= DEEPEST) {
            line.append("…");
        } else {
            around.add(value);
            write(held.get(), line);
            around.remove(value);
        }
    }

    private void write(Components held, StringBuilder line) {
        line.append(held.open());
        String before = "";
        for (Part part : held.parts()) {
            if (line.length() > LONGEST) {
                line.append(", …");
                break;
            }
            line.append(before);
            before = ", ";
            if (part.named()) {
                line.append(part.label()).append('=');
            }
            write(part.value(), line);
        }
        line.append(held.close());
    }

    private static String itself(Object value) {
        return "(the same " + value.getClass().getSimpleName() + " again)";
    }

    /** The text that a value gives of itself, or why it gives none. */
    private static String text(Object value) {
        try {
            String text = String.valueOf(value);
            if (text == null) {
                return "(its toString() returns null)";
            }
            return text.length() <= LONGEST_PART
                    ? text
                    : text.substring(0, LONGEST_PART) + "… (%s characters)".formatted(text.length());
        } catch (StackOverflowError endless) {
            return "(its toString() calls itself)";
        } catch (RuntimeException | Error failed) {
            return "(its toString() throws " + failed.getClass().getSimpleName() + ")";
        }
    }
}
