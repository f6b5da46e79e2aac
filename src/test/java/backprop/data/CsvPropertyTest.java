package backprop.data;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.RandomInputs;
import backprop.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

class CsvPropertyTest {
    @Seeded(300)
    void whatIsWrittenQuotedIsReadBackWithItsLines(RandomInputs random) {
        List<List<String>> rows = random.list(1, 5, () -> random.list(3, 3, () -> random.anyText(20)));
        StringBuilder text = new StringBuilder("a,b,c\n");
        List<String> places = new ArrayList<>();
        int line = 2;
        for (List<String> row : rows) {
            String written = row.stream()
                    .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(","));
            places.add("line " + line);
            line += (written + "\n").split("\r\n|\r|\n", -1).length - 1;
            text.append(written).append('\n');
        }
        Csv csv = Csv.parse("t.csv", text.toString());
        assertThat(csv.rows()).extracting(Csv.Row::fields).containsExactlyElementsOf(rows);
        assertThat(csv.rows()).extracting(Csv.Row::place).containsExactlyElementsOf(places);
    }

    @Seeded(1000)
    void anyTextIsReadOrRefusedWithOneSentence(RandomInputs random) {
        String text = random.text(40, "ab1.,,\"\" \r\n\n;");
        try {
            Csv csv = Csv.parse("t.csv", text);
            assertThat(csv.rows())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.fields()).hasSameSizeAs(csv.header()));
        } catch (DataException refused) {
            assertThat(refused.getMessage()).startsWith("t.csv").doesNotContain("\n", "\r");
        }
    }

    @Seeded(1000)
    void everyFiniteDoubleIsReadToTheLastBit(RandomInputs random) {
        double x = random.finite();
        assertThat(Csv.number(Double.toString(x))).isEqualTo(x);
    }

    @Seeded(1000)
    void everyWholeNumberIsReadToTheLastBit(RandomInputs random) {
        long x = random.wholeNumber();
        assertThat(Csv.number(Long.toString(x))).isEqualTo(Double.parseDouble(Long.toString(x)));
    }
}
