package backprop.grade.report;

import backprop.grade.result.AtomicFile;
import backprop.grade.result.MarkedSubmission;
import backprop.grade.result.Results;
import backprop.grade.result.ResultsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;

/**
 * Rows without points in {@code overrides.csv}, one for each written answer that a person must still mark. They are
 * appended, by student and then as the assignment has the exercises; with the separators and line ends of the file.
 */
final class UnmarkedRows {
    private final ReportInfo about;
    private final Overrides overrides;

    UnmarkedRows(ReportInfo about, Overrides overrides) {
        this.about = about;
        this.overrides = overrides;
    }

    /**
     * Appends what is not there yet.
     *
     * @return a sentence, if the file cannot be written
     */
    Optional<String> append(Path dir, Results results) {
        Path file = dir.resolve(Overrides.FILE);
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            String end = text.contains("\r\n") ? "\r\n" : "\n";
            char separator =
                    text.replaceFirst("^\uFEFF", "").startsWith(String.join(";", Overrides.HEADER)) ? ';' : ',';
            CSVFormat format =
                    CSVFormat.RFC4180.builder().setDelimiter(separator).get();
            StringBuilder rows = new StringBuilder(text.endsWith("\n") ? "" : end);
            List<List<String>> missing = missing(results);
            missing.forEach(row -> rows.append(format.format(row.toArray())).append(end));
            if (!missing.isEmpty()) {
                AtomicFile.write(file, text + rows);
            }
            return Optional.empty();
        } catch (IOException | ResultsException why) {
            return Optional.of(
                    "%s: the rows for new written answers could not be added. Close the file if a program has it open, and run again."
                            .formatted(Overrides.FILE));
        }
    }

    private List<List<String>> missing(Results results) {
        List<List<String>> rows = new ArrayList<>();
        results.forEach(marked -> rows.addAll(missing(marked)));
        return rows;
    }

    private List<List<String>> missing(MarkedSubmission marked) {
        String student = marked.handIn().student();
        return GradedSubmission.of(marked, about, overrides).parts().stream()
                .filter(part -> part.points().isEmpty())
                .map(part -> part.exercise().name())
                .filter(exercise -> !overrides.names(student, exercise))
                .map(exercise -> List.of(student, exercise, "", ""))
                .toList();
    }
}
