package backprop.grade.formula;

/** A formula holds something that is not rendered. */
final class TexException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TexException(String message) {
        super(message, null, false, false);
    }
}
