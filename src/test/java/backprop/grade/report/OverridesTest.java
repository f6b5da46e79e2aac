package backprop.grade.report;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.grade.result.HandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row that is right counts, each other is told with its line. */
class OverridesTest {
    private static final ReportInfo ABOUT = new ReportInfo(
            "04", "Title", List.of(new ReportInfo.Exercise("x", "X", false, 4)), 1, "0", true, false, List.of());

    @TempDir
    Path dir;

    @Test
    void anEmptyOneIsMade() throws IOException {
        assertThat(read().all()).isEmpty();
        assertThat(dir.resolve("overrides.csv")).hasContent("student,exercise,points,reason\n");
    }

    @Test
    void itIsNeverWrittenAgain() throws IOException {
        String own = "\uFEFFstudent,exercise,points,reason\r\nanna,x,2.5,\"Why, not\"\r\n";
        Files.writeString(dir.resolve("overrides.csv"), own);
        assertThat(read().of("anna", "x")).contains(new Overrides.Row("anna", "x", 2.5, "Why, not"));
        assertThat(Files.readString(dir.resolve("overrides.csv"))).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "nobody,x,1,; must name a student who has handed in, got \"nobody\"",
                "anna,y,1,; must name an exercise, one of x; got \"y\"",
                "anna,x,NaN,; points that are a number such as 2.5, got \"NaN\"",
                "anna,x,0x1p3,; points that are a number",
                "anna,x,-1,; points from 0 to 4 for x, got -1",
                "anna,x,4.5,; points from 0 to 4 for x, got 4.5",
                "anna; must hold 4 fields, got 1",
                "anna,x,1,a,b; must hold 4 fields, got 5"
            })
    void aRowThatIsNotRightIsToldWithItsLine(String row, String sentence) throws IOException {
        write("student,exercise,points,reason\n\n" + row + "\n");
        Overrides overrides = read();
        assertThat(overrides.problems())
                .singleElement()
                .asString()
                .startsWith("overrides.csv, line 3: ")
                .contains(sentence);
        assertThat(overrides.all()).isEmpty();
    }

    @Test
    void aSpreadsheetsSemicolonsAndDecimalCommasAreUnderstood() throws IOException {
        write("\uFEFFstudent;exercise;points;reason\r\nanna;x;2,5;Well, said\r\n");
        assertThat(read().all()).containsExactly(new Overrides.Row("anna", "x", 2.5, "Well, said"));
        write("student,exercise,points,reason\nanna,x,\"2,5\",\n");
        assertThat(read().all()).containsExactly(new Overrides.Row("anna", "x", 2.5, ""));
        write("student;exercise;points;reason\nanna;x;50,5;\n");
        assertThat(read().problems()).singleElement().asString().contains("points from 0 to 4 for x, got 50.5");
    }

    @Test
    void aRowWithoutPointsIsNotMarkedYet() throws IOException {
        write("student,exercise,points,reason\nanna,x,,\nanna,x,,well begun\nanna,x\n,,,\nnobody,y,,\n");
        Overrides overrides = read();
        assertThat(overrides.problems()).isEmpty();
        assertThat(overrides.all()).isEmpty();
        assertThat(overrides.names("anna", "x")).isTrue();
    }

    @Test
    void fieldsThatASpreadsheetLeavesOutAreEmpty() throws IOException {
        write("student,exercise,points,reason\nanna,x,2\n");
        assertThat(read().all()).containsExactly(new Overrides.Row("anna", "x", 2, ""));
        write("student,exercise,points,reason\nanna,x,2,,,\nanna,x,,\n");
        assertThat(read().all())
                .as("points stay, whatever empty row comes after")
                .hasSize(1);
    }

    @Test
    void theLastOfTwoCounts() throws IOException {
        write("student,exercise,points,reason\nanna,x,1,\nanna,x,3,later\n");
        Overrides overrides = read();
        assertThat(overrides.all()).containsExactly(new Overrides.Row("anna", "x", 3, "later"));
        assertThat(overrides.problems())
                .containsExactly("overrides.csv, line 3: sets x of anna once more; this last one counts");
    }

    @Test
    void anotherHeaderAndAnOpenQuoteAreTold() throws IOException {
        write("name,points\nanna,1\n");
        assertThat(read().problems())
                .singleElement()
                .asString()
                .contains("line 1: must be the header student,exercise,points,reason");
        write("student,exercise,points,reason\nanna,x,1,ok\nanna,x,2,\"open\n");
        Overrides overrides = read();
        assertThat(overrides.problems())
                .singleElement()
                .asString()
                .contains("line 3")
                .contains("quote");
        assertThat(overrides.of("anna", "x")).map(Overrides.Row::points).contains(1.0);
    }

    @ParameterizedTest
    @CsvSource({
        "Jose-Garcia-1234567,''",
        "1234567,'is now'",
        "José García,'is now'",
        "Jose\u0301 Garci\u0301a,'is now'",
        "Jose-Garcia,'is now'"
    })
    void aRowIsForTheOnlyOneItCanMean(String written, String told) throws IOException {
        write("student,exercise,points,reason\n" + written + ",x,2,\n");
        Overrides read = read(handIn("Jose-Garcia-1234567", "José García", "1234567"), handIn("Иван", "Иван", ""));
        assertThat(read.all()).containsExactly(new Overrides.Row("Jose-Garcia-1234567", "x", 2, ""));
        assertThat(read.names("Jose-Garcia-1234567", "x")).isTrue();
        assertThat(read.problems())
                .hasSize(told.isEmpty() ? 0 : 1)
                .allMatch(said ->
                        said.equals("overrides.csv, line 2: \"%s\" is now Jose-Garcia-1234567".formatted(written)));
    }

    @ParameterizedTest
    @CsvSource({
        "Jose,Jose-7 or Jose-8 or José-9",
        "José,Jose-7 or José-9",
        "student,Анна or Иван",
        "student-2,Анна or Иван",
        "Jose-2,Jose-7 or Jose-8 or José-9"
    })
    void aRowThatCanMeanSeveralIsRefusedAndNamesThem(String written, String candidates) throws IOException {
        write("student,exercise,points,reason\n" + written + ",x,2,\n");
        Overrides read = read(
                handIn("Jose-7", "José", "7"),
                handIn("Jose-8", "Jose", "8"),
                handIn("Иван", "Иван", ""),
                handIn("Анна", "Анна", ""),
                handIn("José-9", "José", "9"));
        assertThat(read.all()).isEmpty();
        assertThat(read.problems())
                .singleElement()
                .asString()
                .startsWith("overrides.csv, line 2: must name one student by the key in grades.csv, got");
        assertThat(read.problems().get(0)).endsWith("which can mean " + candidates);
    }

    @Test
    void aCountedKeyOfAnEarlierClassIsNobodysForCertain() throws IOException {
        write("student,exercise,points,reason\nJose-2,x,2,\n");
        Overrides read = read(handIn("José", "José", ""));
        assertThat(read.all()).isEmpty();
        assertThat(read.problems()).singleElement().asString().contains("which can mean José");
    }

    @Test
    void aLateHandInTakesNobodysPoints() throws IOException {
        write("student,exercise,points,reason\nИван,x,2,\nJosé,x,3,\n");
        HandIn[] late = {
            handIn("Анна", "Анна", ""),
            handIn("Иван", "Иван", ""),
            handIn("Jose", "Jose", ""),
            handIn("José", "José", "")
        };
        assertThat(read(late).all())
                .containsExactly(new Overrides.Row("Иван", "x", 2, ""), new Overrides.Row("José", "x", 3, ""));
        assertThat(read(late).problems()).isEmpty();
        write("student,exercise,points,reason\nJose,x,3,\n");
        assertThat(read(late).all()).containsExactly(new Overrides.Row("Jose", "x", 3, ""));
        assertThat(read(late).problems())
                .containsExactly(
                        "overrides.csv, line 2: counts for Jose, and not for José, who had this key in earlier versions perhaps");
    }

    private void write(String text) throws IOException {
        Files.writeString(dir.resolve("overrides.csv"), text);
    }

    private Overrides read() {
        return read(handIn("anna", "Anna", ""));
    }

    private Overrides read(HandIn... all) {
        return Overrides.read(dir, ABOUT, List.of(all));
    }

    private static HandIn handIn(String key, String name, String number) {
        return new HandIn(key, name, number, "", "", "", List.of());
    }
}
