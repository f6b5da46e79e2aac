package backprop.notebook;

/** A note that ends a cell. It has no stack trace and no class name to show, so that a kernel, which prints what it
 * catches, prints the note and nothing else. */
@SuppressWarnings("OverrideThrowableToString") // what is printed of it
final class CellError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String text;

  CellError(Note note) {
    super(note.headline(), null, false, false);
    this.text = note.text();
  }

  @Override public String toString() { return text; }
}
