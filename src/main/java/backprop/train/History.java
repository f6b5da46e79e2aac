package backprop.train;

import java.util.Comparator;
import java.util.List;

/**
 * What a training recorded, epoch by epoch.
 *
 * @param epochs the epochs so far, in order
 */
public record History(List<Epoch> epochs) {
    /**
     * Keeps a copy of the list.
     *
     * @param epochs the epochs so far
     */
    public History {
        epochs = List.copyOf(epochs);
    }

    /**
     * {@return the last epoch}
     *
     * @throws IllegalStateException if there is none
     */
    public Epoch last() {
        if (epochs.isEmpty()) {
            throw new IllegalStateException("History: there is no epoch in it yet");
        }
        return epochs.get(epochs.size() - 1);
    }

    /**
     * {@return the epoch of the lowest validation cost, the first of equals; one whose cost is NaN is never the best}
     *
     * @throws IllegalStateException if there was no validation set
     */
    public Epoch best() {
        if (!hasValidation()) {
            throw new IllegalStateException("History: there is no validation cost in it to be the best");
        }
        return epochs.stream()
                .filter(epoch -> !Double.isNaN(epoch.validationCost()))
                .min(Comparator.comparing(Epoch::validationCost))
                .orElseThrow();
    }

    /** {@return whether the epochs hold accuracies, which they do where labels are classes} */
    public boolean hasAccuracy() {
        return epochs.stream().anyMatch(epoch -> !Double.isNaN(epoch.accuracy()));
    }

    /** {@return whether there was a validation set} */
    public boolean hasValidation() {
        return epochs.stream().anyMatch(epoch -> !Double.isNaN(epoch.validationCost()));
    }

    /** One line: the number of epochs, and cost and accuracy of the last. */
    @Override
    public String toString() {
        int n = epochs.size();
        return n == 0 ? "History of no epoch" : "History of " + n + (n == 1 ? " epoch, " : " epochs, ") + last().text();
    }
}
