package backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong data gives one sentence that names file, line and column. */
class CsvRefusalTest {
    private static final String QUOTE =
            ": must close each quoted field and end it there, got an open one or text after a closing quote";
    private static final String SAVE_AS_CSV = " — open it there and save it as CSV in UTF-8";
    private static final String MISSING = " — a missing value? fill it in, or leave its row out";

    @TempDir
    private Path folder;

    @Test
    void aMissingFileIsNamedWithTheFolderThatWasLookedFrom() {
        assertThat(refusal(() -> Csv.read("no/such.csv")))
                .isEqualTo(Path.of("no/such.csv") + ": there is no such file; the current folder is "
                        + Path.of("").toAbsolutePath());
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(refusal(() -> Csv.read(folder))).isEqualTo(folder + ": must be a CSV file in UTF-8, got a folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "  \r\n", "\uFEFF", "\"\""})
    void anEmptyFileIsRefused(String text) {
        assertThat(reading(text)).isEqualTo(": must hold a header and rows, got an empty file");
    }

    @Test
    void aHeaderAloneIsRefused() {
        assertThat(reading("x,y\n")).isEqualTo(": must hold rows below its header, got none");
    }

    @Test
    void aColumnWithoutANameIsRefused() {
        assertThat(reading("\n,x\n1,2\n"))
                .isEqualTo(": each column must have a name of its own, got \"\" in [, x]"
                        + " — of pandas? to_csv(…, index=False) leaves the column of row numbers out");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        assertThat(reading("x,y,x\n1,2,3\n"))
                .isEqualTo(": each column must have a name of its own, got \"x\" in [x, y, x]");
    }

    @ParameterizedTest
    @CsvSource({"semicolons,';'", "tabs,'\t'", "bars,'|'"})
    void otherSeparatorsAreNamedWithWhatToDo(String word, char sign) {
        String header = "x" + sign + "y" + sign + "kind";
        String said =
                ", line 1: must separate its columns by commas, got %s in \"%s\" — save it so, or say what separates"
                                .formatted(word, header)
                        + " them: read(file, '" + (sign == '\t' ? "\\t" : sign) + "')";
        assertThat(reading(header + "\n1#2#a\n".replace('#', sign))).isEqualTo(said);
        assertThat(reading(header + "\n1,5#2,5#a\n1,6#2#b\n".replace('#', sign)))
                .isEqualTo(said);
        assertThat(reading(header + "\r\n1#2#a\r\n3#4\r\n".replace('#', sign))).isEqualTo(said); // ragged besides
        assertThat(reading("\uFEFF" + header + "\n")).isEqualTo(said);
        String quoted = "\"x\"#\"y\"\n\"1,5\"#\"2\"\n".replace('#', sign);
        assertThat(reading(quoted))
                .startsWith(", line 1: must separate its columns by commas, got " + word + " in \"\"x\"");
    }

    @Test
    void blanksBetweenNumbersAreNamed() {
        assertThat(reading("x y kind\n1.5 2 a\n"))
                .isEqualTo(
                        ", line 1: must separate its columns by commas, got blanks in \"x y kind\" — write them so in all lines");
    }

    @Test
    void aWrongSeparatorOfOnesOwnIsNamedToo() throws Exception {
        Path file = write("x,y\n1,2\n");
        assertThat(refusal(() -> Csv.read(file.toString(), ';')))
                .isEqualTo(
                        file + ", line 1: must separate its columns by"
                                + " semicolons, got commas in \"x,y\" — save it so, or say what separates them: read(file, ',')");
        assertThat(refusal(() -> Csv.read(file.toString(), 'x')))
                .isEqualTo(file + ": the separator must be one of , ; | and tab, got \"x\"");
    }

    @Test
    void aFileWithTwoDecimalSignsIsRefused() throws Exception {
        Path file = write("x;y\n1,5;2\n3;1.234\n");
        assertThat(refusal(() -> Csv.read(file.toString(), ';')))
                .isEqualTo(file
                        + ", line 3: all numbers must have one kind of decimal sign, got \"1.234\" beside \"1,5\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.1,3.5,setosa", "5,rose", "3,1,7", "0.5,0.7", "1,2,4"})
    void aMissingHeaderIsRefused(String first) {
        assertThat(reading(first + "\n" + first + "\n"))
                .isEqualTo(", line 1: must be a header that names the columns, got" + " numbers in ["
                        + first.replace(",", ", ") + "] — put a line of names above it");
    }

