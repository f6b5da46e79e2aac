package backprop.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What makes a table: a header of different names, and rows below it that are as long. */
final class CsvRules {
  private CsvRules() {}

  /** Refuses a header that does not give every column a name of its own. */
  static void requireHeader(String name, Csv.Row header) {
    requireCommas(name, header);
    Set<String> names = new HashSet<>();
    for (int j = 0; j < header.fields().size(); j++) {
      String field = header.fields().get(j);
      String got = DataException.quoted(field);
      if (field.isBlank() || Numbers.holds(field)) {
        String problem = "must be the name of a column, got " + got + "; is the header missing?";
        throw DataException.at(name, header.lineOf(j), numbered(j), problem);
      }
      if (!names.add(field)) {
        String problem = "must have a name of its own, got " + got + " a second time";
        throw DataException.at(name, header.lineOf(j), numbered(j), problem);
      }
    }
  }

  /** Refuses rows that are none, or not as long as the header. */
  static void requireRows(String name, List<String> header, List<Csv.Row> rows) {
    if (rows.isEmpty()) {
      throw new DataException(name + ": must hold rows below its header, got none");
    }
    for (Csv.Row row : rows) {
      int fields = row.fields().size();
      if (fields != header.size()) {
        int column = Math.min(fields, header.size());
        throw DataException.at(
            name,
            row.lineOf(column),
            named(column, header),
            "a row must hold " + header.size() + " fields like the header, got " + fields);
      }
    }
  }

  /** A column by its name; by its number, where the header has none for it. */
  static String named(int column, List<String> header) {
    return column < header.size() ? header.get(column) : numbered(column);
  }

  /** A column by its number, from 1. */
  static String numbered(int column) {
    return Integer.toString(column + 1);
  }

  private static void requireCommas(String name, Csv.Row header) {
    String only = header.fields().get(0);
    if (header.fields().size() == 1 && (only.contains(";") || only.contains("\t"))) {
      String got = only.contains(";") ? "semicolons" : "tabs";
      throw DataException.at(name, header.line(), "must part its columns by commas, got " + got);
    }
  }
}
