package backprop.exercise;

/** What a learner's function threw in another virtual machine: no more than its name and its words come from there. */
public final class Thrown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** JShell's own exception, which is known by its name alone. */
  static final String UNDEFINED = "SPIResolutionException";

  /** The simple name of its class, over there. */
  private final String name;

  /** Something that was thrown.
   * @param name the simple name of its class
   * @param message its message, or null */
  public Thrown(String name, String message) {
    super(message);
    this.name = name;
  }

  /** Whether a method was called that uses a name that is not defined, as JShell tells it.
   * @return true if so */
  public boolean isUndefinedName() { return name.equals(UNDEFINED); }

  /** What it was called there.
   * @param thrown anything that was thrown
   * @return the simple name of its class */
  static String name(Throwable thrown) {
    return thrown instanceof Thrown elsewhere ? elsewhere.name : thrown.getClass().getSimpleName();
  }
}
