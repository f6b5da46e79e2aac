package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavadocTextTest {
    @Test
    void tagsBecomeSentences() {
        Rendering text = JavadocText.of("Matrix Matrix.mult(Matrix B)", """
        {@return A B (rows, m), as {@code C} or {@link Matrix#plus(Matrix) a sum}}
         Source: note &lt;000&gt;,
         <b>section</b> 3.

         <p>More.
         @param B the factor
         (cols, m)
         @throws backprop.matrix.ShapeException if B does not fit
        """);
        assertThat(text.text()).isEqualTo("""
        Matrix Matrix.mult(Matrix B)

        Returns A B (rows, m), as C or a sum. Source: note <000>, section 3.

        More.

          B: the factor (cols, m)
        Throws ShapeException: if B does not fit""");
        assertThat(text.html())
                .contains("<b>Matrix Matrix.mult(Matrix B)</b>")
                .contains("note &lt;000&gt;, section 3.");
    }

    @Test
    void withoutACommentTheSignatureStandsAlone() {
        assertThat(JavadocText.of("int a()", null).text()).isEqualTo("int a()");
        assertThat(JavadocText.of("List<T> a()", "").html()).contains("List&lt;T&gt; a()");
    }

    @Test
    void aDollarSignAndABackslashStay() {
        assertThat(JavadocText.of("f", "{@return a $1 \\ b}").text()).endsWith("Returns a $1 \\ b.");
    }
}
