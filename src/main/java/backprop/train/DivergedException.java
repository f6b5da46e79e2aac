package backprop.train;

/** The cost is no longer a number: the message names epoch, batch and parameter. */
public final class DivergedException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  /**
   * Carries the sentence.
   *
   * @param message names epoch, batch and parameter, and what may help
   */
  public DivergedException(String message) {
    super(message);
  }
}
