package backprop.train;

/** The cost is no longer a number: the message names epoch, batch and what first went wrong. */
public final class DivergedException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    DivergedException(String message) {
        super(message);
    }
}
