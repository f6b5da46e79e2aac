package backprop.data;

import backprop.matrix.Matrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Tablesaw's tables, for a look at data before it becomes matrices: {@code
 * Tables.read("../data/iris.csv").summary()}.
 */
public final class Tables {
  private Tables() {}

  /**
   * Reads a CSV file, by the rules of {@link Csv}. A column is of whole numbers, of numbers or of
   * text, whatever all its fields are; an empty field is a missing value.
   *
   * @param file its path, from the current folder: for a notebook, the notebook's own
   * @return the table, called by the file's name
   * @throws DataException if there is no such file, or it is no such table
   */
  public static Table read(String file) {
    Csv csv = Csv.read(file);
    Table table = Table.create(Path.of(file).getFileName().toString());
    for (String name : csv.header()) {
      if (table.containsColumn(name)) { // a table does not tell a from A
        throw new DataException(
            table.name()
                + (", column " + name)
                + ": must differ from the other columns in more than capital letters");
      }
      table.addColumns(column(name, csv.texts(name)));
    }
    return table;
  }

  /**
   * Examples whose label names a class; every other column is an input, and must hold numbers.
   *
   * @param table a row for each example
   * @param labelColumn the column of names
   * @return X (n, m) and one-hot Y (classes, m), the classes in alphabetical order
   * @throws DataException if there is no such column, a value is missing, or an input is no number
   */
  public static Dataset dataset(Table table, String labelColumn) {
    Columns.index(table.name(), table.columnNames(), labelColumn);
    String[] inputs = Columns.without(table.name(), table.columnNames(), labelColumn);
    if (table.isEmpty()) {
      throw new DataException(table.name() + ": must hold rows, got none");
    }
    Matrix X = Matrix.zeros(inputs.length, table.rowCount());
    for (int i = 0; i < inputs.length; i++) {
      NumericColumn<?> column = numeric(table, inputs[i]);
      for (int j = 0; j < X.cols(); j++) {
        requireValue(table, column, j);
        X.set(i, j, column.getDouble(j));
      }
    }
    return Classes.byName(X, names(table, table.column(labelColumn)));
  }

  private static Column<?> column(String name, List<String> fields) {
    List<String> full = fields.stream().filter(field -> !field.isBlank()).toList();
    if (full.isEmpty() || !full.stream().allMatch(Numbers::holds)) {
      return StringColumn.create(name, fields);
    }
    if (full.stream().allMatch(Numbers::holdsInt)) {
      IntColumn column = IntColumn.create(name);
      fields.forEach(
          field -> column.append(field.isBlank() ? null : (Integer) (int) Numbers.parse(field)));
      return column;
    }
    return DoubleColumn.create(name, fields.stream().mapToDouble(Numbers::parse).toArray());
  }

  private static NumericColumn<?> numeric(Table table, String name) {
    Column<?> column = table.column(name);
    if (column instanceof NumericColumn<?> numbers) {
      return numbers;
    }
    throw new DataException(
        table.name() + ", column " + name + ": must hold numbers, got type " + column.type());
  }

  private static List<String> names(Table table, Column<?> labels) {
    List<String> names = new ArrayList<>();
    for (int j = 0; j < labels.size(); j++) {
      requireValue(table, labels, j);
      names.add(labels.getUnformattedString(j));
    }
    return names;
  }

  private static void requireValue(Table table, Column<?> column, int row) {
    boolean infinite =
        column instanceof NumericColumn<?> numbers && Double.isInfinite(numbers.getDouble(row));
    if (column.isMissing(row) || infinite) {
      String got = infinite ? "infinity" : "a missing value";
      throw new DataException(
          table.name()
              + (", row " + (row + 1) + ", column " + column.name())
              + (": must hold a value, got " + got));
    }
  }
}
