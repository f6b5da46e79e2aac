package backprop.grade.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import backprop.grade.notebook.Notebook;
import backprop.grade.result.GradeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookTest {
    private static final String FRAME = "{\"cells\": [%s], \"metadata\": {\"a\": [[1e999]]}, \"nbformat\": 4}";

    @Test
    void cellsHaveTheirPlaceTheirIdAndTheirText() {
        String cells = """
        {"cell_type": "markdown", "metadata": {}, "source": "# Text"},
        {"cell_type": "code", "source": ["int a;\\r\\n", "int b;"], "outputs": [{"data": {"image/png": "AAAA"}}],
         "metadata": {"tags": ["x"], "nbgrader": {"grade": false, "points": {"a": 1}, "grade_id": "f", "locked": []}}},
        {"cell_type": "raw", "metadata": null, "source": ""},
        {"cell_type": "code", "metadata": {"nbgrader": {"grade_id": null}}}""";
        assertThat(parse(FRAME.formatted(cells)).cells())
                .containsExactly(
                        new Notebook.Cell(1, "", false, "# Text"),
                        new Notebook.Cell(2, "f", true, "int a;\nint b;"),
                        new Notebook.Cell(3, "", false, ""),
                        new Notebook.Cell(4, "", true, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\1',
            value = {
                "[]|other JSON",
                "|is empty",
                "7|other JSON",
                "{\"cells\": []}|no nbformat",
                "{\"nbformat\": 3, \"worksheets\": []}|is of nbformat “3”",
                "{\"nbformat\": {}, \"cells\": []}|is of nbformat “another kind”",
                "{\"nbformat\": 4}|has no cells",
                "{\"nbformat\": 4, \"cells\": {}}|a list of cells",
                "{\"nbformat\": 4, \"cells\": [3]}|cell 1: must be an object",
                "{\"nbformat\": 4, \"cells\": [{}]}|cell 1: must have cell_type",
                "{\"nbformat\": 4, \"cells\": [{\"cell_type\": 3}]}|cell 1: cell_type must be text",
                "{\"nbformat\": 4, \"cells\": [{\"metadata\": []}]}|cell 1: metadata must be an object",
                "{\"nbformat\": 4, \"cells\": [{\"metadata\": {\"nbgrader\": 1}}]}|cell 1: nbgrader's metadata must be",
                "{\"nbformat\": 4, \"cells\": [{\"metadata\": {\"nbgrader\": {\"grade_id\": []}}}]}|cell 1: grade_id must be text",
                "{\"nbformat\": 4, \"cells\": [{\"source\": 3}]}|cell 1: source must be text",
                "{\"nbformat\": 4, \"cells\": [{\"source\": [[]]}]}|cell 1: a line of source must be text",
                "{\"nbformat\": 4, \"cells\": []} {}|goes on after its end",
                "{\"nbformat\": 4, \"cells\": [|is not JSON from line 1",
                "{\"nbformat\": 4, x|is not JSON from line 1, column"
            })
    void whatIsWrongIsSaid(String text, String problem) {
        refused(bytes(text == null ? "" : text), problem);
    }

    @Test
    void theSameKeyTwiceCountsAsItsLast() {
        assertThat(parse("{\"nbformat\": 3, \"cells\": [{\"cell_type\": \"code\"}], \"cells\": [], \"nbformat\": 4}")
                        .cells())
                .isEmpty();
    }

    @Test
    void textThatIsNoneIsHandled() {
        refused(new byte[] {'{', (byte) 0xFF, '}'}, "is not text in UTF-8");
        refused("{}".getBytes(StandardCharsets.UTF_16), "is not text in UTF-8");
        refused(new byte[] {'{', (byte) 0xC3}, "is not text in UTF-8");
        refused(new byte[] {'{', 0, '}'}, "is not JSON from line 1");
        String marked =
                "\uFEFF" + FRAME.formatted("{\"cell_type\": \"code\", \"source\": \"a\\u0000\\ud800b\\ud83d\\ude00\"}");
        assertThat(parse(marked).cells().get(0).source()).isEqualTo("a\uFFFD\uFFFDb😀");
    }

    @Test
    void sizeDepthAndNumberAreLimited() {
        refused(bytes("{\"x\": " + "[".repeat(100_000)), "is not JSON from line 1");
        refused(bytes("{\"x\": " + "1".repeat(5_000) + "}"), "has no nbformat");
        refused(bytes("{\"nbformat\": \"" + "x".repeat(5_000_001) + "\"}"), "holds more than a notebook may");
        refused(bytes(cells("{\"cell_type\": \"raw\"}", 2_001)), "more than 2,000 cells");
        String large = "{\"cell_type\": \"code\", \"source\": \"" + "x".repeat(200_000) + "\"}";
        refused(bytes(cells(large.replace("xx", "xxx"), 1)), "cell 1: has more than 200,000");
        refused(bytes(cells(large, 6)), "more than 1,000,000");
        assertThat(parse(cells(large, 5)).cells()).hasSize(5);
    }

    @Test
    void manyPicturesTakeNoPlace() throws IOException {
        String output = "{\"cell_type\": \"code\", \"outputs\": [{\"png\": \"%s\"}], \"source\": \"int a;\"}";
        byte[] picture = bytes("A".repeat(1 << 20));
        byte[] start = bytes("{\"nbformat\": 4, \"cells\": [" + output.substring(0, output.indexOf("%s")));
        byte[] end = bytes(output.substring(output.indexOf("%s") + 2) + "]}");
        List<InputStream> pieces = new ArrayList<>(List.of(new ByteArrayInputStream(start)));
        for (int k = 0; k < 100; k++) {
            pieces.add(new ByteArrayInputStream(picture));
        }
        pieces.add(new ByteArrayInputStream(end));
        Notebook read = Notebook.read(new SequenceInputStream(Collections.enumeration(pieces)));
        assertThat(read.cells()).containsExactly(new Notebook.Cell(1, "", true, "int a;"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%1$s%2$s",
                "%1$s\"x\"%2$s",
                "%1$s\n{\"a\\\"]\": 1, \"b\": null}%2$s",
                "{\"deep\": %1$s1%2$s, \"then\": [%1$s{}%2$s]}"
            })
    void whatIsDeepOutsideOfTheCellsTextIsPassedOver(String deep) {
        String value = String.format(Locale.ROOT, deep, "[".repeat(100_000), "]".repeat(100_000));
        String cell = "{\"cell_type\": \"code\", \"outputs\": [%s], \"metadata\": {\"own\": %s, \"nbgrader\": "
                + "{\"grade_id\": \"f\"}}, \"source\": \"int a;\"}";
        String notebook = "{\"metadata\": {\"x\": %s}, \"cells\": [%s], \"nbformat\": 4}";
        assertThat(parse(notebook.formatted(value, cell.formatted(value, value)))
                        .cells())
                .containsExactly(new Notebook.Cell(1, "f", true, "int a;"));
    }

    @Test
    void namesNumbersAndTextsOutsideOfTheCellsTextMayBeOfAnyLength() {
        String name = "n\\u0041\\\"".repeat(100_000);
        String output = "{\"%s\": %s, \"word\": \"%s\"}".formatted(name, "9".repeat(100_000), "w".repeat(6_000_000));
        String cell = "{\"cell_type\": \"code\", \"outputs\": [%s], \"source\": \"int a;\"}";
        assertThat(parse(FRAME.formatted(cell.formatted(output))).cells())
                .containsExactly(new Notebook.Cell(1, "", true, "int a;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"}}}]]]", "{\"nbformat\": 4]]]]", "[[[[}}}}", "\"", "{\"a\\", "{,,,,:::"})
    void whatIsNoJsonIsRefused(String text) {
        assertThatExceptionOfType(GradeException.class).isThrownBy(() -> parse(text));
    }

    private static String cells(String cell, int times) {
        return FRAME.formatted(String.join(",", java.util.Collections.nCopies(times, cell)));
    }

    private static void refused(byte[] bytes, String problem) {
        assertThatExceptionOfType(GradeException.class)
                .isThrownBy(() -> Notebook.parse(bytes))
                .withMessageContaining(problem)
                .satisfies(why -> assertThat(why.getMessage())
                        .hasSizeLessThan(200)
                        .doesNotContain("\n", "jackson", "Stream", "Exception"));
    }

    private static Notebook parse(String text) {
        return Notebook.parse(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
