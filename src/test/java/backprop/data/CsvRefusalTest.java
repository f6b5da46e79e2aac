package backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong data gives one sentence that names file, line and column. */
class CsvRefusalTest {
  @TempDir private Path folder;

  @Test void aMissingFileIsNamedWithTheFolderThatWasLookedFrom() {
    assertThat(refusal(() -> Csv.read("no/such.csv"))).isEqualTo(
        Path.of("no/such.csv") + ": there is no such file; the current folder is " + Path.of("").toAbsolutePath());
  }

  @Test void aFolderIsNoFile() {
    assertThat(refusal(() -> Csv.read(folder))).isEqualTo(folder + ": must be a CSV file, got a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "  \r\n", "\uFEFF", "\"\""}) void anEmptyFileIsRefused(String text) {
    assertThat(reading(text)).isEqualTo(": must hold a header and rows, got an empty file");
  }

  @Test void aHeaderAloneIsRefused() {
    assertThat(reading("x,y\n")).isEqualTo(": must hold rows below its header, got none");
  }

  @Test void aMissingHeaderIsSeenByItsNumbers() {
    assertThat(reading("setosa,5.1\nvirginica,6\n"))
        .isEqualTo(", line 1, column 2: must be the name of a column, got \"5.1\"; is the header missing?");
  }

  @Test void aColumnWithoutANameIsRefusedWithItsLine() {
    assertThat(reading("\n,x\n1,2\n"))
        .isEqualTo(", line 2, column 1: must be the name of a column, got an empty field; is the header" + " missing?");
  }

  @Test void twoColumnsOfOneNameAreRefused() {
    assertThat(reading("x,y,x\n1,2,3\n"))
        .isEqualTo(", line 1, column 3: must have a name of its own, got \"x\" a second time");
  }

  @ParameterizedTest
  @CsvSource({"x;y,semicolons", "x\ty,tabs"}) void otherSeparatorsAreCalledByName(String header, String got) {
    assertThat(reading(header + "\n1\n")).isEqualTo(", line 1: must part its columns by commas, got " + got);
  }

