package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The slips of a first hour with Java and the kit; each gets a headline that is true, and the right form. */
class SlipsTest {
    private static JShellKernel kernel;

    @BeforeAll
    static void begin() throws InterruptedException {
        kernel = JShellKernel.watched();
        kernel.cell("""
        Matrix A = Matrix.ones(2, 2);
        Matrix B = A;
        double m = 2;
        int n = 2;
        String txt = "abc";
        List<Integer> xs = new ArrayList<>();
        int[] array = {1};
        Network net = new Network(1, new CrossEntropy(), new Dense(4, 2));
        Dataset data = Iris.load();""");
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
                "new Matrix(2, 3)|constructor Matrix|write Matrix.zeros(2, 3)",
                "new Matrix()|constructor Matrix|write Matrix.zeros(rows, cols)",
                "new Matrix(A.rows(), A.cols())|constructor Matrix|write Matrix.zeros(A.rows(), A.cols())",
                "new Matrix(new double[][] {{1, 2}})|incompatible types|write Matrix.of(new double[][] {{1, 2}})",
                "new Matrix({{1, 2}, {3, 4}})|illegal start|write Matrix.of(new double[][] {{1, 2}, {3, 4}})",
                "Matrix.of({1, 2})|illegal start|write Matrix.of(new double[] {1, 2})",
                "Matrix.of(1, 2)|method of|write Matrix.row(1, 2) or Matrix.column(1, 2)",
                "Matrix M = {{1,2},{3,4}};|illegal initializer|write Matrix.of(new double[][] {{1,2},{3,4}})",
                "Matrix M = new double[][] {{1}};|incompatible types|write Matrix.of(new double[][] {{1}})",
                "double[][] d = A;|incompatible types|write A.toArray()",
                "double d = A;|incompatible types|an entry is A.get(i, j), the sum of all A.sum()",
                "new Loss()|Loss is abstract|take one that there is, such as new CrossEntropy()",
                "new Check()|Check() has private access|Check is not made with new: write for example Check.apart(…)",
                "new Digits()|Digits() has private access|Digits is not made with new: write Digits.load()",
                "new Softmax().of(A)|Softmax() has private access|Softmax is not made with new: write for example Softmax.of(…)",
                "data.X|X has private access|X is a method: write data.X()",
                "net.layers[0]|layers has private access|layers is a method: write net.layers()",
                "Relu.of(1)|non-static method|write new Relu().of(…)",
                "Matrix.rows()|non-static method|rows belongs to an object: write A.rows(…), where A is a Matrix",
                "Matrix.mult(A, B)|method mult|write A.mult(B)",
                "A.get(0)|method get|get takes (int i, int j)",
                "A.get(0, 1) = 3;|unexpected type|write A.set(0, 1, 3)",
                "new Dense(3)|no suitable constructor|new Dense takes (int nPrev, int n), (int nPrev, int n, Activation g) or "
                        + "(int nPrev, int n, Activation g, Initializer init)",
                "new Sigmoid(0.5)|constructor Sigmoid|new Sigmoid takes no arguments",
                "new Adam(\"0.1\")|incompatible types|a number stands without quotes: 0.1",
                "new Dense(3, 2, \"relu\")|incompatible types|write new Relu()",
                "new Network(new Dense(2, 3))|incompatible types|new Network takes (long seed, Loss loss, Layer... layers)",
                "new Trainer(net, new Adam()).train(A, 5)|incompatible types|write new Dataset(X, Y) for inputs and labels",
                "net.fit(A)|net.fit(…) is not|a trainer trains: new Trainer(net, new Adam()).train(data, 10)",
                "A.rows|A.rows is not defined|write A.rows()",
                "A.getRow(0)|A.getRow(…) is not|write A.rows(0)",
                "A.sub(B)|A.sub(…) is not|write A.minus(B)",
                "A.numRows()|A.numRows(…) is not|write A.rows()",
                "Matrix.eye(3)|Matrix.eye(…) is not|write Matrix.generate(rows, cols, (i, j) -> i == j ? 1 : 0)",
                "Math.exp(A)|incompatible types|write A.map(Math::exp)",
                "Math.pow(A, 2)|incompatible types|write A.map(v -> Math.pow(v, 2))",
                "Math.max(A, 0)|no suitable method|write A.clampMin(0)",
                "exp(A)|exp(…) is not|write A.map(Math::exp)",
                "sigmoid(A)|sigmoid(…) is not|write new Sigmoid().of(A), or run the cells above that declare sigmoid "
                        + "(in the menu: Run > Run All Above Selected Cell)",
                "sum(A)|sum(…) is not|write A.sum()",
                "A.map(Math.exp)|Math.exp is not|write Math::exp to hand it on, Math.exp(x) to call it",
                "A.map(new Sigmoid())|incompatible types|write new Sigmoid().of(A)",
                "A.map(x -> x > 0)|incompatible types|write x > 0 ? 1 : 0",
                "A.map(x -> { x * 2; })|not a statement|leave out the braces: x -> x * 2",
                "hint(2)|method hint|hint takes no arguments",
                "A.max(0)|A.max(…) is not defined|write A.clampMin(0)",
                "A.max()|A.max(…) is not defined|write A.maxOfColumns() for the largest of each column",
                "A.min()|A.min(…) is not|write Arrays.stream(A.toArray()).flatMapToDouble(Arrays::stream).min().getAsDouble()",
                "min(A)|min(…) is not|write Arrays.stream(A.toArray()).flatMapToDouble(Arrays::stream).min().getAsDouble()",
                "A.entries()|A.entries(…) is not|write Arrays.stream(A.toArray()).flatMapToDouble(Arrays::stream)",
                "if (A.rows() = 2) { }|unexpected type|== compares, = gives a value: write A.rows() == 2",
                "if (A.get(0, 0) = 2) { }|unexpected type|== compares, = gives a value: write A.get(0, 0) == 2",
                "if (n > 1) { A.get(0, 0) = 2; }|unexpected type|write A.set(0, 0, 2)",
                "A.rows() = 2;|unexpected type|= gives the variable at its left a value, and here is none; == compares",
                "new SGD(0.1)|SGD(…) is not|did you mean GradientDescent?",
                "for (double v : A) { }|for-each not|a matrix takes two loops, over i < A.rows() and j < A.cols()"
            })
    void aSlipWithTheKitGetsItsForm(String code, String headline, String hint) {
        isTold(code, headline, hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "double f(double x) { return x }|';' expected|end the statement before the brace with a semicolon",
                "double f(double x) { return (1 + x }|')' |a parenthesis is open: close it",
                "double f(double x) { }|missing return|end the method with return and its value, on every way through it",
                "void f(double x) { return x; }|incompatible types|void returns nothing: write the type of the value in its place",
                "f(double x) { return x; }|'.class' expected|a method begins with the type that it returns, as in double f(double x) { … }",
                "double f(x) { return x; }|<identifier>|each parameter has its type, as in double x",
                "double f(double x, y) { return x; }|<identifier>|each parameter has its type, as in double y",
                "double f(double x) return x;|'|the body of a method stands in braces: { … }",
                "double f(double x); { return x; }|missing method body|take out the semicolon between the parentheses and the brace",
                "double f(double x) { double x = 2; return x; }|variable x is|give one of the two another name; to change x, leave out the type",
                "double f(double x) { int k; return k; }|variable k might|give k a value before it is used",
                "double f(double x) { private int k = 1; return k; }|illegal start|leave out private within a method",
                "void f() { Thread.sleep(10); }|unreported|write throws InterruptedException behind the parentheses of the method's first line",
                "String s = 'a';|incompatible types|a text stands in double quotes: \"a\"",
                "char c = \"a\";|incompatible types|a single character stands in single quotes: 'a'",
                "boolean b = 1;|incompatible types|write true",
                "Double d = 3;|incompatible types|write 3.0, or double in place of Double",
                "Double d = n;|incompatible types|write double in place of Double",
                "Integer d = 3.0;|incompatible types|write double in place of Integer",
                "Long d = 3;|incompatible types|write 3L, or long in place of Long",
                "new ArrayList<Double>().add(1)|incompatible types|write 1.0",
                "new ArrayList<Double>().add(n)|incompatible types|write (double) n",
                "List<Double> d = List.of(1, 2);|incompatible types|write each number with a point, for 1 is an Integer and 1.0 a Double",
                "if (n > 1 && n = 2) { }|bad operand types|== compares, = gives a value: write ==",
                "boolean even(int k) { return k % 2 = 0; }|unexpected type|== compares, = gives a value: write k % 2 == 0",
                "double f(double x) { x * x; }|not a statement|a method gives its value back with return: write return x * x;",
                "double f(double x) { if (x > 1) { x * x; } return x; }|not a statement|a value alone is no statement: "
                        + "give it a name (var y = x * x;), print it or return it",
                "void f(double x) { x * x; }|not a statement|a value alone is no statement: give it a name (var y = x * x;) or print it",
                "for (int i = 0; i < 3; i++) { i + 1; }|not a statement|a value alone is no statement: "
                        + "give it a name (var y = i + 1;) or print it",
                "for (int i = 0; i < 3; i++) { n == 1; }|not a statement|== compares, = gives a value: write n = 1;",
                "package foo;|illegal start|a notebook is in no package: leave out this line",
                "double f(double x) { return x; }}|illegal start|there is one } too many: take it out",
                "String t = \"abc;|unclosed string|close the text with \" in its line",
                "char c = 'a;|unclosed character|close the character with ': 'a'",
                "for (int k = 0; k < 3; k++) { retrun k; }|retrun is not defined|did you mean return?",
                "var x9;|cannot infer|write the type in place of var, as in double x9 = 0;",
                "int[3] x9;|']' expected|write int[] x9 = new int[3];",
                "double[] x9 = new double(3);|'[' expected|write new double[3]",
                "List<int> x9;|unexpected type|write Integer in place of int between < and >",
                "new ArrayList<Double>;|'(' or '[' expected|write new ArrayList<Double>()",
                "double x9 = 1,5;|<identifier>|a number has a point, not a comma: 1.5",
                "int class = 3;|'|class is a word of Java's: choose another name",
                "x10 += 1|x10 is not defined|give it a value first, as in double x10 = 0;",
                "for (i = 0; i < 3; i++) { }|i is not defined|declare it with its type: for (int i = 0; …",
                "for (int i = 0, i < 3, i++) { }|';' expected|write semicolons: for (int i = 0; i < 3; i++)",
                "for (int v : n) { }|for-each not|a loop that counts is for (int v = 0; v < n; v++) { … }",
                "if n > 1 { n = 2; }|'(' expected|write if (n > 1) { … }",
                "if (n => 1) { }|illegal start|write >= for at least",
                "if (n =< 1) { }|illegal start|write <= for at most",
                "if (n <> 1) { }|illegal start|write != for not equal",
                "System.out.println(\"n = \", n);|no suitable method|join texts and values with +, as in \"n is \" + n",
                "System.out.println(\"n = \" n);|')' |join texts and values with +, as in \"n is \" + n",
                "System.println(\"x\")|System.println(…) is not|write System.out.println(…)",
                "System.out.printf(\"%d\", m);|IllegalFormatConversionException|write %f for a double, or %.3f for three decimals",
                "array.size()|array.size(…) is not|write array.length, without parentheses",
                "array.get(0)|array.get(…) is not|write array[0]",
                "txt.size()|txt.size(…) is not|write txt.length()",
                "help()|help(…) is not|did you mean %help?"
            })
    void aSlipWithJavaGetsItsForm(String code, String headline, String hint) {
        isTold(code, headline, hint);
    }

    private static void isTold(String code, String headline, String hint) {
        String shown = kernel.cell(code);
        assertThat(shown).startsWith(headline);
        assertThat(shown.lines().skip(1).findFirst()).as(shown).hasValue("Hint: " + hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hint(2)",
                "new Matrix(2, 3)",
                "A.plus(B, B)",
                "new Dense(3)",
                "if (A.rows() = 2) { }",
                "List<int> x9;"
            })
    void whatTheCompilerAddsIsLeftOutBelowSuchAHint(String code) {
        assertThat(kernel.cell(code))
                .contains("\nHint: ")
                .doesNotContain("required:", "found:", "reason:", "not applicable", "differ in length");
    }

    @Test
    void whichArgumentDoesNotFitIsStillSaid() {
        assertThat(kernel.cell("A.get(txt, 1)")).contains("String cannot be converted to int");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n + 1;",
                "n == 2;",
                "A.rows()",
                "if (n == 2) { n = 2; }",
                "boolean two = n == 2;",
                "Function<Double, Double> twice = x -> { return 2 * x; };",
                "Integer whole = 3;",
                "Double real = 3.0;"
            })
    void whatIsRightIsLeftInPeace(String code) {
        assertThat(kernel.cell(code)).isEmpty();
        assertThat(kernel.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Matrix made(int r) { return new Matrix(r, 3); }|made(2)|write Matrix.zeros(r, 3)",
                "double first(Matrix Z) { return Z.get(0); }|first(W)|get takes (int i, int j)"
            })
    void inAMethodItIsToldTooAndNothingIsSaidToBeDeclaredAnew(String method, String call, String hint) {
        String name = method.replaceFirst("\\(.*", "").replaceFirst(".* ", "");
        assertThat(kernel.cell(method)).isEmpty();
        assertThat(kernel.notes())
                .singleElement()
                .asString()
                .startsWith("Mind: " + name + "(…) cannot be used: ")
                .contains("\nHint: " + hint + "\n")
                .contains("\n    " + method)
                .doesNotContain("anew", "not defined");
        assertThat(kernel.cell(call)).startsWith(name + "(…) cannot be used: ").contains("\nHint: " + hint);
    }

    @Test
    void alsoWhereAnOlderVersionWasRight() {
        kernel.cell("Matrix again(int r) { return Matrix.zeros(r, 3); }");
        kernel.cell("Matrix again(int r) { return new Matrix(r, 3); }");
        assertThat(kernel.notes())
                .singleElement()
                .asString()
                .startsWith("Mind: again(…) cannot be used: ")
                .doesNotContain("anew");
    }

    @Test
    void aFunctionThatIsAwaitedGetsTheFormForAMatrix() {
        kernel.cell("Matrix grown(Matrix Z) { return exp(Z); }");
        assertThat(kernel.notes()).singleElement().asString().endsWith("\nHint: write A.map(Math::exp) for a matrix A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Activation", "Loss", "Layer", "Optimizer", "Initializer", "Regularizer", "Schedule"})
    void whatIsOfferedForAnInterfaceIsOneOfIt(String type) {
        Matcher offered = Pattern.compile("such as (.*)\n").matcher(kernel.cell("new " + type + "()"));
        assertThat(offered.find()).isTrue();
        assertThat(kernel.cell(type + " offered = " + offered.group(1) + ";")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A.row(0)|A.row(0) is a new matrix of the number 0, not a row of A.|write A.rows(0) for that row",
                "public static void main(String[] args) { }|main(…) is declared here, but nothing runs it: a notebook has no main method.|"
                        + "write its lines into a cell, without the method around them",
                "class Elu { }|Elu is your class from now on, and hides the library's.|"
                        + "where you want the library's, give yours another name, restart the kernel and run all cells"
            })
    void whatRunsButSurprisesIsRemarkedOn(String code, String headline, String hint) {
        assertThat(kernel.cell(code)).isEmpty();
        assertThat(kernel.notes()).containsExactly("Mind: " + headline + "\nHint: " + hint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Matrix.row(0)", "class Mine { }", "void main() { }", "A.rows(0)"})
    void whatIsMeantSoIsNot(String code) {
        assertThat(kernel.cell(code)).isEmpty();
        assertThat(kernel.notes()).isEmpty();
    }
}
