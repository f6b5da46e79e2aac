package backprop.grade;

import backprop.grade.result.HandIn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Sentences for whoever runs the grader. Warnings are kept as well, for the overview page. */
final class InstructorMessages {
    private static final int FAILURES = 10; // told one by one

    private final Consumer<String> say;
    private final List<String> warnings = new ArrayList<>();

    InstructorMessages(Consumer<String> say) {
        this.say = say;
    }

    /** Says a sentence once. */
    void say(String sentence) {
        say.accept(sentence);
    }

    /** Says a sentence, and keeps it for the overview page. */
    void warn(String sentence) {
        warnings.add(sentence);
        say.accept(sentence);
    }

    /** Warns of the submissions that could not be marked, and says how to go on. */
    void warn(List<GradingFailure> failures) {
        if (failures.isEmpty()) {
            return;
        }
        failures.stream().limit(FAILURES).map(GradingFailure::sentence).forEach(this::warn);
        if (failures.size() > FAILURES) {
            String others = failures.stream()
                    .skip(FAILURES)
                    .map(GradingFailure::handIn)
                    .map(HandIn::student)
                    .collect(Collectors.joining(", "));
            warn("And so could not be marked: %s.".formatted(others));
        }
        say("When that is put right, the same command with --resume marks the rest.");
    }

    /** All warnings so far, in order. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
