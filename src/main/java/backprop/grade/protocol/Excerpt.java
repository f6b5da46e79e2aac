package backprop.grade.protocol;

import java.nio.charset.StandardCharsets;

/** The beginning of a text that is not ours. */
public final class Excerpt {
    private Excerpt() {}

    /**
     * Cuts a text, and makes it one that can be written: half a character becomes a question mark.
     *
     * @param text any text
     * @param longest how many characters it may have
     * @return the text, or its beginning and an ellipsis
     */
    public static String of(String text, int longest) {
        String cut = text.length() <= longest ? text : text.substring(0, longest) + "…";
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
