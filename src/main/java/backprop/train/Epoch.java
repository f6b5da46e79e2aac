package backprop.train;

import java.util.Locale;

/**
 * What one epoch recorded. Cost and accuracy of the training set are means over the epoch's batches, each taken before
 * its step; those of the validation set are taken after the epoch. No cost contains a penalty.
 *
 * @param number the epoch, from 1
 * @param cost J_data on the training set
 * @param accuracy share of the training set classified rightly; NaN where labels are values, see
 * {@link backprop.data.Dataset#hasClasses}
 * @param validationCost J_data on the validation set; NaN without one
 * @param validationAccuracy share of the validation set classified rightly; NaN without one
 */
public record Epoch(int number, double cost, double accuracy, double validationCost, double validationAccuracy) {
    /** Such as epoch 3: J 0.1234. */
    @Override
    public String toString() {
        return "epoch " + number + ": " + text();
    }

    String text() {
        return text("J ", cost)
                + text(", accuracy ", accuracy)
                + text(", validation J ", validationCost)
                + text(", validation accuracy ", validationAccuracy);
    }

    private static String text(String name, double value) {
        return Double.isNaN(value) ? "" : name + String.format(Locale.ROOT, "%.4f", value);
    }
}
