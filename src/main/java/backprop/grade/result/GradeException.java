package backprop.grade.result;

/** Something that is to be marked, or to mark by, is missing or wrong. The message is one sentence, on one line. */
public final class GradeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Carries the sentence.
     *
     * @param message names the thing, what it must be and what it is
     */
    public GradeException(String message) {
        super(message.replaceAll("\\R", " "));
    }
}
