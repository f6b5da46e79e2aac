package backprop.grade;

import backprop.grade.result.ExerciseMark;
import backprop.grade.result.MarkedSubmission;
import backprop.grade.result.Status;
import backprop.grade.result.TestMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The first results of a class. They are held back until one of them has earned points: if everybody fails in the same
 * way, it is hardly the class that is wrong, and somebody is asked before it gets zeros.
 */
final class FirstResultsCheck {
    private static final int SMALLEST = 3;
    private static final int ENOUGH = 8;
    private static final int MOST = 16;
    private static final String ADVICE =
            "Look at one of them first: a mistake in the assignment or on this machine would cost all of them their points."
                    + " Add --anyway to write these marks.";

    private final int all;
    private final Confirmation confirmation;
    private final Runnable begin;
    private final List<MarkedSubmission> results = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private Optional<SuspectedMistake> mistake = Optional.empty();
    private boolean open;
    private boolean refused;

    /**
     * Of a class.
     *
     * @param all how many are to be marked
     * @param confirmation is asked if all fail alike
     * @param begin what is done before the first result is written
     */
    FirstResultsCheck(int all, Confirmation confirmation, Runnable begin) {
        this.all = all;
        this.confirmation = confirmation;
        this.begin = begin;
    }

    /**
     * Writes a result, now or when it is clear that it should be.
     *
     * @throws NotConfirmedException if nothing is to be written at all
     */
    synchronized void add(MarkedSubmission marked, Runnable write) {
        if (refused) {
            return;
        }
        if (open) {
            write.run();
            return;
        }
        results.add(marked);
        held.add(write);
        if (all < SMALLEST || earned(marked)) {
            release();
        } else if (telling() >= ENOUGH || held.size() >= MOST) {
            end();
        }
    }

    /** A result from before shows as well that marking works. */
    synchronized void kept(MarkedSubmission marked) {
        if (!open && !refused && earned(marked)) {
            release();
        }
    }

    /**
     * All are marked.
     *
     * @throws NotConfirmedException if nothing is to be written at all
     */
    synchronized void end() {
        if (open || refused) {
            return;
        }
        mistake = alike();
        refused = true;
        mistake.ifPresent(confirmation::require);
        refused = false;
        release();
    }

    /** What was asked about and confirmed. */
    synchronized Optional<SuspectedMistake> confirmed() {
        return mistake;
    }

    private void release() {
        open = true;
        begin.run();
        held.forEach(Runnable::run);
        held.clear();
        results.clear();
    }

    private long telling() {
        return results.stream().filter(one -> unreadable(one) || answered(one)).count();
    }

    /** What is odd if all that tell anything have failed in the same way. */
    private Optional<SuspectedMistake> alike() {
        List<MarkedSubmission> answered =
                results.stream().filter(FirstResultsCheck::answered).toList();
        List<MarkedSubmission> telling = answered.isEmpty()
                ? results.stream().filter(FirstResultsCheck::unreadable).toList()
                : answered;
        int least = results.size() == all ? SMALLEST - 1 : SMALLEST;
        if (telling.size() < least || results.stream().anyMatch(FirstResultsCheck::earned)) {
            return Optional.empty();
        }
        Map<String, String> common = new HashMap<>();
        for (MarkedSubmission one : telling) {
            for (Map.Entry<String, String> failure : failures(one).entrySet()) {
                String before = common.putIfAbsent(failure.getKey(), failure.getValue());
                if (before != null && !before.equals(failure.getValue())) {
                    return Optional.empty();
                }
            }
        }
        String what = failures(telling.get(0)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .findFirst()
                .map(failure -> (failure.getKey().isEmpty() ? "" : failure.getKey() + ": ") + failure.getValue())
                .orElse("");
        return Optional.of(new SuspectedMistake(
                String.format(
                        Locale.ROOT,
                        "All %d submissions %s so far failed in the same way: %s",
                        telling.size(),
                        answered.isEmpty() ? "that were read" : "with an answer that were marked",
                        what),
                ADVICE));
    }

    private static boolean unreadable(MarkedSubmission marked) {
        return marked.status() == Status.UNREADABLE;
    }

    private static boolean answered(MarkedSubmission marked) {
        return byMachine(marked).anyMatch(ExerciseMark::answered);
    }

    private static boolean earned(MarkedSubmission marked) {
        return byMachine(marked).anyMatch(mark -> mark.points() > 0);
    }

    private static Stream<ExerciseMark> byMachine(MarkedSubmission marked) {
        return marked.exercises().stream().filter(mark -> !mark.byHand());
    }

    /** What is said first of each exercise, whatever the numbers in it; of what could not be read, why. */
    private static Map<String, String> failures(MarkedSubmission marked) {
        if (unreadable(marked)) {
            return Map.of("", alike(marked.problem()));
        }
        Map<String, String> failures = new HashMap<>();
        byMachine(marked)
                .filter(ExerciseMark::answered)
                .forEach(mark -> failures.put(mark.exercise(), alike(first(mark))));
        return failures;
    }

    /** The first thing that is wrong with an exercise, in a sentence. */
    static String first(ExerciseMark mark) {
        return Stream.concat(
                        mark.problem().lines().limit(1),
                        mark.tests().stream().filter(test -> !test.passed()).map(TestMark::headline))
                .filter(Objects::nonNull)
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("It has no points.");
    }

    private static String alike(String sentence) {
        return sentence.replaceAll("\\p{N}+(?:[.,]\\p{N}+)*", "…");
    }
}
