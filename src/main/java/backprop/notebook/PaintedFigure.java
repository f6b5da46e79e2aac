package backprop.notebook;

import backprop.plot.Figure;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/**
 * Turns what Java paints into a figure: a PNG on white of twice its size on the page, crisp on screens of high density.
 */
final class PaintedFigure {
    private PaintedFigure() {}

    /** The figure that a painter paints, in CSS pixels. */
    static Figure of(int width, int height, String alt, Consumer<Graphics2D> painter) {
        BufferedImage image = new BufferedImage(2 * width, 2 * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(2, 2);
        g.setBackground(Color.WHITE);
        g.clearRect(0, 0, width, height);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        painter.accept(g);
        g.dispose();
        return Figure.of(image, alt);
    }
}
