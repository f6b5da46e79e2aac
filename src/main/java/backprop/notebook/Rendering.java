package backprop.notebook;

import backprop.plot.Figure;
import java.util.Map;

/**
 * What a front end is given of a value: it shows the richest form that it can.
 *
 * @param text plain text, for terminals, saved files and programs
 * @param html HTML with inline styles only, which survives in a notebook that is not trusted; null for text alone
 * @param picture what the value shows as a PNG, for exporters that take no HTML, such as to LaTeX; null without one
 */
record Rendering(String text, String html, Figure picture) {
    static final String PNG = "image/png";

    Rendering(String text, String html) {
        this(text, html, null);
    }

    /**
     * The picture's size on the page, in CSS pixels, and its text alternative, as the metadata of a notebook say
     * them.
     */
    Map<String, Object> pictureMetadata() {
        return Map.of("width", picture.width(), "height", picture.height(), "alt", picture.alt());
    }

    /** The picture's file in Base64. */
    String png() {
        return picture.src().substring(picture.src().indexOf(',') + 1);
    }
}
