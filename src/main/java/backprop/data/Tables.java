package backprop.data;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
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
     * {@return the table in a file, read by the rules of {@link Csv}} A column is of whole numbers, of numbers or of
     * text, whatever all its fields are; an empty field is a missing value.
     *
     * @param file its path, from the current folder: for a notebook, the notebook's own
     */
    public static Table read(String file) {
        return table(Csv.read(file), file);
    }

    /**
     * {@return the table in a file whose columns other signs than commas separate, read as
     * {@link Csv#read(String, char)} does}
     *
     * @param file its path, from the current folder
     * @param separator a comma, a semicolon, a tab or a bar
     */
    public static Table read(String file, char separator) {
        return table(Csv.read(file, separator), file);
    }

    private static Table table(Csv csv, String file) {
        Table table = Table.create(Path.of(file).getFileName().toString());
        csv.header().forEach(name -> table.addColumns(column(name, csv.texts(name))));
        return table;
    }

    /**
     * {@return examples whose label names a class: all other columns, which must hold numbers, as X (n, m), and one-hot
     * Y (classes, m), the classes in alphabetical order}
     *
     * @param table a row for each example, without missing values
     * @param labelColumn the column of names
     */
    public static Dataset dataset(Table table, String labelColumn) {
        DataException.require(table != null, "Tables.dataset: must have a table, got null");
        List<Csv.Row> rows = IntStream.range(0, table.rowCount())
                .mapToObj(i -> new Csv.Row(
                        "row " + (i + 1),
                        table.columns().stream()
                                .map(column -> column.getUnformattedString(i))
                                .toList()))
                .toList();
        return new Csv(table.name(), table.columnNames(), rows).dataset(labelColumn);
    }

    private static Column<?> column(String name, List<String> fields) {
        List<String> full = fields.stream().filter(field -> !field.isBlank()).toList();
        boolean decimal = full.stream().mapToDouble(Csv::number).allMatch(Double::isFinite);
        if (full.isEmpty() || !decimal) {
            return StringColumn.create(name, fields);
        }
        DoubleColumn column = DoubleColumn.create(
                name, fields.stream().mapToDouble(Csv::number).toArray());
        boolean whole = full.stream().allMatch(field -> field.strip().matches("[-+]?\\d{1,9}"));
        return whole ? column.asIntColumn() : column;
    }
}
