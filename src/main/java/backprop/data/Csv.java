package backprop.data;

import static backprop.data.DataException.require;

import backprop.matrix.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A CSV file: a header that names the columns, and a row for each example. {@code
 * Csv.read("../data/iris.csv").dataset("species")} makes it a data set.
 *
 * <p>Fields are separated by commas, may be quoted by {@code "}, and are UTF-8; blanks around a field and empty lines
 * do not count. Numbers have a decimal point, in every locale. A refusal names file, line and column, where known. A
 * file with other separators is read by {@link #read(String, char)}.
 *
 * @param name the file, as messages name it
 * @param header the names of the columns
 * @param rows the rows below the header, each with a field for each column
 */
public record Csv(String name, List<String> header, List<Row> rows) {
    private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?\\s*");

    /**
     * One row.
     *
     * @param place where it begins, as messages name it, such as "line 2"
     * @param fields one for each column
     */
    public record Row(String place, List<String> fields) {}

    /**
     * Refuses columns without names of their own, no rows, and rows with more or fewer fields than columns.
     *
     * @param name the file
     * @param header the names of the columns
     * @param rows one or more
     */
    public Csv {
        for (String column : header) {
            boolean own = !column.isBlank() && header.indexOf(column) == header.lastIndexOf(column);
            boolean first = column.isBlank() && header.indexOf(column) == 0;
            require(
                    own,
                    "%s: each column must have a name of its own, got \"%s\" in %.400s%s",
                    name,
                    column,
                    header,
                    first ? " — of pandas? to_csv(…, index=False) leaves the column of row numbers out" : "");
        }
        require(!rows.isEmpty(), "%s: must hold rows below its header, got none", name);
        for (Row row : rows) {
            int fields = row.fields().size();
            require(
                    fields == header.size(),
                    "%s, %s: must hold a field for each column of %.400s, got %s%s",
                    name,
                    row.place(),
                    header,
                    fields,
                    fields > header.size()
                            ? " — does a separator stand in a number or a text? put that field in quotes"
                            : "");
        }
    }

    /**
     * {@return the table in a file}
     *
     * @param file its path, from the current folder: for a notebook, the notebook's own
     */
    public static Csv read(String file) {
        return read(file == null ? null : Path.of(file));
    }

    /**
     * {@return the table in a file}
     *
     * @param file its path
     */
    public static Csv read(Path file) {
        return read(file, ',');
    }

    /**
     * {@return the table in a file whose columns other signs than commas separate, as Excel writes it in much of Europe:
     * {@code Csv.read("flowers.csv", ';')}} Its numbers may have decimal commas: 1,5 is read as 1.5.
     *
     * @param file its path, from the current folder
     * @param separator a comma, a semicolon, a tab or a bar
     */
    public static Csv read(String file, char separator) {
        return read(file == null ? null : Path.of(file), separator);
    }

    private static Csv read(Path file, char separator) {
        require(file != null, "Csv.read: must have the path of a file, got null");
        try {
            String name = file.toString();
            return new CsvText(name, CsvText.decode(name, Files.readAllBytes(file)), separator).parse();
        } catch (IOException why) {
            throw DataException.unreadable(file, "a CSV file in UTF-8", why);
        }
    }

    /** One of the files that travel with the library. */
    static Csv bundled(String name) {
        try (InputStream in = Csv.class.getResourceAsStream(name)) {
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException why) {
            throw DataException.unreadable(Path.of(name), "a CSV file in the library's jar", why);
        }
    }

    /** The table in a text, whose columns commas separate. */
    static Csv parse(String name, String text) {
        return new CsvText(name, text, ',').parse();
    }

    /**
     * {@return the m fields of a column, as text}
     *
     * @param column its name
     */
    public List<String> texts(String column) {
        return read(column, field -> field, "a text");
    }

    /**
     * {@return columns of finite numbers as a matrix (n, m): its row i is the i-th of the columns}
     *
     * @param columns the names of n columns of the file
     */
    public Matrix numbers(String... columns) {
        require(columns != null, "%s: must have the names of columns, got null", name);
        return Matrix.of(Stream.of(columns)
                .map(column -> numbers(column, Double::isFinite, "a finite number"))
                .toArray(double[][]::new));
    }

    /**
     * {@return examples whose label names a class: all other columns as X (n, m), and one-hot Y (classes, m), the
     * classes in alphabetical order}
     *
     * @param labelColumn the column of names
     */
    public Dataset dataset(String labelColumn) {
        List<String> names = read(labelColumn, field -> field.isBlank() ? null : field, "the name of a class");
        List<String> classes = names.stream().distinct().sorted().toList();
        int[] labels = names.stream().mapToInt(classes::indexOf).toArray();
        return new Dataset(inputs(labelColumn), OneHot.of(labels, classes.size()), classes);
    }

    /**
     * {@return examples whose label numbers a class: all other columns as X (n, m), and one-hot Y (classes, m), the
     * classes named "0", "1", …}
     *
     * @param labelColumn the column of whole numbers from 0 to classes − 1
     * @param classes the number of classes, at least 1
     */
    public Dataset dataset(String labelColumn, int classes) {
        require(classes > 0, "%s: must have a class or more, got %s", name, classes);
        DoublePredicate isClass = k -> k >= 0 && k < classes && k % 1 == 0;
        double[] labels = numbers(labelColumn, isClass, "a whole number from 0 to " + (classes - 1));
        return OneHot.dataset(
                inputs(labelColumn),
                Arrays.stream(labels).mapToInt(k -> (int) k).toArray(),
                classes);
    }

    /** The file, the number of rows, and the columns. */
    @Override
    public String toString() {
        return "Csv %s: %s rows, columns %.400s".formatted(name, rows.size(), header);
    }

    /**
     * Returns the number that a field holds, or NaN if it holds none. What only Java takes for a number, as 1d, 0x1p3
     * and Infinity, is none.
     */
    static double number(String field) {
        return NUMBER.matcher(field).matches() ? Double.parseDouble(field) : Double.NaN;
    }

    private Matrix inputs(String labelColumn) {
        require(header.size() > 1, "%s: must have columns of inputs beside %s, got none", name, labelColumn);
        return numbers(
                header.stream().filter(column -> !column.equals(labelColumn)).toArray(String[]::new));
    }

    private double[] numbers(String column, DoublePredicate right, String wanted) {
        return read(
                        column,
                        field -> Optional.of(number(field)).filter(right::test).orElse(null),
                        wanted)
                .stream()
                .mapToDouble(x -> x)
                .toArray();
    }

    /** Applies a rule to each field of a column. A field for which the rule returns null is refused. */
    private <T> List<T> read(String column, Function<String, T> rule, String wanted) {
        int j = header.indexOf(String.valueOf(column));
        require(j >= 0, "%s: must have a column \"%s\", its columns are %.400s", name, column, header);
        List<T> values = new ArrayList<>();
        for (Row row : rows) {
            String field = row.fields().get(j);
            T value = rule.apply(field);
            String wrong = "%s, %s, column %s: must be %s, got \"%.40s\"%s";
            require(value != null, wrong, name, row.place(), column, wanted, field, FieldHint.of(field));
            values.add(value);
        }
        return values;
    }
}
