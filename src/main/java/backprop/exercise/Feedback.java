package backprop.exercise;

import java.util.OptionalLong;

/** What a learner reads when a test of an exercise did not pass: a headline, and below it what was expected and what
 * came. */
final class Feedback {
  private static final int LONGEST = 400;

  private Feedback() {}

  /** The lines of one message: the assertion's own, or what happened to the learner's code. */
  static String message(Throwable thrown, OptionalLong freshSeed, Diagnosis diagnosis) {
    boolean ofInputs = !(thrown instanceof NotWrittenYet || thrown instanceof Refused.NotChecked);
    String seed = freshSeed.isPresent() && ofInputs ? "\n" + Texts.of("feedback.fresh", freshSeed.getAsLong()) : "";
    String said = thrown instanceof WrongValueError wrong ? diagnosis.message(wrong) : said(thrown);
    return said + seed;
  }

  private static String said(Throwable thrown) {
    if (thrown instanceof AssertionError || thrown instanceof NotWrittenYet) { return thrown.getMessage(); }
    if (thrown instanceof StackOverflowError) { return Texts.of("feedback.recursion"); }
    String name = Thrown.name(thrown);
    if (name.equals(Thrown.UNDEFINED)) { return Answers.unusable().orElseGet(() -> Texts.of("feedback.undefined")); }
    String key = "feedback.thrown." + name;
    String headline = Texts.has(key) ? Texts.of(key) : Texts.of("feedback.thrown", name);
    String words = thrown.getMessage() == null ? "" : "\n" + name + ": " + shortened(thrown.getMessage());
    return headline + words + Answers.line(thrown).map(line -> "\n" + shortened(line)).orElse("");
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST) { return text; }
    boolean between = Character.isHighSurrogate(text.charAt(LONGEST - 1)); // the halves of one character
    return text.substring(0, between ? LONGEST - 1 : LONGEST) + "…";
  }
}
