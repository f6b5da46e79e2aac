package backprop.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class CsvPropertyTest {
    @Property(tries = 300)
    void whatIsWrittenQuotedIsReadBackWithItsLines(@ForAll @Size(min = 1, max = 5) List<@Size(3) List<String>> rows) {
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

    @Property(tries = 1000)
    void anyTextIsReadOrRefusedWithOneSentence(@ForAll("nearlyCsv") String text) {
        try {
            Csv csv = Csv.parse("t.csv", text);
            assertThat(csv.rows())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.fields()).hasSameSizeAs(csv.header()));
        } catch (DataException refused) {
            assertThat(refused.getMessage()).startsWith("t.csv").doesNotContain("\n", "\r");
        }
    }

    @Property
    void everyFiniteDoubleIsReadToTheLastBit(@ForAll double x) {
        assertThat(Csv.number(Double.toString(x))).isEqualTo(x);
    }

    @Property
    void everyWholeNumberIsReadToTheLastBit(@ForAll long x) {
        assertThat(Csv.number(Long.toString(x))).isEqualTo(Double.parseDouble(Long.toString(x)));
    }

    @Provide
    Arbitrary<String> nearlyCsv() {
        return Arbitraries.strings().withChars("ab1.,,\"\" \r\n\n;").ofMaxLength(40);
    }
}
