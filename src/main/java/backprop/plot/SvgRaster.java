package backprop.plot;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Draws an SVG as pixels, two for each CSS pixel, on white. JSVG reads style sheets whose selectors are single
 * classes. Where two classes of an element set the same property, the one that the element names first wins in JSVG,
 * and the one that the style sheet has last in CSS; so the drawings name the general class first, and here they are
 * turned round.
 */
final class SvgRaster {
    private static final Pattern CLASSES = Pattern.compile("class='([^' ]+) ([^' ]+)'");

    private SvgRaster() {}

    static BufferedImage of(byte[] svg, int width, int height) {
        String turned = CLASSES.matcher(new String(svg, StandardCharsets.UTF_8)).replaceAll("class='$2 $1'");
        InputStream source = new ByteArrayInputStream(turned.getBytes(StandardCharsets.UTF_8));
        SVGDocument drawing = new SVGLoader().load(source, null, LoaderContext.createDefault());
        if (drawing == null) {
            throw new IllegalStateException("the figure's SVG must be well-formed, but it is not");
        }
        BufferedImage image = new BufferedImage(2 * width, 2 * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.scale(2, 2);
        drawing.renderWithPlatform(NullPlatformSupport.INSTANCE, g, null);
        g.dispose();
        return image;
    }
}
