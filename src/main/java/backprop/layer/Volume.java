package backprop.layer;

/**
 * The shape of an image. In a column of A its pixels stand channel by channel, row by row in each.
 *
 * @param channels C, at least 1
 * @param height H, at least 1
 * @param width W, at least 1
 */
public record Volume(int channels, int height, int width) {
    /**
     * Refuses what is empty.
     *
     * @param channels C, at least 1
     * @param height H, at least 1
     * @param width W, at least 1
     * @throws IllegalArgumentException if one is below 1, or the image too large for an array
     */
    public Volume {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException("Volume: channels, height and width must be at least 1, got %s×%s×%s"
                    .formatted(channels, height, width));
        }
        long plane = (long) height * width;
        if (plane > Integer.MAX_VALUE / channels) {
            throw new IllegalArgumentException("Volume: an image must have at most 2³¹ − 1 entries, got %s×%s×%s"
                    .formatted(channels, height, width));
        }
    }

    /** {@return C H W, the rows of a flat image} */
    public int size() {
        return channels * height * width;
    }

    /**
     * Returns C×H×W, for example {@code 16×8×8}, or the number of entries alone, for example {@code 100}, if height and
     * width are 1.
     */
    @Override
    public String toString() {
        return size() == channels ? "" + channels : channels + "×" + height + "×" + width;
    }
}
