package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CellTextTest {
    private final StringBuilder sent = new StringBuilder();

    @SuppressWarnings("UnnecessaryLambda")
    private final Consumer<String> out =
            text -> sent.append("out(").append(text).append(')');

    @SuppressWarnings("UnnecessaryLambda")
    private final Consumer<String> err =
            text -> sent.append("err(").append(text).append(')');

    private final CellText text = new CellText();

    @Test
    void whatIsPrintedInARowIsOneMessageAndTheStreamsKeepTheirOrder() {
        text.add(out, "a\n");
        text.add(out, "b\n");
        text.add(err, "c\n");
        text.add(out, "d\n");
        send(text.taken());
        assertThat(sent).hasToString("out(a\nb\n)err(c\n)out(d\n)");
        assertThat(text.taken()).isEmpty();
        assertThat(text.remainder()).isEmpty();
    }

    @Test
    void manyChangesBetweenTheStreamsAreFewMessages() {
        for (int i = 0; i < 1000; i++) {
            text.add(out, "o");
            text.add(err, "e");
        }
        List<Runnable> messages = text.taken();
        send(messages);
        assertThat(messages).hasSizeLessThanOrEqualTo(41);
        assertThat(sent.toString().chars().filter(c -> c == 'o').count()).isGreaterThanOrEqualTo(1000);
        assertThat(sent.toString().replaceAll("out|err|[()]", "")).hasSize(2000);
    }

    @Test
    void ofTooMuchTheBeginningAndTheEndAreShownInWholeLinesAndTheRestIsCounted() {
        int lines = 200_000;
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            String line = "line " + i + "\n";
            all.append(line);
            text.add(out, line);
        }
        send(text.taken());
        send(text.remainder());
        String shown = sent.toString().replace(")out(", "").replaceAll("^out\\(|\\)$", "");
        String[] parts = shown.split("\\.\\.\\. ([\\d,]+) characters are left out here.*\\R", -1);
        assertThat(parts).hasSize(2);
        assertThat(all.toString()).startsWith(parts[0]).endsWith(parts[1]);
        assertThat(parts[0]).endsWith("\n").hasSizeBetween(CellText.MOST - 20, CellText.MOST);
        assertThat(parts[1]).startsWith("line ").hasSizeBetween(CellText.END - 20, CellText.END);
        int missing = all.length() - parts[0].length() - parts[1].length();
        assertThat(shown).contains(String.format(Locale.ROOT, "%,d characters", missing));
        assertThat(text.remainder()).isEmpty();
    }

    @Test
    void oneLineWithoutAnEndIsCutToo() {
        for (int i = 0; i < 30; i++) {
            text.add(out, "x".repeat(100_000));
        }
        send(text.taken());
        send(text.remainder());
        assertThat(sent.length()).isBetween(CellText.MOST, CellText.MOST + CellText.END + 200);
    }

    private static void send(List<Runnable> messages) {
        messages.forEach(Runnable::run);
    }
}
