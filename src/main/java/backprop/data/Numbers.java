package backprop.data;

/** Numbers as text: digits with a decimal point and perhaps an exponent, in every locale. */
final class Numbers {
  /** Whole numbers of so many digits are exact, and read without Double.parseDouble: faster. */
  private static final int MOST_DIGITS = 15;

  private Numbers() {}

  /** The number that a field holds; NaN if it holds none, or one too large for a double. */
  static double parse(String field) {
    String text = field.strip();
    long digits = 0;
    boolean whole = !text.isEmpty() && text.length() <= MOST_DIGITS;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = 10 * digits + (c - '0');
      } else if (c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E') {
        whole = false;
      } else {
        return Double.NaN; // Java alone would also take 1d, 0x1p3, NaN and Infinity
      }
    }
    return whole ? digits : general(text);
  }

  private static double general(String text) {
    try {
      double number = Double.parseDouble(text);
      return Double.isInfinite(number) ? Double.NaN : number;
    } catch (NumberFormatException noNumber) {
      return Double.NaN;
    }
  }

  /** Whether a field holds a finite number. */
  static boolean holds(String field) {
    return !Double.isNaN(parse(field));
  }

  /** Whether a field holds a whole number that fits an int, written as one: 5 but not 5.0. */
  static boolean holdsInt(String field) {
    double number = parse(field);
    return number == (int) number && field.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
  }
}