  @Test void aRaggedRowIsRefusedWithItsLine() {
    assertThat(reading("x,y,z\n1,2,3\n\n4,5\n"))
        .isEqualTo(", line 4, column z: a row must hold 3 fields like the header, got 2");
    assertThat(reading("x,y\n1,\"\n\",3\n"))
        .isEqualTo(", line 3, column 3: a row must hold 2 fields like the header, got 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"oops", "NaN", "Infinity", "-Infinity", "1e999", "1,5", "1.5f", "2d", "0x1p3", "1_000",
      "5 cm", "1.2.3", "e5", "-", "١"}) void aFieldThatIsNoFiniteNumberIsRefusedWithLineAndColumn(String field) {
    assertThat(reading("x,note,y\n1,\"two\nlines\",2\n3,,\"" + field + "\"\n", "x", "y"))
        .isEqualTo(", line 4, column y: must be a finite number, got \"" + field + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\"\""}) void anEmptyNumberIsRefused(String field) {
    assertThat(reading("x,y\n1,2\n" + field + ",3\n", "x", "y"))
        .isEqualTo(", line 3, column x: must be a finite number, got an empty field");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "-1", "2.5", "one", "NaN",
      "4294967296"}) void aLabelOutOfRangeIsRefusedWithLineAndColumn(String label) throws Exception {
    Csv csv = Csv.read(write("x,digit\n1,9\n2," + label + "\n"));
    assertThat(refusal(() -> csv.dataset("digit", 10)))
        .isEqualTo(csv.name() + ", line 3, column digit: must be a whole number from 0 to 9, got \"" + label + "\"");
  }

  @Test void aLabelWithoutANameIsRefused() throws Exception {
    Csv csv = Csv.read(write("x,kind\n1,rose\n2, \n"));
    assertThat(refusal(() -> csv.dataset("kind")))
        .isEqualTo(csv.name() + ", line 3, column kind: must be the name of a class, got an empty field");
  }

  @Test void aTextColumnAmongTheInputsIsNamed() throws Exception {
    Csv csv = Csv.read(write("x,place,kind\n1,Paris,rose\n"));
    assertThat(refusal(() -> csv.dataset("kind")))
        .isEqualTo(csv.name() + ", line 2, column place: must be a finite number, got \"Paris\"");
  }

  @Test void aColumnThatIsNotThereIsRefusedWithThoseThatAre() {
    assertThat(reading("length,kind\n1,rose\n", "lenght"))
        .isEqualTo(": must have a column \"lenght\", its columns are length, kind");
    assertThat(refusal(() -> Csv.bundled("digits.csv").dataset("label")))
        .isEqualTo("digits.csv: must have a column \"label\", its columns are p00, p01, p02, p03, p04,"
            + " p05, p06, p07, p10, p11, p12, …, digit");
  }

  @Test void labelsWithoutInputsAreRefused() throws Exception {
    Csv csv = Csv.read(write("kind\nrose\n"));
    assertThat(refusal(() -> csv.dataset("kind")))
        .isEqualTo(csv.name() + ": must have columns of inputs beside kind, got none");
  }

  @Test void aQuoteThatIsNeverClosedIsRefusedWhereItOpens() {
    String problem = "must close the quote that it opens, got the end of the file";
    assertThat(reading("x,y\n1,2\n\n3,\"4\n5,6\n")).isEqualTo(", line 4, column y: " + problem);
    assertThat(reading("x,y\n\"a\nb\",\"4\n")).isEqualTo(", line 3, column y: " + problem);
    assertThat(reading("x,\"y\n1,2\n")).isEqualTo(", line 1, column 2: " + problem);
    assertThat(reading("x,y\n1,2\n\"")).isEqualTo(", line 3, column x: " + problem);
    assertThat(reading("x,y\r\n\"a\r\nb\",1\r\n\r\n3,4,\"5\r\n\r\n")).isEqualTo(", line 5, column 3: " + problem);
  }

  @Test void textAfterAClosingQuoteIsRefusedWithTheLineOfItsRow() {
    String problem = "must have a comma or the line's end after a closing quote, got other text";
    assertThat(reading("x,y\n\n1,\"a\"b\n")).isEqualTo(", line 3: " + problem);
    assertThat(reading("x,y\n1,\"open\n2,\"shut\"\n")).isEqualTo(", line 2: " + problem);
    assertThat(reading("x,y\n1,2\n\n3,\"a\"b\"\n\n")).isEqualTo(", line 4: " + problem);
    assertThat(reading("\"x\"x,y\n1,2\n")).isEqualTo(", line 1: " + problem);
  }

  @ParameterizedTest
  @CsvSource({"ISO-8859-1,2,e4", "UTF-16,1,fe"}) void textThatIsNotUtf8IsRefusedWithLineAndByte(String charset,
      int line, String got) throws Exception {
    Path file = folder.resolve("t.csv");
    Files.write(file, "x,kind\n1,Mädesüß\n".getBytes(Charset.forName(charset)));
    assertThat(refusal(() -> Csv.read(file))).isEqualTo(
        file + (", line " + line) + (": must be UTF-8 text, got the byte 0x" + got) + "; save the file as UTF-8");
  }

  @Test void aFileThatEndsWithinACharacterIsRefused() throws Exception {
    Path file = folder.resolve("t.csv");
    Files.write(file, new byte[] {'x', '\n', '1', '\n', (byte) 0xC3});
    assertThat(refusal(() -> Csv.read(file)))
        .isEqualTo(file + ", line 3: must be UTF-8 text, got the byte 0xc3; save the file as UTF-8");
  }

  @Test void aLongFieldIsQuotedInBriefAndOnOneLine() {
    assertThat(reading("x\n\"a\r\nb" + "c".repeat(100) + "\"\n", "x"))
        .isEqualTo(", line 2, column x: must be a finite number, got \"a↵b" + "c".repeat(37) + "…\"");
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
