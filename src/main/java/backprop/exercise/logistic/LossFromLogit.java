package backprop.exercise.logistic;

import backprop.exercise.Exercise;

/** The contract: ℒ = −y ln ŷ − (1 − y) ln(1 − ŷ) with ŷ = σ(z), from z: max(z, 0) − z y + ln(1 + e^−|z|). */
@Exercise(LossFromLogitTests.class)
@FunctionalInterface
public interface LossFromLogit {
    /**
     * The binary cross-entropy of one example.
     *
     * @param z the logit, any number, such as ±800
     * @param y the label: 1 for yes, 0 for no, or a number between them
     * @return the loss, finite and not below 0
     */
    double of(double z, double y);
}
