package backprop.grade.report;

import backprop.grade.result.AtomicFile;
import backprop.grade.result.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;

/** The class as tables. No field begins a spreadsheet's formula. */
final class GradeTables {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    /** By this a spreadsheet knows UTF-8. The platforms' own tables have it not. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ReportInfo about;
    private final List<StudentRow> rows;

    GradeTables(ReportInfo about, List<StudentRow> rows) {
        this.about = about;
        this.rows = rows;
    }

    UnmarkedAnswers unmarked() {
        return UnmarkedAnswers.of(about, rows);
    }

    /**
     * Everything, one column for each exercise; empty where a person must still mark or the grader could not, 0 where
     * nothing was answered.
     */
    void grades(Path file) {
        List<String> header = new ArrayList<>(List.of("student", "name"));
        about.exercises().forEach(exercise -> header.add(Formatting.field(exercise.name())));
        header.addAll(List.of("total", "maximum", "status", "lateness"));
        List<List<String>> table = new ArrayList<>(List.of(header));
        for (StudentRow row : rows) {
            List<String> fields =
                    new ArrayList<>(List.of(Formatting.field(row.student()), Formatting.field(row.name())));
            row.points().forEach(points -> fields.add(points.isEmpty() ? "" : Formatting.points(points.getAsDouble())));
            fields.addAll(List.of(
                    row.marked() ? Formatting.points(row.total()) : "",
                    maximum(),
                    row.status().toString(),
                    Formatting.field(row.lateness())));
            table.add(fields);
        }
        write(file, BYTE_ORDER_MARK, table);
    }

    /**
     * Moodle's offline grading worksheet, with the columns of the one that it gives out. Its import knows a student by
     * the number in the first column and passes over 0; a line without a grade it leaves as it is. The comments are
     * HTML.
     */
    void moodle(Path file) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(
                "Identifier",
                "Full name",
                "Email address",
                "Status",
                "Grade",
                "Maximum Grade",
                "Grade can be changed",
                "Last modified (submission)",
                "Last modified (grade)",
                "Feedback comments"));
        for (StudentRow row : rows) {
            boolean open = row.open();
            table.add(List.of(
                    "Participant " + number(row).orElse("0"),
                    Formatting.field(row.name()),
                    "",
                    "",
                    open ? "" : Formatting.points(row.total()),
                    maximum(),
                    "Yes",
                    "-",
                    "-",
                    open ? "" : comments(row)));
        }
        write(file, table);
    }

    /**
     * Canvas's gradebook, with its row of the points possible. Its import knows a student by the number, else by the
     * login; an empty grade it leaves as it is.
     */
    void canvas(Path file) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("Student", "ID", "SIS User ID", "SIS Login ID", "Section", Formatting.field(about.title())));
        table.add(List.of("    Points Possible", "", "", "", "", maximum()));
        for (StudentRow row : rows) {
            String login = number(row).isPresent() ? "" : Formatting.field(row.student());
            String grade = row.open() ? "" : Formatting.points(row.total());
            table.add(List.of(Formatting.field(row.name()), number(row).orElse(""), "", login, "", grade));
        }
        write(file, table);
    }

    /** Who is who: the pseudonyms of the students. */
    void pseudonyms(Path file, Map<String, String> pseudonyms) {
        List<List<String>> table = new ArrayList<>(List.of(List.of("pseudonym", "student", "name")));
        Map<String, String> names = new HashMap<>();
        rows.forEach(row -> names.put(row.student(), row.name()));
        pseudonyms.forEach((student, pseudonym) -> table.add(
                List.of(pseudonym, Formatting.field(student), Formatting.field(names.getOrDefault(student, "")))));
        write(file, BYTE_ORDER_MARK, table);
    }

    /** The points of each exercise, in words. */
    private String comments(StudentRow row) {
        if (row.status() == Status.UNREADABLE) {
            return escaped("Nothing could be marked. " + row.problem());
        }
        List<String> comments = new ArrayList<>();
        for (int i = 0; i < row.points().size(); i++) {
            ReportInfo.Exercise exercise = about.exercises().get(i);
            String silent = row.notAnswered().contains(exercise.name()) ? ", not answered" : "";
            comments.add("%s: %s of %s%s"
                    .formatted(
                            exercise.title(),
                            Formatting.points(row.points().get(i).orElse(0)),
                            Formatting.points(exercise.maximum()),
                            silent));
        }
        return escaped(String.join("; ", comments));
    }

    private static String escaped(String text) {
        return Formatting.harmless(
                text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    /** The platform's number, where it is one. */
    private static Optional<String> number(StudentRow row) {
        return Optional.of(row.platformId()).filter(id -> id.matches("[0-9]{1,18}"));
    }

    private String maximum() {
        return Formatting.points(about.maximum());
    }

    private static void write(Path file, List<List<String>> table) {
        write(file, "", table);
    }

    private static void write(Path file, String mark, List<List<String>> table) {
        AtomicFile.write(file, out -> {
            out.write(mark);
            for (List<String> fields : table) {
                out.write(FORMAT.format(fields.toArray()) + "\n");
            }
        });
    }
}
