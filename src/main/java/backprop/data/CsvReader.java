package backprop.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Parts a text into header and rows. */
final class CsvReader {
  private static final CSVFormat STRICT =
      CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).get();
  private static final CSVFormat OPEN_END = STRICT.builder().setLenientEof(true).get();

  private CsvReader() {}

  /** The table in a text, which messages call by its name. */
  static Csv read(String name, String text) {
    List<Csv.Row> rows = new ArrayList<>();
    if (!parsed(text, STRICT, rows)) {
      throw wrongQuote(name, text, rows);
    }
    rows.removeIf(row -> row.fields().size() == 1 && row.fields().get(0).isBlank());
    if (rows.isEmpty()) {
      throw new DataException(name + ": must hold a header and rows, got an empty file");
    }
    CsvRules.requireHeader(name, rows.get(0));
    return new Csv(name, rows.get(0).fields(), rows.subList(1, rows.size()));
  }

  /** Adds the text's rows, up to a wrong quote; returns whether there was none. */
  private static boolean parsed(String text, CSVFormat format, List<Csv.Row> rows) {
    try (CSVParser parser = CSVParser.parse(text, format)) {
      for (CSVRecord record : parser) {
        List<String> fields = List.of(record.values());
        int lastLine = (int) parser.getCurrentLineNumber();
        int breaks = fields.stream().mapToInt(Lines::breaks).sum();
        rows.add(new Csv.Row(lastLine - breaks, fields));
      }
      return true;
    } catch (IOException | UncheckedIOException wrongQuote) {
      return false;
    }
  }

  /** Where, after the rows that could be read, a quote is wrong. */
  private static DataException wrongQuote(String name, String text, List<Csv.Row> read) {
    int line = lineAfter(text, read);
    List<Csv.Row> rows = new ArrayList<>();
    if (!parsed(text, OPEN_END, rows)) {
      return DataException.at(
          name, line, "must have a comma or the line's end after a closing quote, got other text");
    }
    Csv.Row open = new Csv.Row(line, rows.get(read.size()).fields());
    int column = open.fields().size() - 1;
    return DataException.at(
        name,
        open.lineOf(column),
        CsvRules.named(column, read.isEmpty() ? List.of() : read.get(0).fields()),
        "must close the quote that it opens, got the end of the file");
  }

  /** The line on which the next row begins; empty lines are none. */
  private static int lineAfter(String text, List<Csv.Row> read) {
    int line = 1;
    if (!read.isEmpty()) {
      Csv.Row last = read.get(read.size() - 1);
      line = last.lineOf(last.fields().size()) + 1;
    }
    String[] lines = text.split("\r\n|\r|\n", -1);
    while (lines[line - 1].isEmpty()) {
      line++;
    }
    return line;
  }
}
