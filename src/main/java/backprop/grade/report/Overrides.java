package backprop.grade.report;

import backprop.grade.result.AtomicFile;
import backprop.grade.result.HandIn;
import backprop.grade.result.Results;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The points that an instructor has set by hand, in {@code DIR/overrides.csv}: student, exercise, points, reason, with
 * commas or semicolons between them. They are applied last, survive every run, and are the only points that a written
 * answer has. A row without points sets nothing: what it is for is not marked yet.
 */
public final class Overrides {
    static final String FILE = "overrides.csv";
    static final List<String> HEADER = List.of("student", "exercise", "points", "reason");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d{1,9}(\\.\\d{0,9})?|\\.\\d{1,9})");
    private static final Pattern COMMAS = Pattern.compile("[-+]?\\d{0,9},\\d{1,9}");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .get();

    private final OverrideStudents students;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Set<String> named = new HashSet<>();
    private final List<String> problems = new ArrayList<>();
    private boolean whole;

    private Overrides(OverrideStudents students) {
        this.students = students;
    }

    /**
     * Points that stand for an exercise's own.
     *
     * @param student who gets them
     * @param exercise for which exercise
     * @param points how many
     * @param reason why, for the student to read; may be empty
     */
    public record Row(String student, String exercise, double points, String reason) {}

    /**
     * Reads the file, and adds a row without points for each written answer that has none, as a form to fill in. All
     * that stands there already stays, to the byte.
     *
     * @param dir the grader's output folder
     * @param about the exercises with the points that they are worth
     * @param results the marked submissions
     * @return the rows that are right; the others are among the problems
     */
    public static Overrides read(Path dir, ReportInfo about, Results results) {
        Overrides read = read(dir, about, handIns(results));
        if (read.whole) {
            new UnmarkedRows(about, read).append(dir, results).ifPresent(read.problems::add);
        }
        return read;
    }

    /**
     * Reads the file; where there is none, makes one that holds its header alone.
     *
     * @param dir the grader's output folder
     * @param about the exercises with the points that they are worth
     * @param handIns of all of the class
     * @return the rows that are right; the others are among the problems
     */
    static Overrides read(Path dir, ReportInfo about, Collection<HandIn> handIns) {
        Overrides read = new Overrides(new OverrideStudents(handIns));
        Path file = dir.resolve(FILE);
        try {
            if (Files.notExists(file)) {
                AtomicFile.write(file, String.join(",", HEADER) + "\n");
            }
            read.parse(Files.readString(file).replaceFirst("^\uFEFF", ""), about);
        } catch (IOException why) {
            read.problems.add("%s: must be a CSV file in UTF-8 that can be read, got %s; no override is in force"
                    .formatted(FILE, AtomicFile.reason(why)));
        }
        return read;
    }

    static List<HandIn> handIns(Results results) {
        List<HandIn> handIns = new ArrayList<>();
        results.forEach(marked -> handIns.add(marked.handIn()));
        return handIns;
    }

    /**
     * What is wrong with the file.
     *
     * @return a sentence for each row that does not count, with its line
     */
    public List<String> problems() {
        return Collections.unmodifiableList(problems);
    }

    /**
     * Those in force.
     *
     * @return in the order of the file
     */
    public List<Row> all() {
        return List.copyOf(rows.values());
    }

    /** Whether a row is for this exercise of this student, with points or without. */
    boolean names(String student, String exercise) {
        return named.contains(key(student, exercise));
    }

    Optional<Row> of(String student, String exercise) {
        return Optional.ofNullable(rows.get(key(student, exercise)));
    }

    private void parse(String text, ReportInfo about) {
        long line = 1;
        boolean semicolons = text.startsWith(String.join(";", HEADER));
        CSVFormat format = semicolons ? FORMAT.builder().setDelimiter(';').get() : FORMAT;
        try (CSVParser parser = CSVParser.parse(text, format)) {
            boolean header = true;
            for (CSVRecord record : parser) {
                List<String> fields = record.toList();
                if (header && !fields.equals(HEADER)) {
                    problem(
                            1,
                            "must be the header %s, got %s; no override is in force",
                            String.join(",", HEADER),
                            shown(fields));
                    return;
                }
                boolean blank = fields.stream().allMatch(String::isEmpty);
                if (!header && !blank) {
                    row(line, filled(fields), about);
                }
                header = false;
                line = parser.getCurrentLineNumber() + 1;
            }
            whole = !header;
            if (header) {
                problem(1, "must be the header %s, got nothing", String.join(",", HEADER));
            }
        } catch (IOException | UncheckedIOException quote) {
            problem(
                    line,
                    "has a quote that is not closed, or text after a closing one; this row and those below do not count");
        }
    }

    /** A spreadsheet leaves out the empty fields at the end of a row. */
    private static List<String> filled(List<String> fields) {
        List<String> filled = new ArrayList<>(fields);
        while (filled.size() > HEADER.size() && filled.get(filled.size() - 1).isEmpty()) {
            filled.remove(filled.size() - 1);
        }
        while (filled.size() > 1 && filled.size() < HEADER.size()) {
            filled.add("");
        }
        return filled;
    }

    private void row(long line, List<String> fields, ReportInfo about) {
        OverrideStudents.Match match = students.match(fields.get(0));
        match.student().filter(whose -> fields.size() > 1).ifPresent(whose -> named.add(key(whose, fields.get(1))));
        if (fields.size() != HEADER.size()) {
            problem(line, "must hold %s fields, got %s: %s", HEADER.size(), fields.size(), shown(fields));
            return;
        }
        Optional<ReportInfo.Exercise> exercise = about.exercises().stream()
                .filter(e -> e.name().equals(fields.get(1)))
                .findFirst();
        String points = point(fields.get(2));
        if (points.isEmpty()) {
            return;
        }
        if (match.student().isEmpty()) {
            problem(line, match.sentence());
        } else if (exercise.isEmpty()) {
            problem(
                    line,
                    "must name an exercise, one of %s; got %s",
                    String.join(
                            ", ",
                            about.exercises().stream()
                                    .map(ReportInfo.Exercise::name)
                                    .toList()),
                    shown(fields.get(1)));
        } else if (!NUMBER.matcher(points).matches()) {
            problem(line, "must have points that are a number such as 2.5, got %s", shown(points));
        } else {
            if (!match.sentence().isEmpty()) {
                problem(line, match.sentence());
            }
            set(
                    line,
                    new Row(match.student().get(), fields.get(1), Double.parseDouble(points), fields.get(3)),
                    exercise.get().maximum());
        }
    }

    /** A spreadsheet writes 2,5 where that is the custom. */
    private static String point(String number) {
        return COMMAS.matcher(number).matches() ? number.replace(',', '.') : number;
    }

    private void set(long line, Row row, double maximum) {
        if (row.points() < 0 || row.points() > maximum) {
            problem(
                    line,
                    "must have points from 0 to %s for %s, got %s",
                    Formatting.points(maximum),
                    row.exercise(),
                    Formatting.points(row.points()));
            return;
        }
        String key = key(row.student(), row.exercise());
        if (rows.remove(key) != null) {
            problem(line, "sets %s of %s once more; this last one counts", row.exercise(), row.student());
        }
        rows.put(key, row);
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void problem(long line, String sentence, Object... things) {
        String said = things.length == 0 ? sentence : sentence.formatted(things);
        problems.add("%s, line %s: %s".formatted(FILE, line, said));
    }

    private static String key(String student, String exercise) {
        return student + "\n" + exercise;
    }

    static String shown(Object field) {
        return "\"%.80s\"".formatted(String.valueOf(field).replaceAll("\\p{C}", " "));
    }
}
