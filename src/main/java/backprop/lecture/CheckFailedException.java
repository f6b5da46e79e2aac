package backprop.lecture;

/** A check of a notebook does not hold; the message says what must be and what came. */
public final class CheckFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Carries the sentence.
     *
     * @param message what must be, and what came
     */
    public CheckFailedException(String message) {
        super(message);
    }
}
