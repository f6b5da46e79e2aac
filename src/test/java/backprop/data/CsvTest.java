package backprop.data;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.matrix.Matrix;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final String FLOWERS = "length,width,kind\n1.5,-2,rose\n3e2,.25,aster\n+4,0.5,rose\n";

    @TempDir
    private Path folder;

    @Test
    void examplesBecomeColumnsAndNamedClassesStandInAlphabeticalOrder() throws Exception {
        Dataset flowers = csv(FLOWERS).dataset("kind");
        assertThat(flowers.X()).isEqualTo(Matrix.of(new double[][] {{1.5, 300, 4}, {-2, 0.25, 0.5}}));
        assertThat(flowers.Y()).isEqualTo(Matrix.of(new double[][] {{0, 1, 0}, {1, 0, 1}}));
        assertThat(flowers.classes()).containsExactly("aster", "rose");
    }

    @Test
    void numberedClassesKeepTheirNumbersThoughNoExampleHasOne() throws Exception {
        Dataset data = csv("k,x\n2,7\n0.0,8\n").dataset("k", 4);
        assertThat(data.X()).isEqualTo(Matrix.row(7, 8));
        assertThat(data.labels()).containsExactly(2, 0);
        assertThat(data.classes()).containsExactly("0", "1", "2", "3");
    }

    @Test
    void columnsAreTakenByNameInTheOrderAsked() throws Exception {
        Csv flowers = csv(FLOWERS);
        assertThat(flowers.numbers("width", "length").cols(0)).isEqualTo(Matrix.column(-2, 1.5));
        assertThat(flowers.texts("kind")).containsExactly("rose", "aster", "rose");
        assertThat(flowers).hasToString("Csv " + flowers.name() + ": 3 rows, columns [length, width, kind]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFx,kind\n1,a\n2,b\n",
                "x,kind\r\n1,a\r\n2,b\r\n",
                "x,kind\r1,a\r2,b",
                "\n x , kind\n\n1,\ta \n   \n 2,b\n\n",
                "\"x\",\"kind\"\n\"1\",\"a\"\n \"2\" ,\"b\"\n"
            })
    void theSameTableIsReadFromOtherSpellings(String text) throws Exception {
        Csv csv = csv(text);
        assertThat(csv.header()).containsExactly("x", "kind");
        assertThat(csv.numbers("x")).isEqualTo(Matrix.row(1, 2));
        assertThat(csv.texts("kind")).containsExactly("a", "b");
    }

    @Test
    void quotedFieldsMayHoldCommasQuotesAndLineBreaks() throws Exception {
        assertThat(csv("x,note\n1,\"a, \"\"b\"\"\nc \"\n").texts("note")).containsExactly("a, \"b\"\nc ");
    }

    @Test
    void linesAreThoseOfTheFileThoughFieldsAndGapsSpanSome() throws Exception {
        Csv csv = csv("x,note,y\r\n1,\"two\r\nlines\",2\r\n\r\n3,\"\n\n\",4\n5,,6");
        assertThat(csv.rows()).extracting(Csv.Row::place).containsExactly("line 2", "line 5", "line 8");
    }

    @Test
    void aHandMadeTableHoldsAsWell() {
        assertThat(new Csv("made", List.of("x"), List.of(new Csv.Row("line 2", List.of("5")))).numbers("x"))
                .isEqualTo(Matrix.row(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "de-DE", "tr-TR", "hi-IN-u-nu-deva"})
    void numbersAndMessagesAreTheSameInEveryLocale(String tag) throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            assertThat(csv("x\n1.5\n1E2\n").numbers("x")).isEqualTo(Matrix.row(1.5, 100));
            Path file = write("x,I\n1,2\n3\n");
            assertThat(CsvRefusalTest.refusal(() -> Csv.read(file)))
                    .isEqualTo(file + ", line 3: must hold a field for each column of [x, I], got 1");
        } finally {
            Locale.setDefault(before);
        }
    }

    private Csv csv(String text) throws Exception {
        return Csv.read(write(text).toString());
    }

    private Path write(String text) throws Exception {
        return Files.writeString(folder.resolve("t.csv"), text, StandardCharsets.UTF_8);
    }

    @Test
    void otherSeparatorsAndDecimalCommasAreReadWhereTheyAreNamed(@TempDir Path folder) throws Exception {
        for (char sign : new char[] {';', '\t', '|'}) {
            String text = "\uFEFFx#y#kind\r\n1,5#-2#\"a,#b\"\r\n\r\n0,25#1e3#c\r\n".replace('#', sign);
            Path file = Files.writeString(folder.resolve("t.csv"), text);
            Csv csv = Csv.read(file.toString(), sign);
            assertThat(csv.numbers("x", "y")).isEqualTo(Matrix.of(new double[][] {{1.5, 0.25}, {-2, 1000}}));
            assertThat(csv.texts("kind")).containsExactly("a," + sign + "b", "c");
            assertThat(csv.rows()).extracting(Csv.Row::place).containsExactly("line 2", "line 4");
        }
    }

    @Test
    void excelsLineThatNamesTheSeparatorIsFollowed() {
        Csv csv = Csv.parse("t.csv", "sep=;\r\nx;kind\r\n1,5;rose\r\n");
        assertThat(csv.numbers("x")).isEqualTo(Matrix.row(1.5));
        assertThat(csv.rows().get(0).place()).isEqualTo("line 3");
        assertThat(Csv.parse("t.csv", "sep=,\nx,kind\n1.5,rose\n").numbers("x")).isEqualTo(Matrix.row(1.5));
    }

    @Test
    void semicolonsAndTabsInsideFieldsOfACommaFileAreText() {
        Csv csv = Csv.parse("t.csv", "note,x\na;b,1\n\"c\td\",2\n");
        assertThat(csv.texts("note")).containsExactly("a;b", "c\td");
        assertThat(Csv.parse("t.csv", "name\nAnne; Bob\n").texts("name")).containsExactly("Anne; Bob");
        assertThat(Csv.parse("t.csv", "name\nAnne Bob\n").texts("name")).containsExactly("Anne Bob");
    }

    @Test
    void namesThatCountOnAreNamesOfColumns() {
        assertThat(Csv.parse("t.csv", "0,1,2,digit\n5,6,7,1\n").header()).containsExactly("0", "1", "2", "digit");
        assertThat(Csv.parse("t.csv", "land,2019,2020\nPeru,6,7\n").numbers("2020"))
                .isEqualTo(Matrix.row(7));
    }
}
