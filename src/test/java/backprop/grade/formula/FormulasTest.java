package backprop.grade.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Formulas become MathML; whatever else a text holds, only escaped text comes out. */
class FormulasTest {
    private static final Set<String> ELEMENTS = Set.of(
            "math",
            "mrow",
            "mi",
            "mn",
            "mo",
            "mtext",
            "mspace",
            "mfrac",
            "msqrt",
            "mroot",
            "msub",
            "msup",
            "msubsup",
            "munder",
            "mover",
            "munderover",
            "mstyle",
            "mtable",
            "mtr",
            "mtd");
    private static final Set<String> ATTRIBUTES = Set.of(
            "display",
            "alttext",
            "mathvariant",
            "stretchy",
            "minsize",
            "maxsize",
            "largeop",
            "movablelimits",
            "form",
            "lspace",
            "rspace",
            "accent",
            "accentunder",
            "width",
            "linethickness",
            "displaystyle",
            "style");
    private static final Set<String> STYLES = Set.of(
            "text-align:center",
            "text-align:left",
            "text-align:right",
            "text-align:right;padding-right:0",
            "text-align:left;padding-left:0",
            "border:1px solid;padding:.15em");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "$x$; <mi>x</mi>",
                "$\\frac12$; <mfrac><mn>1</mn><mn>2</mn></mfrac>",
                "$\\frac1m$; <mfrac><mn>1</mn><mrow><mi>m</mi></mrow></mfrac>",
                "$12.5$; <mn>12.5</mn>",
                "$dW^{[l]}$; <msup><mi>W</mi><mrow><mo stretchy=\"false\" lspace=\"0\" rspace=\"0\">[</mo><mi>l</mi>",
                "$a_i^2$; <msubsup><mi>a</mi><mrow><mi>i</mi></mrow><mn>2</mn></msubsup>",
                "$f'$; <msup><mi>f</mi><mrow><mo>′</mo>",
                "$\\hat y$; <mover accent=\"true\"><mrow><mi>y</mi></mrow><mo stretchy=\"false\">^</mo></mover>",
                "$\\mathcal L$; <mi>ℒ</mi>",
                "$\\mathbb R$; <mi>ℝ</mi>",
                "$\\boldsymbol\\theta$; <mi mathvariant=\"normal\">𝜽</mi>",
                "$\\text{if } x$; <mtext>if\u00A0</mtext>",
                "$-1$; <mo form=\"prefix\">−</mo><mn>1</mn>",
                "$a - 1$; <mi>a</mi><mo>−</mo><mn>1</mn>",
                "$\\sqrt[3]{x}$; <mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot>",
                "$a < b$; <mo>&lt;</mo>"
            })
    void aFormulaIsMathMl(String tex, String html) {
        assertThat(Formulas.html(tex))
                .startsWith("<math display=\"inline\" alttext=")
                .contains(html);
    }

    @Test
    void whatStandsOnALineOfItsOwnIsDisplayed() {
        assertThat(Formulas.html("So $$\\sum_{i=1}^m x_i$$ holds"))
                .startsWith("So <math display=\"block\" alttext=\"\\sum_{i=1}^m x_i\">")
                .endsWith("</math> holds")
                .contains("<munderover><mo largeop=\"true\" movablelimits=\"true\">∑</mo>");
        assertThat(Formulas.html("$$a &= b \\\\ c &= d$$")).contains("<mtable displaystyle=\"true\"><mtr><mtd");
        assertThat(Formulas.html("$\\begin{pmatrix} 1 & 2 \\\\[2pt] 3 & 4 \\end{pmatrix}$"))
                .contains("<mo stretchy=\"true\">(</mo><mtable>")
                .doesNotContain("2pt]<")
                .contains("<mn>4</mn>");
    }

    /** All that learners read in the assignments, and what the references answer. */
    @Test
    void everyFormulaOfTheAssignmentsIsRendered() throws Exception {
        for (String name :
                List.of("01-shapes-and-counting", "02-logistic-regression", "03-forward-pass", "04-backward-pass")) {
            var cells = backprop.grade.assignment.Assignment.read(Path.of("exercises", name, name + ".ipynb"))
                    .cells();
            for (var cell : cells) {
                if (!cell.code()) {
                    String html = Formulas.html(cell.source());
                    assertThat(outside(html).replaceAll("(?s)```.*?```|`[^`]*`", ""))
                            .as(cell.source())
                            .doesNotContain("$");
                    harmless(html);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it costs $5 or $6",
                "\\$x$",
                "`$x$`",
                "``a ` $x$``",
                "$ $",
                "$$$$",
                "$x",
                "$a\n\nb$",
                "$\\newcommand{\\a}{b}\\a$",
                "$\\def\\a{\\a\\a}\\a$",
                "$\\href{https://x.org}{y}$",
                "$\\includegraphics{x}$",
                "$\\htmlData{a=b}{c}$",
                "$\\style{color:red}{x}$",
                "$\\class{x}{y}$",
                "$\\input{/etc/passwd}$",
                "$\\unknown x$",
                "$x}$",
                "${x$",
                "$x^2^3$",
                "$\\frac1$",
                "$\\left( x$",
                "$\\right)$",
                "$\\begin{matrix} 1$",
                "$\\begin{verbatim}x\\end{verbatim}$",
                "$\\begin{matrix}1\\end{pmatrix}$",
                "$\\text{$x}$",
                "$a#b$",
                "$x^$",
                "$\\sqrt[3$",
                "$\\$"
            })
    void whatIsNoFormulaIsShownAsItWasWritten(String text) {
        assertThat(Formulas.html(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "$<script>alert(1)</script>$",
                "$\\text{<img src=x onerror=y>}$",
                "$\\text{\" onload=\"x}$",
                "$\"><script>x</script>$",
                "$$x</math><script>$$",
                "$\\operatorname{<b>}$",
                "$\\begin{array}{<b>}x\\end{array}$",
                "$\\big<$",
                "$'\"&$",
                "$x$<svg onload=x>$y$",
                "`<b>` $\\begin{cases}<b>&>\\end{cases}$",
                "$\\mathrm{a\"b}$",
                "$\\hat<$"
            })
    void noTextBecomesATag(String text) throws Exception {
        harmless(Formulas.html(text));
    }

    @Test
    void noTextTakesLongOrGrowsWithoutBound() {
        List<String> hostile = List.of(
                "$".repeat(200_000),
                "$x$".repeat(60_000),
                "{".repeat(2000),
                "$" + "{".repeat(1998) + "$",
                "$" + "{x}^".repeat(400) + "$",
                "$" + "\\frac{".repeat(300) + "$",
                "$" + "\\hat".repeat(400) + " x$",
                "$" + "\\sqrt".repeat(300) + "x$",
                "`".repeat(199_999) + "$x$",
                "` ``".repeat(50_000),
                "$a".repeat(100_000),
                "$" + "\\begin{matrix}".repeat(100) + "$",
                "$" + "&".repeat(1900) + "$",
                "$" + "\\\\".repeat(900) + "$",
                "$" + "'".repeat(1990) + "$",
                "$$" + "\\left(".repeat(200) + "$$",
                ticks());
        for (String text : hostile) {
            String html = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Formulas.html(text));
            assertThat(html.length()).as("%.40s", text).isLessThan(200_000 + 60 * text.length());
        }
        assertThat(Formulas.html("$" + "x".repeat(2001) + "$")).doesNotContain("<math");
        assertThat(Formulas.html("$x$".repeat(400)).split("<math", -1))
                .as("formulas in a text")
                .hasSize(301);
    }

    /** Runs of backticks, each of another length, so that none is closed. */
    private static String ticks() {
        StringBuilder text = new StringBuilder();
        for (int n = 1; n < 600; n++) {
            text.append("`".repeat(n)).append('x');
        }
        return text.toString();
    }

    @Test
    void signsBeyondTheFirstPlaneStayWhole() throws Exception {
        String html = Formulas.html("𝒜 $𝒜 + 😀 + é + ²$");
        harmless(html);
        assertThat(html).startsWith("𝒜 <math").contains("<mi>𝒜</mi>", "<mo>😀</mo>", "<mi>é</mi>", "<mn>²</mn>");
    }

    private static String outside(String html) {
        return html.replaceAll("(?s)<math.*?</math>", "");
    }

    /** Every tag is one of ours, in a tree that an XML parser reads, with attributes and styles of ours. */
    private static void harmless(String html) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<p>" + html + "</p>")));
        NodeList all = document.getDocumentElement().getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertThat(ELEMENTS).contains(element.getTagName());
            for (int k = 0; k < element.getAttributes().getLength(); k++) {
                assertThat(ATTRIBUTES).contains(element.getAttributes().item(k).getNodeName());
            }
            if (element.hasAttribute("style")) {
                assertThat(STYLES).contains(element.getAttribute("style"));
            }
        }
    }
}
