package backprop.notebook;

import java.util.List;
import java.util.function.Function;

/**
 * Renders a cell's value so that what a renderer or a class of the notebook throws ends the cell, and no more: an
 * Error would end the kernel's thread, and with it all answers of the kernel.
 */
final class SafeRendering {
    private static final String ENDLESS = "toString() calls itself, perhaps through what it joins to a text";
    private static final String OTHER = "mend toString(); the cell itself has run";

    private SafeRendering() {}

    /**
     * What a renderer makes of a value.
     *
     * @throws CellError if it fails
     */
    static <T, R> R by(Function<? super T, ? extends R> renderer, T value) {
        try {
            return renderer.apply(value);
        } catch (RuntimeException | Error e) {
            throw new CellError(note(value, e));
        }
    }

    private static Note note(Object value, Throwable why) {
        String type = Note.withoutPackages(Note.withoutWrapper(value.getClass().getTypeName()))
                .replace('$', '.');
        String thrown = Note.withoutPackages(Note.withoutWrapper(why.getClass().getName()));
        String message = why.getMessage() == null ? "" : ": " + why.getMessage();
        return new Note(
                "this " + type + " cannot be shown: " + thrown + message,
                why instanceof StackOverflowError ? ENDLESS : OTHER,
                List.of());
    }
}
