package backprop.grade.report;

import backprop.grade.result.WholeFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** The class as tables. No field begins a spreadsheet's formula. */
final class Tables {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private final About about;
  private final List<Line> rows;

  Tables(About about, List<Line> rows) {
    this.about = about;
    this.rows = rows;
  }

  /** Everything, one column for each exercise; empty where a person must still mark. */
  void grades(Path file) {
    List<String> header = new ArrayList<>(List.of("student", "name"));
    about.exercises().forEach(exercise -> header.add(Shown.field(exercise.name())));
    header.addAll(List.of("total", "maximum", "status", "lateness"));
    List<List<String>> table = new ArrayList<>(List.of(header));
    for (Line row : rows) {
      List<String> fields = new ArrayList<>(List.of(Shown.field(row.student()), Shown.field(row.name())));
      row.points().forEach(points -> fields.add(points.isEmpty() ? "" : Shown.points(points.getAsDouble())));
      fields
          .addAll(List.of(Shown.points(row.total()), maximum(), row.status().toString(), Shown.field(row.lateness())));
      table.add(fields);
    }
    write(file, table);
  }

  private String maximum() { return Shown.points(about.maximum()); }

  private static void write(Path file, List<List<String>> table) {
    WholeFile.write(file, out -> {
      for (List<String> fields : table) { out.write(FORMAT.format(fields.toArray()) + "\n"); }
    });
  }
}
