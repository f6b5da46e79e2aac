package backprop.exercise;

import backprop.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;

/** What a value must be, and what it is when a usual slip was made. A failure opens with the slip, if it is one of
 * them, and goes on with what was expected and what came: the shapes first, then the first entry that differs. */
public final class Expectation {
  private static final double TOLERANCE = 1e-9;
  private static final int DIGITS = 4;
  private static final int ALL_DIGITS = 12;

  private final Session session;
  private final String what;
  private final Value truth;
  private final List<Map.Entry<String, Supplier<?>>> slips = new ArrayList<>();
  private double tolerance = TOLERANCE;
  private int m = 1;
  private boolean shapeOnly;

  Expectation(Session session, String what, Value truth) {
    this.session = session;
    this.what = what;
    this.truth = truth;
  }

  /** What it is when a slip was made; one slip may have several forms.
   * @param key the slip's text, below Foo.slip
   * @param wrong the value then: a matrix, a number or an int[]; computed only when something is wrong
   * @return this */
  public Expectation slip(String key, Supplier<?> wrong) {
    slips.add(Map.entry(key, wrong));
    return this;
  }

  /** The truth is a mean over m examples, so it is m times too large when the 1/m is missing.
   * @param examples m
   * @return this */
  public Expectation meanOver(int examples) {
    m = examples;
    return this;
  }

  /** How far it may be off, relative to 1 + |truth|; 1e-9 unless told. Whole numbers may never be off.
   * @param bound the largest distance that passes
   * @return this */
  public Expectation within(double bound) {
    tolerance = bound;
    return this;
  }

  /** Only the shape counts, of slips too. */
  Expectation shapeOnly() {
    shapeOnly = true;
    return this;
  }

  /** Compares.
   * @param got what came: a matrix, a number or an int[]
   * @throws AssertionError with the message, if it differs */
  public void is(Object got) {
    Value value = Value.of(got);
    if (value == null) { Assertions.fail(Texts.of("feedback.nullPart", what)); }
    if (!truth.sameShape(value)) { Assertions.fail(headline(value, "wrongShape") + "\n" + shapes(value)); }
    if (!shapeOnly && !near(truth, value, tolerance)) {
      Assertions.fail(headline(value, "wrong") + "\n" + entry(value));
    }
  }

  private String headline(Value got, String otherwise) {
    for (Map.Entry<String, Supplier<?>> slip : slips) {
      if (isGivenBy(slip.getValue(), got)) { return session.slip(slip.getKey()); }
    }
    return Slip.recognize(truth, got, m).map(slip -> Texts.of("slip." + slip, what, m))
        .orElseGet(() -> Texts.of("feedback." + otherwise, what));
  }

  /** Whether a wrong variant gives the same, and differs from the truth in a way that shows. */
  private boolean isGivenBy(Supplier<?> wrong, Value got) {
    Value variant;
    try {
      variant = Value.of(wrong.get());
    } catch (RuntimeException doesNotFitTheseInputs) {
      return false;
    }
    if (variant == null || !variant.sameShape(got)) { return false; }
    return shapeOnly || (near(variant, got, Slip.LIKE) && !(truth.sameShape(got) && near(truth, variant, Slip.LIKE)));
  }

  private static boolean near(Value wanted, Value got, double bound) {
    return Slip.near(wanted.entries(), got.entries(), wanted.within(bound));
  }

  private String shapes(Value got) {
    return Texts.of(truth.isMatrix() ? "feedback.shapes" : "feedback.lengths", what, truth.shape(), got.shape());
  }

  private String entry(Value got) {
    Matrix wanted = truth.entries();
    Matrix came = got.entries();
    for (int j = 0; j < wanted.cols(); j++) {
      for (int i = 0; i < wanted.rows(); i++) {
        if (!Slip.near(wanted.get(i, j), came.get(i, j), truth.within(tolerance))) {
          int digits = truth.text(i, j, DIGITS).equals(got.text(i, j, DIGITS)) ? ALL_DIGITS : DIGITS;
          return Texts.of("feedback.entry", truth.place(what, i, j), truth.text(i, j, digits), got.text(i, j, digits));
        }
      }
    }
    return "";
  }
}
