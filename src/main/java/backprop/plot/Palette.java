package backprop.plot;

import java.awt.Color;

/**
 * The Okabe-Ito colours, which people with any colour vision tell apart (Okabe &amp; Ito 2008).
 * Lines differ in their dashes and markers too, so that colour never carries a meaning alone.
 */
final class Palette {
  static final Color BLACK = new Color(0x1A1A1A);
  static final Color GREY = new Color(0x5F5F5F);
  static final Color RULE = new Color(0xDDDDDD);
  static final Color BLUE = new Color(0x0072B2);
  static final Color VERMILLION = new Color(0xD55E00);

  private Palette() {}

  /** A shade from white (0) to blue (1). */
  static Color blues(double share) {
    return mix(Color.WHITE, BLUE, share);
  }

  private static Color mix(Color from, Color to, double share) {
    return new Color(
        mix(from.getRed(), to.getRed(), share),
        mix(from.getGreen(), to.getGreen(), share),
        mix(from.getBlue(), to.getBlue(), share));
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }
}
