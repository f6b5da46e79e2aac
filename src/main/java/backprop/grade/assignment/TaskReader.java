package backprop.grade.assignment;

import static backprop.grade.assignment.AssignmentReader.require;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the exercises together from the cells that give points. */
final class TaskReader {
    private TaskReader() {}

    static List<Task> of(List<Cell> cells) {
        Map<String, String> titles = new HashMap<>();
        Map<String, Cell> answers = new LinkedHashMap<>();
        Map<String, List<CheckCell>> checks = new LinkedHashMap<>();
        String heading = "";
        for (Cell cell : cells) {
            if (cell.solution()) {
                titles.put(cell.id(), heading.isEmpty() ? cell.id() : heading);
                answers.put(cell.id(), cell);
            } else if (!cell.code()) {
                require(!cell.grade(), "the cell " + cell.id() + " gives points, but is a text that nobody writes in");
                heading = Headings.in(cell.source()).reduce(heading, (before, last) -> last);
            }
            if (cell.byHand()) {
                checks.put(cell.id(), new ArrayList<>());
            } else if (cell.check()) {
                CheckCell check = CheckCell.of(cell);
                checks.computeIfAbsent(check.exercise(), none -> new ArrayList<>())
                        .add(check);
            }
        }
        require(!checks.isEmpty(), "has no cell that gives points");
        nameApart(titles, checks.keySet());
        return checks.entrySet().stream()
                .map(exercise -> task(answers.get(exercise.getKey()), titles, exercise.getKey(), exercise.getValue()))
                .toList();
    }

    /** Exercises below the same heading get their own names too. */
    private static void nameApart(Map<String, String> titles, Set<String> exercises) {
        Map<String, List<String>> sharing =
                exercises.stream().filter(titles::containsKey).collect(groupingBy(titles::get));
        sharing.forEach((title, those) -> {
            if (those.size() > 1) {
                those.forEach(one -> titles.put(one, title + ": " + one.replace('-', ' ')));
            }
        });
    }

    private static Task task(Cell answer, Map<String, String> titles, String exercise, List<CheckCell> checks) {
        require(
                answer != null && (answer.code() || checks.isEmpty()),
                "has a check for " + exercise + ", but no code cell with this grade_id that students write in");
        require(
                !answer.grade() || checks.isEmpty(),
                "the cell " + exercise + " is marked by hand, so it must have no check");
        double points = answer.points() * (answer.grade() ? 1 : 0);
        return new Task(
                exercise,
                titles.get(exercise),
                answer.byHand(),
                points + checks.stream().mapToDouble(CheckCell::points).sum(),
                one(checks, false),
                one(checks, true));
    }

    private static Optional<CheckCell> one(List<CheckCell> checks, boolean hidden) {
        return checks.stream().filter(check -> check.hidden() == hidden).findFirst();
    }
}
