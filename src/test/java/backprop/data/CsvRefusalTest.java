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
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong data gives one sentence that names file, line and column. */
class CsvRefusalTest {
  private static final String QUOTE =
      ": must close each quoted field and end it there, got an open one or text after a closing quote";
  private static final String NOT_UTF8 = ": must be a CSV file in UTF-8, got one that cannot be read: ";

  @TempDir private Path folder;

  @Test void aMissingFileIsNamedWithTheFolderThatWasLookedFrom() {
    assertThat(refusal(() -> Csv.read("no/such.csv"))).isEqualTo(
        Path.of("no/such.csv") + ": there is no such file; the current folder is " + Path.of("").toAbsolutePath());
  }

  @Test void aFolderIsNoFile() {
    assertThat(refusal(() -> Csv.read(folder))).isEqualTo(folder + ": must be a CSV file in UTF-8, got a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "  \r\n", "\uFEFF", "\"\""}) void anEmptyFileIsRefused(String text) {
    assertThat(reading(text)).isEqualTo(": must hold a header and rows, got an empty file");
  }

  @Test void aHeaderAloneIsRefused() {
    assertThat(reading("x,y\n")).isEqualTo(": must hold rows below its header, got none");
  }

  @Test void aColumnWithoutANameIsRefused() {
    assertThat(reading("\n,x\n1,2\n")).isEqualTo(": each column must have a name of its own, got \"\" in [, x]");
  }

  @Test void twoColumnsOfOneNameAreRefused() {
    assertThat(reading("x,y,x\n1,2,3\n"))
        .isEqualTo(": each column must have a name of its own, got \"x\" in [x, y, x]");
  }

  @Test void otherSeparatorsAreSeenByTheOneColumnFound() {
    assertThat(reading("x;y\n1;2\n", "x")).isEqualTo(": must have a column \"x\", its columns are [x;y]");
    assertThat(reading("x;y\n1,5;2\n")).isEqualTo(", line 2: must hold a field for each column of [x;y], got 2");
    assertThat(reading("x\ty\n1\t2\n", "y")).isEqualTo(": must have a column \"y\", its columns are [x\ty]");
  }

  @Test void aRaggedRowIsRefusedWithItsLine() {
    assertThat(reading("x,y,z\n1,2,3\n\n4,5\n"))
        .isEqualTo(", line 4: must hold a field for each column of [x, y, z], got 2");
    assertThat(reading("x,y\n1,\"\n\",3\n")).isEqualTo(", line 2: must hold a field for each column of [x, y], got 3");
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
        .isEqualTo(", line 3, column x: must be a finite number, got \"" + field.replace("\"", "").strip() + '"');
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
        .isEqualTo(csv.name() + ", line 3, column kind: must be the name of a class, got \"\"");
  }

  @Test void aTextColumnAmongTheInputsIsNamed() throws Exception {
    Csv csv = Csv.read(write("x,place,kind\n1,Paris,rose\n"));
    assertThat(refusal(() -> csv.dataset("kind")))
        .isEqualTo(csv.name() + ", line 2, column place: must be a finite number, got \"Paris\"");
  }

  @Test void aColumnThatIsNotThereIsRefusedWithThoseThatAre() {
    assertThat(reading("length,kind\n1,rose\n", "lenght"))
        .isEqualTo(": must have a column \"lenght\", its columns are [length, kind]");
    assertThat(refusal(() -> Csv.bundled("digits.csv").dataset("label")))
        .startsWith("digits.csv: must have a column \"label\", its columns are [p00, p01, p02, ")
        .endsWith(", p76, p77, digit]");
  }

  @Test void labelsWithoutInputsAreRefused() throws Exception {
    Csv csv = Csv.read(write("kind\nrose\n"));
    assertThat(refusal(() -> csv.dataset("kind")))
        .isEqualTo(csv.name() + ": must have columns of inputs beside kind, got none");
  }

  @Test void aQuoteThatIsNeverClosedIsRefusedWithTheLineOfItsRow() {
    assertThat(reading("x,y\n1,2\n\n3,\"4\n5,6\n")).isEqualTo(", line 4" + QUOTE);
    assertThat(reading("x,y\n\"a\nb\",\"4\n")).isEqualTo(", line 2" + QUOTE);
    assertThat(reading("x,\"y\n1,2\n")).isEqualTo(", line 1" + QUOTE);
    assertThat(reading("x,y\n1,2\n\"")).isEqualTo(", line 3" + QUOTE);
    assertThat(reading("x,y\r\n\"a\r\nb\",1\r\n\r\n3,4,\"5\r\n\r\n")).isEqualTo(", line 5" + QUOTE);
  }

  @Test void textAfterAClosingQuoteIsRefusedWithTheLineOfItsRow() {
    assertThat(reading("x,y\n\n1,\"a\"b\n")).isEqualTo(", line 3" + QUOTE);
    assertThat(reading("x,y\n1,\"open\n2,\"shut\"\n")).isEqualTo(", line 2" + QUOTE);
    assertThat(reading("x,y\n1,2\n\n3,\"a\"b\"\n\n")).isEqualTo(", line 4" + QUOTE);
    assertThat(reading("\"x\"x,y\n1,2\n")).isEqualTo(", line 1" + QUOTE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16"}) void textThatIsNotUtf8IsRefused(String charset) throws Exception {
    Path file = folder.resolve("t.csv");
    Files.write(file, "x,kind\n1,Mädesüß\n".getBytes(Charset.forName(charset)));
    assertThat(refusal(() -> Csv.read(file))).startsWith(file + NOT_UTF8);
  }

  @Test void aFileThatEndsWithinACharacterIsRefused() throws Exception {
    Path file = folder.resolve("t.csv");
    Files.write(file, new byte[] {'x', '\n', '1', '\n', (byte) 0xC3});
    assertThat(refusal(() -> Csv.read(file))).startsWith(file + NOT_UTF8);
  }

  @Test void aLongFieldIsQuotedInBriefAndOnOneLine() {
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
