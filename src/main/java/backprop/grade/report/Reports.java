package backprop.grade.report;

import backprop.grade.result.Results;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All reports of a class. The results are read one at a time; only a row of each is kept. */
public final class Reports {
  private Reports() {}

  /** Writes the reports; the same results and overrides give the same bytes.
   * @param dir the grader's output folder
   * @param about what the reports say of themselves
   * @param results the marked submissions
   * @param overrides the points set by hand
   * @throws backprop.grade.result.ResultsException if a file cannot be written */
  public static void write(Path dir, About about, Results results, Overrides overrides) {
    List<Line> rows = new ArrayList<>();
    results.forEach(marked -> rows.add(Line.of(Graded.of(marked, about, overrides))));
    new Tables(about, rows).grades(dir.resolve("grades.csv"));
  }
}
