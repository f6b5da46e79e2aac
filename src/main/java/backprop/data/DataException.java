package backprop.data;

/**
 * Data is missing or wrong. The message is one sentence: the file, line and column as far as they
 * are known, what must be there, and what is.
 */
public final class DataException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 40;

  /**
   * Carries the sentence.
   *
   * @param message names the place, what must be there and what is
   */
  public DataException(String message) {
    super(message);
  }

  /** {@code iris.csv, line 7: must …, got …}. */
  static DataException at(String file, int line, String sentence) {
    return new DataException(file + ", line " + line + ": " + sentence);
  }

  /** {@code iris.csv, line 7, column petal_width: must …, got …}. */
  static DataException at(String file, int line, String column, String sentence) {
    return new DataException(
        file + ", line " + line + ", column " + brief(column) + ": " + sentence);
  }

  /** A field as a message quotes it, so that an empty one can be seen. */
  static String quoted(String field) {
    return field.isBlank() ? "an empty field" : '"' + brief(field) + '"';
  }

  /** On one line, and not long. */
  private static String brief(String field) {
    String line = field.replaceAll("\\R", "↵");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
