package backprop.grade.marking;

import backprop.grade.assignment.Assignment;
import backprop.grade.assignment.Cell;
import backprop.grade.assignment.CheckCell;
import backprop.grade.assignment.Task;
import backprop.grade.result.ExerciseMark;
import backprop.grade.result.GraderTexts;
import backprop.grade.result.TestMark;
import backprop.grade.submission.ExecutionStep;
import backprop.grade.submission.PreparedSubmission;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Charges a mistake once. A function that lost points and uses an earlier one of the student's that lost points too is
 * tried a second time, with the reference in place of the earlier one; a test that then passes counts.
 *
 * <p>The reference is run after the last check of its exercise, so that it replaces the student's function in all
 * that follows, while the student's own is still what its own exercise is marked by.
 */
final class FollowThrough {
    private static final Pattern WORD = Pattern.compile("\\w+");

    private final Assignment assignment;
    private final PreparedSubmission prepared;
    private final List<ExerciseMark> marks;
    private final List<Task> lost = new ArrayList<>();
    private final Map<String, List<Task>> replaced = new LinkedHashMap<>();

    /**
     * Finds out which functions deserve a second try.
     *
     * @param marks what all functions earned with the student's own earlier ones, in the order of the exercises
     */
    FollowThrough(Assignment assignment, PreparedSubmission prepared, List<ExerciseMark> marks) {
        this.assignment = assignment;
        this.prepared = prepared;
        this.marks = marks;
        for (int k = 0; k < marks.size(); k++) {
            Task task = assignment.tasks().get(k);
            if (task.check().isEmpty() || marks.get(k).points() >= task.maximum()) {
                continue;
            }
            List<Task> used = marks.get(k).answered() ? used(task) : List.of();
            if (!used.isEmpty()) {
                replaced.put(task.exercise(), used);
            }
            lost.add(task);
        }
    }

    /** Whether there is something to try again. */
    boolean needed() {
        return !replaced.isEmpty();
    }

    /** The submission with the references in it, and only the checks of what is tried again. */
    PreparedSubmission withReferences() {
        List<Task> gone = lost.stream()
                .filter(task -> replaced.values().stream().anyMatch(used -> used.contains(task)))
                .toList();
        Map<Integer, Task> after = gone.stream().collect(Collectors.toMap(this::lastCheck, task -> task));
        List<ExecutionStep> steps = new ArrayList<>();
        for (int k = 0; k < prepared.steps().size(); k++) {
            ExecutionStep step = prepared.steps().get(k);
            if (step.check().map(CheckCell::exercise).map(replaced::containsKey).orElse(true)) {
                steps.add(step);
            }
            if (after.containsKey(k)) {
                steps.add(executed(after.get(k)));
            }
        }
        return new PreparedSubmission(steps, prepared.answers(), prepared.remarks(), prepared.repairs());
    }

    private ExecutionStep executed(Task task) {
        String label = "the reference of " + task.exercise();
        return new ExecutionStep(ExecutionStep.Kind.LOCKED, "", label, reference(task), Optional.empty());
    }

    /**
     * The marks, with the tests that passed at the second try.
     *
     * @param second what all functions earned then
     */
    List<ExerciseMark> counted(List<ExerciseMark> second) {
        Map<Task, ExerciseMark> counted = new LinkedHashMap<>();
        for (int k = 0; k < marks.size(); k++) {
            Task task = assignment.tasks().get(k);
            ExerciseMark mark = marks.get(k);
            List<Task> used = replaced.getOrDefault(task.exercise(), List.of());
            List<Task> wrong = used.stream()
                    .filter(one -> counted.get(one).points() < one.maximum())
                    .toList();
            List<TestMark> tests = second.get(k).tests();
            boolean again = !used.isEmpty() && tests.size() == mark.tests().size();
            counted.put(task, again ? counted(mark, tests, wrong.isEmpty() ? used : wrong) : mark);
        }
        return List.copyOf(counted.values());
    }

    /** What passed counts, and of what did not, what it said when the earlier functions were right. */
    private static ExerciseMark counted(ExerciseMark mark, List<TestMark> second, List<Task> wrong) {
        List<TestMark> tests = new ArrayList<>();
        for (int k = 0; k < second.size(); k++) {
            TestMark first = mark.tests().get(k);
            tests.add(first.passed() ? first : second.get(k));
        }
        return mark.with(
                tests,
                GraderTexts.of(
                        "grade.reference",
                        listed(wrong.stream().map(FollowThrough::function).toList())));
    }

    /** In words: f, g and h. */
    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /**
     * The earlier functions that lost points, and whose names the function's code says, or that of a cell of the
     * student's own, or of a function that it calls.
     */
    private List<Task> used(Task task) {
        Set<String> seen = new HashSet<>();
        Deque<String> texts = new ArrayDeque<>();
        texts.add(own(task));
        prepared.steps().stream()
                .filter(step -> step.kind() == ExecutionStep.Kind.EXTRA)
                .map(ExecutionStep::source)
                .forEach(texts::add);
        while (!texts.isEmpty()) {
            Set<String> words = new HashSet<>(WORD.matcher(texts.remove())
                    .results()
                    .map(MatchResult::group)
                    .toList());
            for (Task other : earlier(task)) {
                if (words.contains(function(other)) && seen.add(other.exercise())) {
                    texts.add(own(other));
                    texts.add(lost.contains(other) ? reference(other) : "");
                }
            }
        }
        return lost.stream().filter(other -> seen.contains(other.exercise())).toList();
    }

    private List<Task> earlier(Task task) {
        return assignment.tasks().stream()
                .takeWhile(other -> !other.equals(task))
                .filter(other -> other.check().isPresent())
                .toList();
    }

    private static String function(Task task) {
        return task.check().map(CheckCell::function).orElse("");
    }

    private String own(Task task) {
        return prepared.answers().getOrDefault(task.exercise(), "");
    }

    private String reference(Task task) {
        return assignment.cells().stream()
                .filter(cell -> cell.id().equals(task.exercise()))
                .map(Cell::source)
                .findFirst()
                .orElse("");
    }

    private int lastCheck(Task task) {
        int last = -1;
        for (int k = 0; k < prepared.steps().size(); k++) {
            Optional<String> exercise = prepared.steps().get(k).check().map(CheckCell::exercise);
            if (exercise.filter(task.exercise()::equals).isPresent()) {
                last = k;
            }
        }
        return last;
    }
}
