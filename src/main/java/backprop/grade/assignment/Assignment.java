package backprop.grade.assignment;

import backprop.grade.result.GradeException;
import java.nio.file.Path;
import java.util.List;

/**
 * An assignment in nbgrader's source form.
 *
 * @param name such as 04-backward-pass
 * @param title what it is about
 * @param cells all its cells, in their order
 * @param tasks its exercises, in their order
 */
public record Assignment(String name, String title, List<Cell> cells, List<Task> tasks) {
    /**
     * Keeps copies of the lists.
     *
     * @param name such as 04-backward-pass
     * @param title what it is about
     * @param cells all its cells
     * @param tasks its exercises
     */
    public Assignment {
        cells = List.copyOf(cells);
        tasks = List.copyOf(tasks);
    }

    /**
     * Reads the instructor's notebook.
     *
     * @param notebook its file; the name without extension is the assignment's
     * @return the assignment
     * @throws GradeException when the file is missing or something else, in a sentence
     */
    public static Assignment read(Path notebook) {
        return AssignmentReader.read(notebook);
    }

    /**
     * All that can be earned.
     *
     * @return the sum over the exercises
     */
    public double maximum() {
        return tasks.stream().mapToDouble(Task::maximum).sum();
    }
}
