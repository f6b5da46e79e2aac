package backprop.data;

import static backprop.data.DataException.require;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the text of a CSV file, and tells what is wrong with one that uses other separators, has no header, or is no
 * text at all.
 *
 * @param name the file, as messages name it
 * @param text its content
 * @param separator the character between two fields
 */
record CsvText(String name, String text, char separator) {
    private static final String SEPARATORS = ",;\t|";
    private static final Pattern EXCELS_FIRST_LINE = Pattern.compile("\"?sep=(.)\"?(\\R.*)?", Pattern.DOTALL);
    private static final Pattern POINT = Pattern.compile("[-+]?\\d+\\.\\d+([eE][-+]?\\d+)?");
    private static final Pattern COMMA = Pattern.compile("[-+]?\\d+,\\d+([eE][-+]?\\d+)?");

    CsvText {
        require(
                SEPARATORS.indexOf(separator) >= 0,
                "%s: the separator must be one of , ; | and tab, got \"%s\"",
                name,
                separator);
    }

    /** Reads the text of a file, which may begin with a byte order mark, as some programs write it. */
    static String decode(String name, byte[] bytes) {
        String foreign = FileKind.foreignToText(bytes);
        require(foreign.isEmpty(), "%s: must be a CSV file, got %s", name, foreign);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        String wrong = "%s, line %s: must be a text in UTF-8, got the byte 0x%02X — save it as CSV in UTF-8";
        require(
                !result.isError(),
                wrong,
                name,
                text.split("\r\n|\r|\n", -1).length,
                in.hasRemaining() ? in.get(in.position()) : 0);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Reads the table. A first line such as sep=;, as Excel writes it, names the separator. */
    Csv parse() {
        Matcher named = EXCELS_FIRST_LINE.matcher(text);
        if (named.matches() && named.group(1).charAt(0) != separator) {
            return new CsvText(name, text, named.group(1).charAt(0)).parse();
        }
        List<Csv.Row> rows = rowsOrRefusal(named.matches() ? 1 : 0);
        require(!rows.isEmpty(), "%s: must hold a header and rows, got an empty file", name);
        if (!isTable(rows)) {
            refuseOtherSeparators(rows);
        }
        Csv.Row header = rows.get(0);
        requireNames(header);
        List<Csv.Row> examples = rows.subList(1, rows.size());
        return new Csv(name, header.fields(), separator == ',' ? List.copyOf(examples) : withPoints(examples));
    }

    /** Reads the rows. If the quotes make sense only with another separator, the message names that one. */
    private List<Csv.Row> rowsOrRefusal(int skipped) {
        try {
            return rows(skipped);
        } catch (DataException quote) {
            for (int k = 0; k < SEPARATORS.length(); k++) {
                char other = SEPARATORS.charAt(k);
                List<Csv.Row> split = new CsvText(name, text, other).rowsOrNone();
                if (isTable(split)) {
                    throw wrongSeparator(split.get(0), other);
                }
            }
            throw quote;
        }
    }

    /** All lines that are not empty, each with its place, but for the first few. */
    private List<Csv.Row> rows(int skipped) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreSurroundingSpaces(true)
                .get();
        List<Csv.Row> rows = new ArrayList<>();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(text, format)) {
            for (CSVRecord record : parser) {
                List<String> fields = List.of(record.values());
                if (record.getRecordNumber() > skipped && !fields.equals(List.of(""))) {
                    rows.add(new Csv.Row("line " + line, fields));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException quote) {
            String wrong =
                    ": must close each quoted field and end it there, got an open one or text after a closing quote";
            throw new DataException(name + ", line " + line + wrong);
        }
        return rows;
    }

    /** Tells whether there are two columns or more, and every row has a field for each. */
    private static boolean isTable(List<Csv.Row> rows) {
        int n = rows.isEmpty() ? 0 : rows.get(0).fields().size();
        return n > 1 && rows.stream().allMatch(row -> row.fields().size() == n);
    }

    private void refuseOtherSeparators(List<Csv.Row> rows) {
        boolean oneColumn = rows.get(0).fields().size() == 1;
        for (int k = 0; k < SEPARATORS.length(); k++) {
            char other = SEPARATORS.charAt(k);
            List<Csv.Row> split = other == separator ? List.of() : new CsvText(name, text, other).rowsOrNone();
            boolean moreNames =
                    oneColumn && !split.isEmpty() && split.get(0).fields().size() > 1;
            if (moreNames || isTable(split)) {
                throw wrongSeparator(rows.get(0), other);
            }
        }
        String first = rows.get(rows.size() - 1).fields().get(0);
        long numbers = Stream.of(first.split("\\s+"))
                .mapToDouble(Csv::number)
                .filter(Double::isFinite)
                .count();
        require(
                !oneColumn || numbers < 2,
                "%s, %s: must separate its columns by %s, got blanks in \"%.60s\" — write them so in all lines",
                name,
                rows.get(0).place(),
                word(separator),
                rows.get(0).fields().get(0));
    }

    private DataException wrongSeparator(Csv.Row header, char other) {
        String line = text.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
        String sign = other == '\t' ? "\\t" : String.valueOf(other);
        return new DataException(
                ("%s, %s: must separate its columns by %s, got %s in \"%.60s\" — save it so, or say what"
                                + " separates them: read(file, '%s')")
                        .formatted(name, header.place(), word(separator), word(other), line, sign));
    }

    private List<Csv.Row> rowsOrNone() {
        try {
            return rows(0);
        } catch (DataException unreadable) {
            return List.of();
        }
    }

    private static String word(char separator) {
        return switch (separator) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            default -> "bars";
        };
    }

    /** Refuses numbers where names belong, but for names that count on by 1, such as those of pixels or years. */
    private void requireNames(Csv.Row header) {
        double[] numbers = header.fields().stream()
                .mapToDouble(Csv::number)
                .filter(Double::isFinite)
                .toArray();
        boolean counting = numbers.length > 1;
        for (int i = 0; i < numbers.length; i++) {
            counting = counting && numbers[i] % 1 == 0 && numbers[i] == numbers[0] + i;
        }
        require(
                numbers.length == 0 || counting,
                "%s, %s: must be a header that names the columns, got numbers in %.80s"
                        + " — put a line of names above it",
                name,
                header.place(),
                header.fields());
    }

    /** The rows with 1.5 for 1,5, which is how numbers look in a file that has no commas between its columns. */
    private List<Csv.Row> withPoints(List<Csv.Row> rows) {
        String comma = rows.stream()
                .flatMap(row -> row.fields().stream())
                .filter(field -> COMMA.matcher(field).matches())
                .findFirst()
                .orElse("");
        if (comma.isEmpty()) {
            return List.copyOf(rows);
        }
        List<Csv.Row> changed = new ArrayList<>();
        for (Csv.Row row : rows) {
            for (String field : row.fields()) {
                require(
                        !POINT.matcher(field).matches(),
                        "%s, %s: all numbers must have one kind of decimal sign, got \"%s\" beside \"%s\"",
                        name,
                        row.place(),
                        field,
                        comma);
            }
            changed.add(new Csv.Row(
                    row.place(),
                    row.fields().stream()
                            .map(field -> COMMA.matcher(field).matches() ? field.replace(',', '.') : field)
                            .toList()));
        }
        return changed;
    }
}
