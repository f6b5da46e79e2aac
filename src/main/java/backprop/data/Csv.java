package backprop.data;

import static backprop.data.DataException.require;

import backprop.matrix.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;

/** A CSV file: a header that names the columns, and a row for each example. {@code
 * Csv.read("../data/iris.csv").dataset("species")} makes it a data set.
 *
 * <p>Fields are parted by commas, may be quoted by {@code "}, and are UTF-8; blanks around a field and empty lines do
 * not count. Numbers have a decimal point, in every locale. What is wrong is refused with one sentence that names file,
 * line and column.
 * @param name the file, as messages name it
 * @param header the names of the columns
 * @param rows the rows below the header, each with a field for each column */
public record Csv(String name, List<String> header, List<Row> rows) {
  private static final int MOST_NAMES = 12;
  private static final int LONGEST = 40;

  /** One row.
   * @param line the line of the file on which it begins, from 1
   * @param fields one for each column */
  public record Row(int line, List<String> fields) {
    /** The line on which a field begins: a quoted field before it may hold line breaks. */
    int lineOf(int column) {
      return line + fields.stream().limit(column).mapToInt(Csv::breaks).sum();
    }

    /** A field; nothing, where the row is too short. */
    String field(int column) {
      return column < fields.size() ? fields.get(column) : "";
    }
  }

  /** {@return the table in a file}
   * @param file its path, from the current folder: for a notebook, the notebook's own */
  public static Csv read(String file) {
    return read(file == null ? null : Path.of(file));
  }

  /** {@return the table in a file}
   * @param file its path */
  public static Csv read(Path file) {
    require(file != null, "Csv.read: must have the path of a file, got null");
    try (InputStream in = Files.newInputStream(file)) {
      return CsvReader.read(file.toString(), in);
    } catch (IOException why) {
      throw DataException.unreadable(file, "a CSV file", why);
    }
  }

  /** One of the files that travel with the kit. */
  static Csv bundled(String name) {
    try (InputStream in = Csv.class.getResourceAsStream(name)) {
      require(in != null, "%s: is not in the kit's jar; build it again", name);
      return CsvReader.read(name, in);
    } catch (IOException why) {
      throw DataException.unreadable(Path.of(name), "a CSV file in the kit's jar", why);
    }
  }

  /** {@return the m fields of a column, as text}
   * @param column its name */
  public List<String> texts(String column) {
    int j = index(column);
    return rows.stream().map(row -> row.field(j)).toList();
  }

  /** {@return columns of finite numbers as a matrix (n, m): its row i is the i-th of the columns}
   * @param columns the names of n columns of the file */
  public Matrix numbers(String... columns) {
    require(columns != null, "%s: must have the names of columns, got null", name);
    double[][] X = new double[columns.length][];
    Arrays.setAll(X, i -> numbers(columns[i], Double::isFinite, "must be a finite number, got %s"));
    return Matrix.of(X);
  }

  /** {@return examples whose label names a class: all other columns as X (n, m), and one-hot Y (classes, m), the
   * classes in alphabetical order}
   * @param labelColumn the column of names */
  public Dataset dataset(String labelColumn) {
    int j = index(labelColumn);
    for (Row row : rows) { check(!row.field(j).isBlank(), row, j, "must be the name of a class, got %s"); }
    List<String> names = texts(labelColumn);
    List<String> classes = names.stream().distinct().sorted().toList();
    int[] labels = names.stream().mapToInt(classes::indexOf).toArray();
    return new Dataset(inputs(labelColumn), OneHot.of(labels, classes.size()), classes);
  }

  /** {@return examples whose label numbers a class: all other columns as X (n, m), and one-hot Y (classes, m), the
   * classes named "0", "1", …}
   * @param labelColumn the column of whole numbers from 0 to classes − 1
   * @param classes the number of classes, at least 1 */
  public Dataset dataset(String labelColumn, int classes) {
    require(classes > 0, "%s: must have a class or more, got %s", name, classes);
    DoublePredicate isClass = k -> k >= 0 && k < classes && k == (int) k;
    String wanted = "must be a whole number from 0 to " + (classes - 1) + ", got %s";
    double[] labels = numbers(labelColumn, isClass, wanted);
    int[] Y = Arrays.stream(labels).mapToInt(k -> (int) k).toArray();
    return OneHot.dataset(inputs(labelColumn), Y, classes);
  }

  /** The file, the number of rows, and the columns. */
  @Override public String toString() {
    return "Csv " + name + ": " + rows.size() + " rows, columns " + columns();
  }

  /** The number that a field holds, with a decimal point in every locale; NaN if it holds none. */
  static double number(String field) {
    String text = field.strip(); // Java alone would also take 1d, 0x1p3 and Infinity
    boolean decimal = text.chars().allMatch(c -> "0123456789.+-eE".indexOf(c) >= 0);
    try {
      return decimal ? Double.parseDouble(text) : Double.NaN;
    } catch (NumberFormatException noNumber) {
      return Double.NaN;
    }
  }

  /** The number of line breaks in a text: LF, CR LF or CR. */
  static int breaks(String text) {
    return (int) (text + '.').lines().count() - 1;
  }

  /** The place of a column, from 0. */
  int index(String column) {
    int index = header.indexOf(String.valueOf(column));
    String missing = "%s: must have a column \"%s\", its columns are %s";
    require(index >= 0, missing, name, column, columns());
    return index;
  }

  /** Refuses a field, %s in the sentence; a column that has no name bears its number. */
  void check(boolean right, Row row, int column, String sentence) {
    if (!right) {
      String of = column < header.size() ? header.get(column) : Integer.toString(column + 1);
      String place = name + ", line " + row.lineOf(column) + ", column " + brief(of) + ": ";
      String field = brief(row.field(column));
      String got = field.isBlank() ? "an empty field" : '"' + field + '"';
      throw new DataException(place + sentence.formatted(got));
    }
  }

  /** A column of numbers that are all what they must be. */
  private double[] numbers(String column, DoublePredicate right, String wanted) {
    int j = index(column);
    double[] numbers = new double[rows.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(rows.get(i).field(j));
      check(right.test(numbers[i]), rows.get(i), j, wanted);
    }
    return numbers;
  }

  private Matrix inputs(String labelColumn) {
    String none = "%s: must have columns of inputs beside %s, got none";
    require(header.size() > 1, none, name, labelColumn);
    return numbers(header.stream().filter(c -> !c.equals(labelColumn)).toArray(String[]::new));
  }

  /** The names of the columns, of very many the first and the last. */
  private String columns() {
    int last = header.size() - 1;
    return last < MOST_NAMES ? String.join(", ", header)
        : String.join(", ", header.subList(0, MOST_NAMES - 1)) + ", …, " + header.get(last);
  }

  private static String brief(String text) {
    String line = text.replaceAll("\\R", "↵");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