    @Test
    void aFileOfAnotherKindIsNamed() throws Exception {
        String page = "a web page — download the file itself, not the page that shows it";
        assertThat(foreign("<!DOCTYPE html>\n<html>")).isEqualTo(page);
        assertThat(foreign("\uFEFF\n <HTML lang='en'>")).isEqualTo(page);
        assertThat(foreign("<?xml version='1.0'?>")).isEqualTo("an XML file");
        assertThat(foreign("%PDF-1.7")).isEqualTo("a PDF");
        assertThat(foreign("{\\rtf1 x")).isEqualTo("a formatted text (RTF) — save it as plain text");
    }

    private String foreign(String text) throws Exception {
        return foreign(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aWorkbookThatWasRenamedIsNamedWithWhatToDo() throws Exception {
        assertThat(foreign(zip("[Content_Types].xml", "xl/workbook.xml")))
                .isEqualTo("a workbook of Excel" + SAVE_AS_CSV);
        assertThat(foreign(zip("mimetype", "content.xml"))).isEqualTo("a document of LibreOffice" + SAVE_AS_CSV);
        assertThat(foreign(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
                .isEqualTo("a workbook of an old Excel" + SAVE_AS_CSV);
        assertThat(foreign(zip("W.npy"))).isEqualTo("NumPy's arrays (.npz) — in NumPy, np.savetxt writes CSV");
        assertThat(foreign(zip("iris.csv"))).isEqualTo("a zip archive — unpack it first");
        assertThat(foreign(new byte[] {0x1F, (byte) 0x8B, 8, 0}))
                .isEqualTo("a file compressed by gzip — unpack it first");
        assertThat(foreign(new byte[] {'x', 0, '\n', 0})).isEqualTo("bytes that are no text");
    }

    private String foreign(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("t.csv"), bytes);
        String start = file + ": must be a CSV file, got ";
        String sentence = refusal(() -> Csv.read(file));
        assertThat(sentence).startsWith(start);
        return sentence.substring(start.length());
    }

    private static byte[] zip(String... names) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aRaggedRowIsRefusedWithItsLine() {
        assertThat(reading("x,y,z\n1,2,3\n\n4,5\n"))
                .isEqualTo(", line 4: must hold a field for each column of [x, y, z], got 2");
        assertThat(reading("x,y\n1,\"\n\",3\n"))
                .isEqualTo(", line 2: must hold a field for each column of [x, y], got 3"
                        + " — does a separator stand in a number or a text? put that field in quotes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oops",
                "NaN",
                "Infinity",
                "-Infinity",
                "1e999",
                "1,5",
                "1.5f",
                "2d",
                "0x1p3",
                "1_000",
                "5 cm",
                "1.2.3",
                "e5",
                "-",
                "١"
            })
    void aFieldThatIsNoFiniteNumberIsRefusedWithLineAndColumn(String field) {
        assertThat(reading("x,note,y\n1,\"two\nlines\",2\n3,,\"" + field + "\"\n", "x", "y"))
                .startsWith(", line 4, column y: must be a finite number, got \"" + field + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "-0,25", "1,5e3", "1,234", "1.234,5", "1,234,567.8"})
    void aCommaInANumberIsNamed(String field) {
        assertThat(reading("x,y\n1,\"" + field + "\"\n", "y"))
                .endsWith("got \"" + field
                        + "\" — write a decimal point for a decimal comma, and nothing between thousands");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NA", "nan", "N/A", "?", "null", "None", "-"})
    void aMissingValueIsNamed(String field) {
        assertThat(reading("x,y\n1," + field + "\n", "y")).endsWith("got \"" + field + "\"" + MISSING);
    }

    @Test
    void semicolonsThatCommasHideAreNamed() {
        assertThat(reading("length, cm;width, cm;kind\n5,1;3,5;rose\n", "cm;width"))
                .endsWith("got \"1;3\" — do semicolons separate the columns? then read(file, ';')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\"\""})
    void anEmptyNumberIsRefused(String field) {
        assertThat(reading("x,y\n1,2\n" + field + ",3\n", "x", "y"))
                .isEqualTo(", line 3, column x: must be a finite number, got \""
                        + field.replace("\"", "").strip() + '"' + MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "-1", "2.5", "one", "NaN", "4294967296"})
    void aLabelOutOfRangeIsRefusedWithLineAndColumn(String label) throws Exception {
        Csv csv = Csv.read(write("x,digit\n1,9\n2," + label + "\n"));
        assertThat(refusal(() -> csv.dataset("digit", 10)))
                .startsWith(csv.name() + ", line 3, column digit: must be a whole number from 0 to 9, got \"" + label
                        + "\"");
    }

    @Test
    void aLabelWithoutANameIsRefused() throws Exception {
        Csv csv = Csv.read(write("x,kind\n1,rose\n2, \n"));
        assertThat(refusal(() -> csv.dataset("kind")))
                .isEqualTo(csv.name() + ", line 3, column kind: must be the name of a class, got \"\"" + MISSING);
    }

    @Test
    void aTextColumnAmongTheInputsIsNamed() throws Exception {
        Csv csv = Csv.read(write("x,place,kind\n1,Paris,rose\n"));
        assertThat(refusal(() -> csv.dataset("kind")))
                .isEqualTo(csv.name() + ", line 2, column place: must be a finite number, got \"Paris\"");
    }

    @Test
    void aColumnThatIsNotThereIsRefusedWithThoseThatAre() {
        assertThat(reading("length,kind\n1,rose\n", "lenght"))
                .isEqualTo(": must have a column \"lenght\", its columns are [length, kind]");
        assertThat(refusal(() -> Csv.bundled("digits.csv").dataset("label")))
                .startsWith("digits.csv: must have a column \"label\", its columns are [p00, p01, p02, ")
                .endsWith(", p76, p77, digit]");
    }

    @Test
    void labelsWithoutInputsAreRefused() throws Exception {
        Csv csv = Csv.read(write("kind\nrose\n"));
        assertThat(refusal(() -> csv.dataset("kind")))
                .isEqualTo(csv.name() + ": must have columns of inputs beside kind, got none");
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefusedWithTheLineOfItsRow() {
        assertThat(reading("x,y\n1,2\n\n3,\"4\n5,6\n")).isEqualTo(", line 4" + QUOTE);
        assertThat(reading("x,y\n\"a\nb\",\"4\n")).isEqualTo(", line 2" + QUOTE);
        assertThat(reading("x,\"y\n1,2\n")).isEqualTo(", line 1" + QUOTE);
        assertThat(reading("x,y\n1,2\n\"")).isEqualTo(", line 3" + QUOTE);
        assertThat(reading("x,y\r\n\"a\r\nb\",1\r\n\r\n3,4,\"5\r\n\r\n")).isEqualTo(", line 5" + QUOTE);
    }

    @Test
    void textAfterAClosingQuoteIsRefusedWithTheLineOfItsRow() {
        assertThat(reading("x,y\n\n1,\"a\"b\n")).isEqualTo(", line 3" + QUOTE);
        assertThat(reading("x,y\n1,\"open\n2,\"shut\"\n")).isEqualTo(", line 2" + QUOTE);
        assertThat(reading("x,y\n1,2\n\n3,\"a\"b\"\n\n")).isEqualTo(", line 4" + QUOTE);
        assertThat(reading("\"x\"x,y\n1,2\n")).isEqualTo(", line 1" + QUOTE);
    }

    @Test
    void textThatIsNotUtf8IsRefusedWithItsLine() throws Exception {
        Path file = folder.resolve("t.csv");
        Files.write(file, "x,kind\r\n1,rose\r\n1,Mädesüß\r\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refusal(() -> Csv.read(file)))
                .isEqualTo(file + ", line 3: must be a text in UTF-8, got the byte 0xE4 — save it as CSV in UTF-8");
        Files.write(file, "x,kind\n1,rose\n".getBytes(StandardCharsets.UTF_16));
        assertThat(refusal(() -> Csv.read(file)))
                .isEqualTo(file + ": must be a CSV file, got text in UTF-16, which Excel"
                        + " calls Unicode text — save it as CSV in UTF-8");
    }

    @Test
    void aFileThatEndsWithinACharacterIsRefused() throws Exception {
        Path file = folder.resolve("t.csv");
        Files.write(file, new byte[] {'x', '\n', '1', '\n', (byte) 0xC3});
        assertThat(refusal(() -> Csv.read(file)))
                .isEqualTo(file + ", line 3: must be a text in UTF-8, got the byte 0xC3 — save it as CSV in UTF-8");
    }

    @Test
    void aLongFieldIsQuotedInBriefAndOnOneLine() {
        assertThat(reading("x\n\"a\r\nb" + "c".repeat(100) + "\"\n", "x"))
                .isEqualTo(", line 2, column x: must be a finite number, got \"a↵b" + "c".repeat(36) + '"');
    }

    /** The sentence of the DataException that a call throws. */
    static String refusal(ThrowingCallable call) {
        return catchThrowableOfType(DataException.class, call).getMessage();
    }

    /** The sentence, after the file's name, that reading a text and then columns of it gives. */
    private String reading(String text, String... columns) {
        Path file = folder.resolve("t.csv");
        String refusal = refusal(() -> {
            Files.writeString(file, text, StandardCharsets.UTF_8);
            Csv csv = Csv.read(file);
            csv.numbers(columns);
        });
        assertThat(refusal).startsWith(file.toString());
        return refusal.substring(file.toString().length());
    }

    private Path write(String text) throws Exception {
        return Files.writeString(folder.resolve("t.csv"), text, StandardCharsets.UTF_8);
    }
}
