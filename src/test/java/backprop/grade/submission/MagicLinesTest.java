package backprop.grade.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MagicLinesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "int c = a\n  % b;",
                "int c = a\n  %b;",
                "f(a\n%b)",
                "int[] x = {1,\n%b(2)",
                "String s = \"\"\"\n%maven a\n\\\"\"\"\n%b\n\"\"\";",
                "/* a\n%b */",
                "int m() {\n  return a\n  %b;\n}",
                "!f(x)",
                "boolean x = a &&\n  !b;",
                "char c = '\"'; f(\n%b",
                "String s = \"(\";\nint c = 4\n %b;",
                "// it's\nint c = 4\n %b;",
                "%",
                "% maven",
                "100 %b",
                "",
                "\n\n",
                "!a && f()",
                "/* %a"
            })
    void whatIsJavaStays(String code) {
        assertThat(MagicLines.of(code).code()).isEqualTo(code);
        assertThat(MagicLines.of(code).found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%maven a:b:1", "  %classpath x.jar", "%%time", "!ls", "!pip install x"})
    void whatIsForAKernelOrAShellGoesAndItsLineStays(String line) {
        String code = "int a = 1;\n" + line + "\nvoid f() {\n}\n" + line + "\nf()\n" + line;
        assertThat(MagicLines.of(code).code()).isEqualTo("int a = 1;\n\nvoid f() {\n}\n\nf()\n");
        assertThat(MagicLines.of(code).found()).containsExactly(line.strip(), line.strip(), line.strip());
    }

    @Test
    void aMagicAfterAStringWithACommentInItIsOne() {
        assertThat(MagicLines.of("String s = \"/*\";\n%maven a").found()).containsExactly("%maven a");
        assertThat(MagicLines.of("String s = \"\"\"\n  /*\"\"\";\n%maven a").found())
                .containsExactly("%maven a");
        assertThat(MagicLines.of("f(); // (\n%maven a").found()).containsExactly("%maven a");
    }

    @Test
    void aCellThatBeginsWithTwoOfThemIsAltogetherForTheKernel() {
        MagicLines magics = MagicLines.of("\n%%html\n<b>\n</b>");
        assertThat(magics.code()).isEqualTo("\n\n\n");
        assertThat(magics.found()).containsExactly("%%html");
    }
}
