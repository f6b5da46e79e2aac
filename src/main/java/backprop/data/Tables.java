package backprop.data;

import static backprop.data.DataException.require;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tablesaw's tables, for a look at data before it becomes matrices: {@code
 * Tables.read("../data/iris.csv").summary()}. */
public final class Tables {
  private Tables() {}

  /** {@return the table in a file, read by the rules of {@link Csv}} A column is of whole numbers, of numbers or of
   * text, whatever all its fields are; an empty field is a missing value.
   * @param file its path, from the current folder: for a notebook, the notebook's own */
  public static Table read(String file) {
    Csv csv = Csv.read(file);
    Table table = Table.create(Path.of(file).getFileName().toString());
    String twin = "%s, column %s: must differ from the other columns in more than capital letters";
    for (String name : csv.header()) {
      require(!table.containsColumn(name), twin, table.name(), name); // it takes A for a
      table.addColumns(column(name, csv.texts(name)));
    }
    return table;
  }

  /** {@return examples whose label names a class: all other columns, which must hold numbers, as X (n, m), and one-hot
   * Y (classes, m), the classes in alphabetical order}
   * @param table a row for each example, without missing values
   * @param labelColumn the column of names */
  public static Dataset dataset(Table table, String labelColumn) {
    require(table != null, "Tables.dataset: must have a table, got null");
    require(!table.isEmpty(), "%s: must hold rows, got none", table.name());
    List<Column<?>> columns = table.columns();
    List<Csv.Row> rows = IntStream.range(0, table.rowCount())
        .mapToObj(j -> columns.stream().map(column -> column.getUnformattedString(j)).toList())
        .map(fields -> new Csv.Row(1, fields)).toList();
    Csv csv = new Csv(table.name(), table.columnNames(), rows);
    Column<?> labels = columns.get(csv.index(labelColumn));
    columns.forEach(column -> requireValues(table.name(), column, column == labels));
    return csv.dataset(labelColumn);
  }

  private static Column<?> column(String name, List<String> fields) {
    List<String> full = fields.stream().filter(field -> !field.isBlank()).toList();
    if (full.isEmpty() || !full.stream().allMatch(field -> Double.isFinite(Csv.number(field)))) {
      return StringColumn.create(name, fields);
    }
    double[] numbers = fields.stream().mapToDouble(Csv::number).toArray();
    DoubleColumn column = DoubleColumn.create(name, numbers);
    boolean fit = full.stream().mapToDouble(Csv::number).allMatch(x -> x == (int) x);
    boolean whole = full.stream().allMatch(field -> field.strip().matches("[-+]?\\d+"));
    return fit && whole ? column.asIntColumn() : column;
  }

  private static void requireValues(String table, Column<?> column, boolean isLabel) {
    boolean numeric = column instanceof NumericColumn;
    String text = "%s, column %s: must hold numbers, got type %s";
    require(numeric || isLabel, text, table, column.name(), column.type());
    String gap = "%s, row %s, column %s: must hold a value, got %s";
    for (int j = 0; j < column.size(); j++) {
      require(!column.isMissing(j), gap, table, j + 1, column.name(), "a missing value");
      boolean infinite = numeric && Double.isInfinite(((NumericColumn<?>) column).getDouble(j));
      require(!infinite, gap, table, j + 1, column.name(), "infinity");
    }
  }
}
