package backprop.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several values shown beside each other, or below each other where the page is narrow. Figures shrink first, to some
 * half of their width, matrices with their numbers less.
 *
 * @param parts the values, each shown as it would be alone
 */
public record SideBySide(List<Object> parts) {
    private static final int LEAST = 250; // so that three heat maps are beside each other on a beamer
    private static final int LEAST_PERCENT = 55;
    private static final int LEAST_PERCENT_OF_NUMBERS = 80; // which must be read from the last row

    /**
     * Keeps a copy of the list.
     *
     * @param parts the values, each shown as it would be alone
     */
    public SideBySide {
        parts = Collections.unmodifiableList(new ArrayList<>(parts));
    }

    /**
     * {@return values that a notebook shows beside each other}
     *
     * @param parts the values, such as a matrix and its heat map
     */
    public static SideBySide of(Object... parts) {
        return new SideBySide(Arrays.asList(parts));
    }

    /** The texts of its parts, one below the other. */
    @Override
    public String toString() {
        return parts.stream().map(part -> Renderers.of(part).text()).collect(Collectors.joining("\n\n"));
    }

    Rendering rendering() {
        if (parts.isEmpty()) {
            return Renderers.text("nothing side by side");
        }
        List<Rendering> shown = parts.stream().map(Renderers::of).toList();
        String text = shown.stream().map(Rendering::text).collect(Collectors.joining("\n\n"));
        String html = shown.stream().map(SideBySide::part).collect(Collectors.joining());
        return new Rendering(
                text,
                "<div style=\"display:flex;flex-wrap:wrap;align-items:flex-start;gap:12px 32px\">" + html + "</div>",
                Composition.of(shown));
    }

    /** A part in a box; one that is a figure alone grows from its least width to its own. */
    private static String part(Rendering part) {
        boolean figure = part.picture() != null && part.html().startsWith("<img ");
        if (!figure) {
            return "<div style=\"min-width:0;max-width:100%\">" + part.html() + "</div>";
        }
        int width = part.picture().width();
        int percent = part.text().startsWith("Matrix ") ? LEAST_PERCENT_OF_NUMBERS : LEAST_PERCENT;
        int least = Math.min(width, Math.max(LEAST, width * percent / 100));
        return "<div style=\"flex:1 1 %spx;min-width:0;max-width:%spx\">%s</div>".formatted(least, width, part.html());
    }
}
