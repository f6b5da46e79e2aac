package backprop.exercise;

import java.util.OptionalLong;

/**
 * What a learner reads when a test of an exercise did not pass: a headline, and below it what was expected and what
 * came.
 */
final class Feedback {
    private static final int LONGEST = 400;
    private static final int NAME = 60;

    private Feedback() {}

    /** The lines of one message: the assertion's own, or what happened to the learner's code. */
    static String message(Throwable thrown, OptionalLong freshSeed, Diagnosis diagnosis) {
        boolean ofInputs = !(thrown instanceof NotWrittenYet || thrown instanceof OutdatedFunction.NotChecked);
        String seed = freshSeed.isPresent() && ofInputs ? "\n" + Texts.of("feedback.fresh", freshSeed.getAsLong()) : "";
        String said = thrown instanceof WrongValueError wrong ? diagnosis.message(wrong) : said(thrown);
        return said + seed;
    }

    private static String said(Throwable thrown) {
        if (thrown instanceof NotWrittenYet) {
            return Texts.of("feedback.notWritten");
        }
        if (thrown instanceof AssertionError) {
            return String.valueOf(thrown.getMessage());
        }
        String name = Thrown.name(thrown);
        if (name.equals("StackOverflowError")) {
            return Texts.of("feedback.recursion");
        }
        if (name.equals(Thrown.UNDEFINED)) {
            return Answers.unusable().orElseGet(() -> Texts.of("feedback.undefined"));
        }
        String line = Answers.line(thrown).map(code -> "\n" + shortened(code)).orElse("");
        return headline(name) + "\n" + words(name, thrown.getMessage()) + line;
    }

    /** What happened, in the kit's words alone: a class of the learner's own is not named here. */
    private static String headline(String name) {
        String key = "feedback.thrown." + name;
        if (Texts.has(key)) {
            return Texts.of(key);
        }
        return Thrown.isJavas(name) ? Texts.of("feedback.thrown", name) : Texts.of("feedback.thrown.own");
    }

    /** What was thrown, in the words of whoever threw it. */
    private static String words(String name, String message) {
        boolean known = Thrown.isJavas(name) || Texts.has("feedback.thrown." + name);
        String type = known ? name : name.isBlank() ? Texts.of("feedback.thrown.unnamed") : Quoted.of(name, NAME);
        boolean silent = message == null || message.isBlank() || message.equals("null");
        return silent ? Texts.of("feedback.thrown.silent", type) : type + ": " + Quoted.of(message);
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        boolean between = Character.isHighSurrogate(text.charAt(LONGEST - 1)); // the halves of one character
        return text.substring(0, between ? LONGEST - 1 : LONGEST) + "…";
    }
}
