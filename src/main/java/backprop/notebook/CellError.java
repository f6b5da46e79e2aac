package backprop.notebook;

/**
 * A note that ends a cell. It has no stack trace and no class name to show, so that a kernel, which prints what it
 * catches, prints the note and nothing else: the headline bold, and in the page's own colour, for the kernels' red is
 * hard to read on a dark page.
 */
@SuppressWarnings("OverrideThrowableToString") // what is printed of it
final class CellError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final String BOLD = "\u001b[0;1m";
    private static final String PLAIN = "\u001b[0m";

    private final String text;

    CellError(Note note) {
        super(note.headline(), null, false, false);
        this.text = BOLD + note.text().replace("\n", "\n" + PLAIN);
    }

    @Override
    public String toString() {
        return text;
    }
}
