package backprop.exercise;

import java.util.concurrent.TimeoutException;

/** What a learner reads when a test of an exercise did not pass. */
final class Feedback {
  private Feedback() {}

  /** One message: the assertion's own, or what happened to the learner's code. */
  static String message(Throwable thrown) {
    if (thrown instanceof AssertionError) { return thrown.getMessage(); }
    if (thrown instanceof TimeoutException) {
      return "Your function did not return in time. Is there a loop that never ends? Restart the"
          + " kernel now: the loop goes on behind the scenes.";
    }
    if (thrown instanceof StackOverflowError) { return "Your function calls itself without end."; }
    if (thrown.getClass().getName().equals("jdk.jshell.spi.SPIResolutionException")) {
      return "Your function uses a name that is not defined. Check its spelling (Java's exponential"
          + " is Math.exp), or run the cell that defines it.";
    }
    String detail = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
    return "Your function threw " + thrown.getClass().getSimpleName() + detail + ".";
  }
}
