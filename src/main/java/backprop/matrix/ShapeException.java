package backprop.matrix;

/**
 * A matrix has the wrong shape or an entry that it must not have; the message is one sentence that names the thing,
 * what it must be and what it got.
 */
public final class ShapeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Carries the sentence.
     *
     * @param message the sentence
     */
    public ShapeException(String message) {
        super(message);
    }
}
