package backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import backprop.matrix.Matrix;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

class TablesTest {
    @TempDir
    private Path folder;

    @Test
    void irisIsATableOfLengthsAndSpecies() {
        Table iris = Tables.read("data/iris.csv");
        assertThat(iris.shape()).isEqualTo("iris.csv: 150 rows X 5 cols");
        assertThat(iris.numberColumn("petal_length").max()).isEqualTo(6.9);
        assertThat(iris.stringColumn("species").unique().asList())
                .containsExactlyInAnyOrder("setosa", "versicolor", "virginica");
        assertThat(Tables.dataset(iris, "species")).isEqualTo(Iris.load());
    }

    @Test
    void aColumnIsOfTheNarrowestTypeThatHoldsItsFields() throws Exception {
        Table table = read("whole,real,mixed,gap,text,none,big\n1,1.0,1,7,a,,1\n-2,2,x,,b,,9999999999\n");
        assertThat(table.columns())
                .extracting(Column::type)
                .containsExactly(
                        ColumnType.INTEGER,
                        ColumnType.DOUBLE,
                        ColumnType.STRING,
                        ColumnType.INTEGER,
                        ColumnType.STRING,
                        ColumnType.STRING,
                        ColumnType.DOUBLE);
        assertThat(table.intColumn("whole").asIntArray()).containsExactly(1, -2);
        assertThat(table.column("gap").countMissing()).isEqualTo(1);
        assertThat(table.column("none").countMissing()).isEqualTo(2);
    }

    @Test
    void aFilteredTableIsADataSetOfWhatIsLeft() throws Exception {
        Table table = read("x,y,kind\n1,0.5,b\n2,0.25,a\n3,0,c\n");
        Dataset data = Tables.dataset(table.where(table.numberColumn("x").isLessThan(3)), "kind");
        assertThat(data.X()).isEqualTo(Matrix.of(new double[][] {{1, 2}, {0.5, 0.25}}));
        assertThat(data.classes()).containsExactly("a", "b");
        assertThat(data.labels()).containsExactly(1, 0);
    }

    @Test
    void numbersMayBeLabels() throws Exception {
        assertThat(Tables.dataset(read("x,digit\n1,7\n2,3\n"), "digit").classes())
                .containsExactly("3", "7");
    }

    @Test
    void aMissingFileAndARaggedRowGiveTheSentencesOfCsv() throws Exception {
        assertThat(CsvRefusalTest.refusal(() -> Tables.read("no.csv")))
                .startsWith("no.csv: there is no such file; the current folder is ");
        assertThat(CsvRefusalTest.refusal(() -> read("x,y\n1\n")))
                .endsWith("t.csv, line 2: must hold a field for each column of [x, y], got 1");
    }

    @Test
    void columnsThatDifferOnlyInCaseAreRefusedByName() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("a,A\n1,2\n"))
                .withMessageContaining("duplicate name")
                .withMessageContaining("A")
                .withMessageContaining("t.csv");
    }

    @Test
    void aValueThatIsMissingIsRefusedWithRowAndColumn() throws Exception {
        Table inputs = read("x,kind\n1,a\n,b\n3,c\n");
        assertThat(CsvRefusalTest.refusal(() -> Tables.dataset(inputs, "kind")))
                .isEqualTo(
                        "t.csv, row 2, column x: must be a finite number, got \"\" — a missing value? fill it in, or leave its row out");
        Table labels = read("x,kind\n1,a\n,b\n3,\n");
        Table full = labels.dropWhere(labels.column("x").isMissing());
        assertThat(CsvRefusalTest.refusal(() -> Tables.dataset(full, "kind")))
                .isEqualTo(
                        "t.csv, row 2, column kind: must be the name of a class, got \"\" — a missing value? fill it in, or leave its row out");
    }

    @Test
    void whatIsNoDataSetIsRefusedByName() throws Exception {
        Table table = read("x,place,kind\n1,Paris,a\n");
        assertThat(CsvRefusalTest.refusal(() -> Tables.dataset(table, "kind")))
                .isEqualTo("t.csv, row 1, column place: must be a finite number, got \"Paris\"");
        assertThat(CsvRefusalTest.refusal(() -> Tables.dataset(table, "sort")))
                .isEqualTo("t.csv: must have a column \"sort\", its columns are [x, place, kind]");
        assertThat(CsvRefusalTest.refusal(() -> Tables.dataset(table.first(0), "kind")))
                .isEqualTo("t.csv: must hold rows below its header, got none");
        Table infinite = Table.create(
                "made", DoubleColumn.create("x", 1, Double.POSITIVE_INFINITY), StringColumn.create("kind", "a", "b"));
        assertThat(CsvRefusalTest.refusal(() -> Tables.dataset(infinite, "kind")))
                .isEqualTo("made, row 2, column x: must be a finite number, got \"Infinity\"");
    }

    @Test
    void nothingIsPrinted() throws Exception {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream into = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(into);
            System.setErr(into);
            Tables.dataset(Tables.read("data/iris.csv"), "species");
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aFileWithSemicolonsIsRefusedAndReadWhereTheyAreNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("s.csv"), "x;kind\n1,5;a\n2;b\n");
        assertThat(CsvRefusalTest.refusal(() -> Tables.read(file.toString()))).contains("got semicolons in \"x;kind\"");
        Dataset data = Tables.dataset(Tables.read(file.toString(), ';'), "kind");
        assertThat(data.X()).isEqualTo(Matrix.row(1.5, 2));
    }

    private Table read(String text) throws Exception {
        return Tables.read(Files.writeString(folder.resolve("t.csv"), text).toString());
    }
}
