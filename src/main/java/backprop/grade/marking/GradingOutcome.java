package backprop.grade.marking;

import backprop.grade.result.MarkedSubmission;
import java.util.Map;

/**
 * A submission's marks, and how long they took.
 *
 * @param marked the marks
 * @param seconds of the clock, by the parts of the work
 */
public record GradingOutcome(MarkedSubmission marked, Map<String, Double> seconds) {
    /**
     * Keeps a copy of the map.
     *
     * @param marked the marks
     * @param seconds by the parts of the work
     */
    public GradingOutcome {
        seconds = Map.copyOf(seconds);
    }
}
