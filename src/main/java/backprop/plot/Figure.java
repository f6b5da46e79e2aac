package backprop.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/**
 * A picture with the text that stands for it. It is drawn at twice its size, so that it is crisp on
 * dense screens, and on a white ground of its own, so that it is legible on dark pages.
 */
public final class Figure {
  private static final int SCALE = 2;

  private final BufferedImage image;
  private final String alt;

  private Figure(BufferedImage image, String alt) {
    this.image = image;
    this.alt = alt;
  }

  /**
   * Draws a figure.
   *
   * @param width in CSS pixels
   * @param height in CSS pixels
   * @param alt what a reader who does not see it should know: axes, ranges, message
   * @param painter draws in CSS pixels, on white
   * @return the figure
   */
  static Figure draw(int width, int height, String alt, Consumer<Graphics2D> painter) {
    BufferedImage image =
        new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.scale(SCALE, SCALE);
    painter.accept(g);
    g.dispose();
    return new Figure(image, alt);
  }

  /**
   * The width on the page.
   *
   * @return CSS pixels, half of the picture's own
   */
  public int width() {
    return image.getWidth() / SCALE;
  }

  /**
   * The height on the page.
   *
   * @return CSS pixels, half of the picture's own
   */
  public int height() {
    return image.getHeight() / SCALE;
  }

  /**
   * The text that stands for the picture.
   *
   * @return axes, ranges and message
   */
  public String alt() {
    return alt;
  }

  /**
   * The picture as PNG.
   *
   * @return the file's bytes
   */
  public byte[] png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      ImageIO.write(image, "png", bytes);
    } catch (IOException cannotHappenInMemory) {
      throw new UncheckedIOException(cannotHappenInMemory);
    }
    return bytes.toByteArray();
  }

  /**
   * Saves the picture as PNG.
   *
   * @param file where; an existing file is replaced
   * @throws UncheckedIOException if it cannot be written
   */
  public void save(Path file) {
    try {
      Files.write(file, png());
    } catch (IOException e) {
      throw new UncheckedIOException("the figure cannot be written to " + file, e);
    }
  }

  /** The text alternative. */
  @Override
  public String toString() {
    return alt;
  }
}
