package backprop.data;

import backprop.matrix.Matrix;
import java.nio.file.Path;
import java.util.List;

/**
 * A CSV file: a header that names the columns, and a row for each example. {@code
 * Csv.read("../data/iris.csv").dataset("species")} makes it a data set.
 *
 * <p>Fields are parted by commas, may be quoted by {@code "}, and are UTF-8; blanks around a field
 * and empty lines do not count. Numbers have a decimal point, in every locale. What is wrong is
 * refused with one sentence that names file, line and column.
 *
 * @param name the file, as messages name it
 * @param header the names of the columns
 * @param rows the rows below the header, each with a field for each column
 */
public record Csv(String name, List<String> header, List<Row> rows) {
  /**
   * Refuses what is no table.
   *
   * @param name the file, as messages name it
   * @param header the names of the columns
   * @param rows the rows below the header
   * @throws DataException if there is no row, or one with more or fewer fields than the header
   */
  public Csv {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
    CsvRules.requireRows(name, header, rows);
  }

  /**
   * One row.
   *
   * @param line the line of the file on which it begins, from 1
   * @param fields one for each column
   */
  public record Row(int line, List<String> fields) {
    /**
     * Copies the fields.
     *
     * @param line the line on which the row begins
     * @param fields one for each column
     */
    public Row {
      fields = List.copyOf(fields);
    }

    /** The line on which a field begins: a quoted field before it may hold line breaks. */
    int lineOf(int column) {
      return line + fields.stream().limit(column).mapToInt(Lines::breaks).sum();
    }
  }

  /**
   * Reads a file.
   *
   * @param file its path, from the current folder: for a notebook, the notebook's own
   * @return its header and rows, at least one
   * @throws DataException if there is no such file, or it is no such table
   */
  public static Csv read(String file) {
    return read(Path.of(file));
  }

  /**
   * Reads a file.
   *
   * @param file its path
   * @return its header and rows, at least one
   * @throws DataException if there is no such file, or it is no such table
   */
  public static Csv read(Path file) {
    return CsvReader.read(file.toString(), Lines.of(file));
  }

  /** Reads one of the files that travel with the kit. */
  static Csv bundled(String name) {
    return CsvReader.read(name, Lines.ofBundled(name));
  }

  /**
   * A column as text.
   *
   * @param column its name
   * @return its m fields
   * @throws DataException if there is no such column
   */
  public List<String> texts(String column) {
    int j = Columns.index(name, header, column);
    return rows.stream().map(row -> row.fields().get(j)).toList();
  }

  /**
   * Columns of numbers; as everywhere in the kit, examples become columns and features rows.
   *
   * @param columns the names of n columns of the file
   * @return the matrix (n, m): its row i is the file's column i
   * @throws DataException if there is no such column, or a field is not a finite number
   */
  public Matrix numbers(String... columns) {
    Matrix X = Matrix.zeros(columns.length, rows.size());
    for (int i = 0; i < columns.length; i++) {
      int column = Columns.index(name, header, columns[i]);
      for (int j = 0; j < rows.size(); j++) {
        X.set(i, j, number(rows.get(j), column));
      }
    }
    return X;
  }

  /**
   * Examples whose label names a class; every other column is an input.
   *
   * @param labelColumn the column of names
   * @return X (n, m) and one-hot Y (classes, m), the classes in alphabetical order
   * @throws DataException if there is no such column, or a field is not what it must be
   */
  public Dataset dataset(String labelColumn) {
    int column = Columns.index(name, header, labelColumn);
    for (Row row : rows) {
      if (row.fields().get(column).isBlank()) {
        throw wrong(row, column, "the name of a class");
      }
    }
    return Classes.byName(inputs(labelColumn), texts(labelColumn));
  }

  /**
   * Examples whose label numbers a class; every other column is an input.
   *
   * @param labelColumn the column of whole numbers from 0 to classes − 1
   * @param classes the number of classes, at least 1
   * @return X (n, m) and one-hot Y (classes, m), the classes named "0", "1", …
   * @throws DataException if there is no such column, or a field is not what it must be
   */
  public Dataset dataset(String labelColumn, int classes) {
    int column = Columns.index(name, header, labelColumn);
    int[] labels = new int[rows.size()];
    for (int i = 0; i < labels.length; i++) {
      double label = Numbers.parse(rows.get(i).fields().get(column));
      labels[i] = (int) label;
      if (labels[i] != label || label < 0 || label >= classes) {
        throw wrong(rows.get(i), column, "a whole number from 0 to " + (classes - 1));
      }
    }
    return Classes.byNumber(inputs(labelColumn), labels, classes);
  }

  /** The file, the number of rows, and the columns. */
  @Override
  public String toString() {
    return "Csv " + name + ": " + rows.size() + " rows, columns " + Columns.text(header);
  }

  private Matrix inputs(String labelColumn) {
    return numbers(Columns.without(name, header, labelColumn));
  }

  private double number(Row row, int column) {
    double number = Numbers.parse(row.fields().get(column));
    if (Double.isNaN(number)) {
      throw wrong(row, column, "a finite number");
    }
    return number;
  }

  private DataException wrong(Row row, int column, String wanted) {
    String got = DataException.quoted(row.fields().get(column));
    return DataException.at(
        name, row.lineOf(column), header.get(column), "must be " + wanted + ", got " + got);
  }
}
