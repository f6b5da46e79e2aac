package backprop.grade.submission;

import backprop.grade.assignment.Assignment;
import backprop.grade.notebook.Notebook;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A submission, ready to run: the instructor's cells in their order, with the student's answers in their places.
 *
 * @param steps what is done, in order; nothing after the last check
 * @param answers what the student wrote, by the id of the cell; empty text where the cell is missing
 * @param remarks what was put right or does nothing here, as sentences for the student
 * @param repairs those of the remarks that tell of a cell which was not as it was given out
 */
public record PreparedSubmission(
        List<ExecutionStep> steps, Map<String, String> answers, List<String> remarks, List<String> repairs) {
    /**
     * Keeps copies.
     *
     * @param steps what is done
     * @param answers what the student wrote
     * @param remarks what was put right
     * @param repairs those of a cell that was not as it was given out
     */
    public PreparedSubmission {
        steps = List.copyOf(steps);
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        remarks = List.copyOf(remarks);
        repairs = List.copyOf(repairs);
    }

    /**
     * Takes the student's answers, and everything else from the assignment.
     *
     * @param assignment the instructor's source
     * @param notebook the student's
     * @return what is to run
     */
    public static PreparedSubmission of(Assignment assignment, Notebook notebook) {
        return new Preparation(assignment, notebook).prepared();
    }

    /**
     * Counts the answers that are more than what students start from.
     *
     * @param assignment the instructor's source
     * @param notebook the student's
     * @return how many are written
     */
    public static int written(Assignment assignment, Notebook notebook) {
        Map<String, String> answers = of(assignment, notebook).answers();
        return (int) assignment.cells().stream()
                .filter(cell -> answers.containsKey(cell.id()))
                .filter(cell -> !cell.unwritten(answers.get(cell.id())))
                .count();
    }

    /**
     * Looks for the assignment's cells, by their ids or by their text.
     *
     * @param assignment the instructor's source
     * @param notebook the student's
     * @return the ids of those that are there
     */
    public static List<String> found(Assignment assignment, Notebook notebook) {
        return new CellRecognition(assignment, notebook)
                .cells().stream().map(Notebook.Cell::id).toList();
    }
}
