package backprop.grade.submission;

import backprop.grade.assignment.Assignment;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A submission, ready to run: the instructor's cells in their order, with the student's answers in their places.
 * @param steps what is done, in order; nothing after the last check
 * @param answers what the student wrote, by the id of the cell; empty text where the cell is missing
 * @param remarks what was put right or does nothing here, as sentences for the student */
public record Prepared(List<Step> steps, Map<String, String> answers, List<String> remarks) {
  /** Keeps copies.
   * @param steps what is done
   * @param answers what the student wrote
   * @param remarks what was put right */
  public Prepared {
    steps = List.copyOf(steps);
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    remarks = List.copyOf(remarks);
  }

  /** Takes the student's answers, and everything else from the assignment.
   * @param assignment the instructor's source
   * @param notebook the student's
   * @return what is to run */
  public static Prepared of(Assignment assignment, Notebook notebook) {
    return new Preparation(assignment, notebook).prepared();
  }
}
