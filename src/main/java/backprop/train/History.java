package backprop.train;

import java.util.List;
import java.util.Locale;

/**
 * What a training recorded, epoch by epoch.
 *
 * @param epochs the epochs so far, in order
 */
public record History(List<Epoch> epochs) {
  /**
   * Keeps a copy of the list.
   *
   * @param epochs the epochs so far, in order
   */
  public History {
    epochs = List.copyOf(epochs);
  }

  /**
   * The last epoch.
   *
   * @return the last epoch
   * @throws IllegalStateException if there is none
   */
  public Epoch last() {
    if (epochs.isEmpty()) {
      throw new IllegalStateException("History: there is no epoch in it yet");
    }
    return epochs.get(epochs.size() - 1);
  }

  /**
   * Whether the epochs hold accuracies, which they do where labels are classes.
   *
   * @return true if so
   */
  public boolean hasAccuracy() {
    return !epochs.isEmpty() && !Double.isNaN(last().accuracy());
  }

  /**
   * Whether there was a validation set.
   *
   * @return true if so
   */
  public boolean hasValidation() {
    return !epochs.isEmpty() && !Double.isNaN(last().validationCost());
  }

  /** One line: the number of epochs, and cost and accuracy of the last. */
  @Override
  public String toString() {
    if (epochs.isEmpty()) {
      return "History of no epoch";
    }
    StringBuilder text =
        new StringBuilder("History of ")
            .append(epochs.size())
            .append(epochs.size() == 1 ? " epoch" : " epochs");
    text.append(number(", J ", last().cost()));
    text.append(number(", accuracy ", last().accuracy()));
    text.append(number(", validation J ", last().validationCost()));
    text.append(number(", validation accuracy ", last().validationAccuracy()));
    return text.toString();
  }

  private static String number(String name, double value) {
    return Double.isNaN(value) ? "" : name + String.format(Locale.ROOT, "%.4f", value);
  }
}
