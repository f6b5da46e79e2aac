package backprop.grade.report;

import backprop.grade.result.AtomicFile;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A page that stands by itself: one file without scripts and network. Every value in it is escaped, but for those in
 * three braces, which {@link backprop.grade.formula.Formulas} has made: escaped text and MathML.
 */
final class HtmlPage {
    private final Template template;

    /** The page of a template: {@code feedback} or {@code overview}. */
    HtmlPage(String name) {
        template = Mustache.compiler()
                .escapeHTML(true)
                .emptyStringIsFalse(true)
                .withLoader(HtmlPage::text)
                .compile(text(name));
    }

    void write(Path file, Object values) {
        AtomicFile.write(file, out -> template.execute(values, out));
    }

    private static Reader text(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream("/backprop/grade/" + name + ".mustache")) {
            return new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException why) {
            throw new UncheckedIOException("the template " + name + " must be in the instructor's jar", why);
        }
    }
}
