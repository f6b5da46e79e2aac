package backprop.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose words they are can be seen, and all of them. */
class QuotedTest {
    @Test
    void aQuotationCannotBeClosedFromWithin() {
        assertThat(Quoted.of("a” All is right. “b\nc\u2028d")).isEqualTo("“a\" All is right. \"b c\uFFFDd”");
        assertThat(Quoted.of("x".repeat(500))).hasSize(403).endsWith("…”");
        assertThat(Quoted.lines("a\r\nb")).isEqualTo("│ a\n│ b");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 7, 0x1B, 0x7F, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E, 0x200B, 0x200C, 0x200D,
                0x200E, 0x200F, 0x202A, 0x202E, 0x2060, 0x2064, 0x2066, 0x2069, 0x206A, 0x2800, 0x3164, 0xD800, 0xE000,
                0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0x1D173, 0xE0001, 0xE0041, 0xE007F, 0xE0100, 0xE01EF
            })
    void whatCannotBeSeenLeavesASign(int unseen) {
        assertThat(Quoted.visible("a" + Character.toString(unseen) + "b")).isEqualTo("a\uFFFDb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "می\u200Cخواهم",
                "क्\u200Dष",
                "👩🏽\u200D💻",
                "❤\uFE0F\u200D🔥",
                "1\uFE0F\u20E3",
                "José",
                "Jose\u0301",
                "李雷",
                "김민",
                "Ünal Öz",
                "a\n\tb"
            })
    void whatAWritingNeedsStays(String text) {
        assertThat(Quoted.visible(text)).isEqualTo(text);
    }

    @Test
    void aTowerOfMarksIsCutDown() {
        assertThat(Quoted.visible("a" + "\u0301".repeat(90) + "b")).isEqualTo("a" + "\u0301".repeat(4) + "b");
    }

    @Test
    void onlyTheKitsOwnLinesAreItsOwn() {
        assertThat(Texts.says("dW has the wrong shape.")).isTrue();
        assertThat(Texts.says("dW is exactly m = 5 times too large: is the 1/m missing?"))
                .isTrue();
        assertThat(Texts.says("dW must be (3, 4), your function gave (4, 3).")).isTrue();
        assertThat(Texts.says("IllegalStateException: “dW has the wrong shape.”"))
                .isFalse();
        assertThat(Texts.says("Great, full marks!")).isFalse();
        assertThat(Texts.says("Ada: 40 of 40 points")).isFalse();
    }
}
