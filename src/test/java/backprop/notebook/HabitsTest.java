package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Habits of NumPy and Python, of which each gets one hint with the Java form, and code that gets none. */
class HabitsTest {
    private static JShellKernel kernel;

    @BeforeAll
    static void begin() throws InterruptedException {
        kernel = JShellKernel.watched();
        kernel.cell("Matrix A = Matrix.ones(2, 2);\nMatrix B = A;\ndouble m = 2;\nint n = 2;\nString txt = \"abc\";\n"
                + "List<Integer> xs = new ArrayList<>();\nint[] array = {1};");
    }

    @BeforeEach
    void clear() {
        kernel.notes();
    }

    @AfterAll
    static void end() {
        kernel.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A * B|write A.hadamard(B) entry by entry, A.mult(B) for the matrix product",
                "A + B|write A.plus(B)",
                "Matrix C = A - B;|write A.minus(B)",
                "A / B|write A.divide(B)",
                "-A|write A.times(-1)",
                "2 * A|write A.times(2)",
                "A * m|write A.times(m)",
                "A / m|write A.divide(m)",
                "A + 1|write A.map(v -> v + 1)",
                "1 - A|write A.map(v -> 1 - v)",
                "1 / A|write A.map(v -> 1 / v)",
                "A += B|write A = A.plus(B)",
                "A > 0|write A.map(v -> v > 0 ? 1 : 0)",
                "A.mult(B) - B / 2|write B.divide(2)",
                "m ^ 2|a power is Math.pow(m, 2)",
                "0 < n < 5|join two comparisons with &&, as in 0 < x && x < 1",
                "String r = \"a\" * 3;|write \"a\".repeat(3)",
                "A @ B|the matrix product is A.mult(B)",
                "Matrix D = A @ B;|the matrix product is A.mult(B)",
                "n ** 2|a power is Math.pow(n, 2)",
                "A ** 2|write A.map(v -> Math.pow(v, 2))",
                "A.T|write A.transpose()",
                "A.shape|write A.rows() and A.cols()",
                "A.shape[0]|write A.rows()",
                "A.dot(B)|write A.mult(B)",
                "A.exp()|write A.map(Math::exp)",
                "A.sum|sum is a method: write sum()",
                "np.dot(A, B)|write A.mult(B)",
                "np.zeros((2, 3))|write Matrix.zeros(rows, cols)",
                "np.exp(2)|write Math.exp(x), or A.map(Math::exp) for each entry of a matrix A",
                "np.pi|write Math.PI",
                "import numpy as np|there is no numpy here, and nothing to import for it: Matrix and Math have what you need",
                "import java.util.List as L|an import names a class in full, as in import java.util.List;",
                "print(m)|did you mean System.out.println?",
                "math.exp(2)|did you mean Math?",
                "sqrt(2)|write Math.sqrt(…)",
                "len(xs)|write xs.size()",
                "len(txt)|write txt.length()",
                "len(array)|write array.length",
                "A[0, 1]|write A.get(0, 1)",
                "A[0][1]|write A.get(0, 1)",
                "A[0, 1] = 5|write A.set(0, 1, 5)",
                "A[:, 0]|write A.cols(0)",
                "A[0]|write A.get(i, j) for an entry, A.rows(0) for a row",
                "xs[-1]|write xs.get(xs.size() - 1)",
                "xs[-1] = 3|write xs.set(xs.size() - 1, 3)",
                "array[0, 1]|write array[0][1]",
                "xs.append(3)|write xs.add(…)",
                "txt[0]|write txt.charAt(0)",
                "v = 5|declare it with its type: int v = 5;",
                "v = A.mult(B)|declare it with its type: Matrix v = A.mult(B);",
                "[1, 2]|a row is Matrix.row(1, 2), an array new double[] {1, 2}, a list List.of(1, 2)",
                "Matrix Q = [[1, 2]];|a matrix is Matrix.of(new double[] {1, 2}, new double[] {3, 4}), a row in each pair of braces",
                "double[][] d = [[1, 2]];|write braces, as in {1, 2} or {{1, 2}, {3, 4}}",
                "new Matrix(2, 3)|write Matrix.zeros(2, 3)",
                "Matrix.zeros((2, 3))|write Matrix.zeros(2, 3), with one pair of parentheses",
                "A.plus(1)|write A.map(v -> v + 1)",
                "A.mult(2)|write A.times(2)",
                "for i in range(10):~  print(i)|a loop that counts is for (int i = 0; i < 10; i++) { … }",
                "for x in xs:|a loop over all is for (var x : xs) { … }",
                "def f(x):~  return x|a method has types and braces: double f(double x) { … }",
                "if n > 1:~  n = 2|write if (n > 1) { … }",
                "if (n > 1) { } elif (n < 1) { }|write else if (…) { … }",
                "class Foo(Bar):|write class Foo extends Bar { … }",
                "True|did you mean true?",
                "None|did you mean null?",
                "# a comment|a comment begins with //",
                "String s = 'text';|a text stands in double quotes: \"text\"",
                "if (n > 1 and m > 2) { }|write && for and",
                "if (not n) { }|write ! for not",
                "f\"n is {n}\"|join texts and values with +, as in \"n is \" + n",
                "lambda x: x + 1|write x -> x + 1",
                "lambda x, y: x + y|write (x, y) -> x + y",
                "n is None|write == for is",
                "n is not None|write != for is not",
                "n = 3 if m > 1 else 2|write m > 1 ? 3 : 2",
                "int(m)|write (int) m",
                "if (n = 1) { }|compare with ==, for = gives a value",
                "int iv = 1.5;|make it a double, or cut off what does not fit with (int) 1.5",
                "int aa = 3~int ab = 4;|end this line with a semicolon"
            })
    void aHabitGetsTheJavaForm(String code, String hint) {
        String shown = kernel.cell(code.replace('~', '\n'));
        assertThat(shown.lines().skip(1).findFirst()).as(shown).hasValue("Hint: " + hint);
        assertThat(shown.split("Hint: ", -1)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int k = n\u22121;|the minus here is U+2212 |type -",
                "int k = n \u2013 1;|the dash here is U+2013 |type -",
                "int\u00a0k = 3;|the space here is U+00A0 |type a plain space",
                "String s = \u201ca\u201d;|the quotation mark here is U+201C |type \"\"",
                "String s = \u2018a\u2019;|the quotation mark here is U+2018 |type \"\" around a text, ' around a single character",
                "n \u00d7 2|the multiplication sign here is U+00D7 |type *",
                "int k =\u200b 3;|the space here is U+200B |delete it; it is invisible",
                "A.mult\uff08B)|the character here is U+FF08 |type (",
                "int k = \uff13;|the character here is U+FF13 |type 3",
                "n = 3\uff1b|the character here is U+FF1B |type ;",
                "n \u2264 3|the character here is U+2264 |type <=",
                "double x\u00b2 = 3;|the character here is U+00B2 |write the factor twice, as in x * x"
            })
    void aCharacterThatOnlyLooksLikeJavasIsNamed(String code, String headline, String hint) {
        String[] lines = kernel.cell(code).split("\n", -1);
        assertThat(lines[0]).startsWith(headline).endsWith("which Java does not take.");
        assertThat(lines[1]).isEqualTo("Hint: " + hint.replace("\"\"", "\""));
    }

    @Test
    void orHasItsSign() {
        assertThat(kernel.cell("n > 1 or m > 2")).contains("\nHint: write || for or\n");
    }

    @Test
    void aLetterOfAnotherAlphabetIsNamed() {
        assertThat(kernel.cell("\u0410.rows()"))
                .contains("Hint: the \u0410 here is U+0410 (cyrillic capital letter a); type A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String text = 5;",
                "A.foo(3)",
                "if (n > 1) n = 3 else n = 4;",
                "A && B",
                "!A",
                "xs + xs",
                "new Object() * 2",
                "final int;",
                "long big = 3000000000;",
                "int k = \"1 @ 2\";",
                "char c = \"# and 'or' ** lambda x: 1\";",
                "int k = 3 k2 = 4;",
                "double d = true ? 1 : ;",
                "@Override public int size() { return 1 + }"
            })
    void anotherMistakeGetsNoSuchHint(String code) {
        String shown = kernel.cell(code);
        assertThat(shown).isNotEmpty().doesNotContain("Hint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int and = 3;\nint or = and + 1;\nint is = or;",
                "String s = \"n \u2212 1, \u201ca\u201d # and ** f'x'\";",
                "Matrix D = A.mult(B).plus(A); // A @ B, A * B",
                "double ok = 2.0 * 1/2 + 1/2.0 + (double) 1 / 2;",
                "int ok = 7/2;",
                "double inverse(double m9) { return 1/m9; }",
                "double byDouble = 1 / m;"
            })
    void rightCodeGetsNone(String code) {
        assertThat(kernel.cell(code)).isEmpty();
        assertThat(kernel.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "double half = 1/2;|1/2 is 0, for|1.0/2",
                "A.times(1/3)|1/3 is 0, for|1.0/3",
                "double mean(double sum, int k) { return 1/k * sum; }|1/k is 0 for every k above 1, for|1.0/k",
                "A.times(1 / n)|1 / n is 0 for every n above 1, for|1.0/n"
            })
    void aDivisionOfWholeNumbersThatIsZeroIsSaidToBeSo(String code, String headline, String instead) {
        assertThat(kernel.cell(code)).isEmpty();
        assertThat(kernel.notes())
                .containsExactly("Mind: " + headline + " Java divides whole numbers without the rest.\nHint: write "
                        + instead + " for a fraction");
    }
}
