package backprop.grade.report;

import backprop.grade.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The written answers of a class: which of them a person must still mark, and how many nobody has answered.
 *
 * @param answers one for each written answer of the assignment
 * @param students how many have an answer that is still to mark
 * @param finished how many have all their points
 * @param all how many have handed in
 */
public record UnmarkedAnswers(List<Answer> answers, long students, long finished, int all) {
    /**
     * Keeps a copy of the list.
     *
     * @param answers one for each written answer of the assignment
     * @param students how many have an answer that is still to mark
     * @param finished how many have all their points
     * @param all how many have handed in
     */
    public UnmarkedAnswers {
        answers = List.copyOf(answers);
    }

    /**
     * A written answer.
     *
     * @param number of the exercise in the assignment, from 1
     * @param exercise its grade_id
     * @param title what it is about
     * @param maximum the points that it is worth
     * @param students whose answers are still to mark
     * @param notAnswered how many have left it empty or as it was given out, which is 0 points
     */
    public record Answer(
            int number, String exercise, String title, String maximum, List<String> students, long notAnswered) {
        /**
         * Keeps a copy of the list.
         *
         * @param number of the exercise in the assignment
         * @param exercise its grade_id
         * @param title what it is about
         * @param maximum the points that it is worth
         * @param students whose answers are still to mark
         * @param notAnswered how many have left it empty
         */
        public Answer {
            students = List.copyOf(students);
        }
    }

    static UnmarkedAnswers of(ReportInfo about, List<StudentRow> lines) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < about.exercises().size(); i++) {
            ReportInfo.Exercise exercise = about.exercises().get(i);
            if (exercise.byHand()) {
                answers.add(answer(i, exercise, lines));
            }
        }
        return new UnmarkedAnswers(
                answers,
                lines.stream()
                        .filter(line -> line.status() == Status.NEEDS_MARKING)
                        .count(),
                lines.stream().filter(line -> !line.open()).count(),
                lines.size());
    }

    private static Answer answer(int i, ReportInfo.Exercise exercise, List<StudentRow> lines) {
        List<String> open = lines.stream()
                .filter(line -> line.marked() && line.points().get(i).isEmpty())
                .map(StudentRow::student)
                .toList();
        long silent = lines.stream()
                .filter(line -> line.notAnswered().contains(exercise.name()))
                .count();
        return new Answer(
                i + 1,
                exercise.name(),
                Formatting.line(exercise.title()),
                Formatting.points(exercise.maximum()),
                open,
                silent);
    }

    /**
     * How many answers are still to mark.
     *
     * @return of all students and all written answers
     */
    public int open() {
        return answers.stream().mapToInt(answer -> answer.students().size()).sum();
    }

    /**
     * What whoever marks should know and do.
     *
     * @param overrides how to name the file that takes the points
     * @return sentences; none if nothing is left to mark
     */
    public List<String> sentences(String overrides) {
        if (open() == 0) {
            return List.of();
        }
        String each = answers.stream()
                .filter(answer -> !answer.students().isEmpty())
                .map(answer -> answer.exercise() + ": " + answer.students().size())
                .collect(Collectors.joining(", "));
        return List.of(
                "%s of %s %s still to be marked (%s)."
                        .formatted(
                                count(open(), "written answer", "written answers"),
                                count(students, "student", "students"),
                                open() == 1 ? "is" : "are",
                                each),
                "Enter their points in %s, which has a row for each, and run the same command again with --resume."
                        .formatted(overrides),
                String.format(
                        Locale.ROOT,
                        "Until then moodle.csv and canvas.csv leave the grade of %s empty: %d of %s %s a grade.",
                        students == 1 ? "this student" : "these " + students + " students",
                        finished,
                        count(all, "student", "students"),
                        finished == 1 || all == 1 ? "has" : "have"));
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
