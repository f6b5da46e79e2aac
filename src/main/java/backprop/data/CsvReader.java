package backprop.data;

import static backprop.data.DataException.require;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Parts a text into a header, which gives every column a name of its own, and rows. */
final class CsvReader {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).setLenientEof(true).get();

  /** Put on a line of its own below the text: a quote that is never closed swallows it. */
  private static final String END = "\uFFFF";

  private CsvReader() {}

  /** The table in UTF-8, with or without the byte order mark that some programs put first. */
  static Csv read(String name, InputStream file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(file.readAllBytes());
    CharBuffer out = CharBuffer.allocate(in.limit());
    boolean wrong = StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError();
    String text = out.flip().toString();
    String problem = "%s, line %s: must be UTF-8 text, got the byte 0x%x; save the file as UTF-8";
    require(!wrong, problem, name, 1 + Csv.breaks(text), wrong ? in.get() : 0);
    return read(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  /** The table in a text, which messages call by its name. */
  static Csv read(String name, String text) {
    List<Csv.Row> rows = new ArrayList<>();
    int line = 1;
    try (CSVParser parser = CSVParser.parse(text + "\n" + END, FORMAT)) {
      for (CSVRecord record : parser) {
        rows.add(new Csv.Row(line, List.of(record.values())));
        line = (int) parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException | UncheckedIOException otherText) {
      String problem = "must have a comma or the line's end after a closing quote, got other text";
      throw new DataException(name + ", line " + line + ": " + problem);
    }
    Csv.Row end = rows.remove(rows.size() - 1);
    rows.removeIf(row -> row.fields().size() == 1 && row.fields().get(0).isBlank());
    Csv.Row header = rows.isEmpty() ? new Csv.Row(1, List.of()) : rows.remove(0);
    Csv csv = new Csv(name, header.fields(), List.copyOf(rows));
    String open = "must close the quote that it opens, got the end of the file";
    csv.check(end.fields().equals(List.of(END)), end, end.fields().size() - 1, open);
    int columns = header.fields().size();
    require(columns > 0, "%s: must hold a header and rows, got an empty file", name);
    for (int j = 0; j < columns; j++) { requireName(new Csv(name, List.of(), List.of()), header, j); }
    require(!rows.isEmpty(), "%s: must hold rows below its header, got none", name);
    for (Csv.Row row : rows) {
      int got = row.fields().size();
      String ragged = "a row must hold " + columns + " fields like the header, got " + got;
      csv.check(got == columns, row, Math.min(got, columns), ragged);
    }
    return csv;
  }

  /** Refuses a column that has no name of its own. */
  private static void requireName(Csv nameless, Csv.Row header, int column) {
    String name = header.field(column);
    String got = name.contains(";") ? "semicolons" : name.contains("\t") ? "tabs" : "";
    boolean commas = header.fields().size() > 1 || got.isEmpty();
    String parted = "%s, line %s: must part its columns by commas, got %s";
    require(commas, parted, nameless.name(), header.line(), got);
    boolean named = !name.isBlank() && Double.isNaN(Csv.number(name));
    String missing = "must be the name of a column, got %s; is the header missing?";
    nameless.check(named, header, column, missing);
    String twice = "must have a name of its own, got %s a second time";
    nameless.check(header.fields().indexOf(name) == column, header, column, twice);
  }
}
