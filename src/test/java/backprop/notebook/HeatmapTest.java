package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.matrix.Matrix;
import backprop.matrix.ShapeException;
import backprop.plot.Figure;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class HeatmapTest {
    private static final int BLUE = 0x0072B2;
    private static final int VERMILLION = 0xD55E00;
    private static final int BLACK = 0x1A1A1A;
    private static final int WHITE = 0xFFFFFF;

    @Test
    void itsTextSaysShapeColoursAndWhereTheExtremesAre() {
        assertThat(Heatmap.of(Matrix.of(new double[][] {{0.5, -2}, {1.25, 0}})).alt())
                .isEqualTo("Heat map of Matrix (2, 2), blue above 0, vermillion and striped below;"
                        + " least: -2 in row 0, column 1; greatest: 1.250 in row 1, column 0.");
        assertThat(Heatmap.of(Matrix.row(7, 5, 6)).alt())
                .isEqualTo("Heat map of Matrix (1, 3), the darker the greater;"
                        + " least: 5 in row 0, column 1; greatest: 7 in row 0, column 0.");
    }

    @Test
    void signsPartAtWhiteAndNegativeOnesAreStriped() throws IOException {
        Figure figure = Heatmap.of(Matrix.of(new double[][] {{2, 0}, {1, -2}}));
        BufferedImage image = pixels(figure);
        assertThat(cell(image, 0, 0)).containsExactly(BLUE);
        assertThat(cell(image, 0, 1)).containsExactly(WHITE);
        assertThat(cell(image, 1, 0)).as("half of blue").containsExactly(0x80B9D9);
        // four tenths of vermillion: 255 − 0.4 (255 − c)
        assertThat(cell(image, 1, 1)).containsExactlyInAnyOrder(VERMILLION, 0xEEBF99);
    }

    @Test
    void ofOneSignTheLeastIsWhiteAndTheGreatestBlack() throws IOException {
        for (Matrix M : new Matrix[] {Matrix.row(5, 6), Matrix.row(-6, -5)}) {
            BufferedImage image = pixels(Heatmap.of(M));
            assertThat(cell(image, 0, 0)).containsExactly(WHITE);
            assertThat(cell(image, 0, 1)).containsExactly(BLACK);
        }
    }

    @Test
    void whatIsNotFiniteIsCrossedAndNamed() throws IOException {
        Matrix M = Matrix.of(new double[][] {{3, Double.NEGATIVE_INFINITY}, {Double.NaN, 4}});
        Figure figure = Heatmap.of(M);
        assertThat(figure.alt())
                .contains("least: 3 in row 0, column 0; greatest: 4 in row 1, column 1")
                .endsWith("crossed: 2 not finite, the first -∞ in row 0, column 1.");
        BufferedImage image = pixels(figure);
        for (int[] place : new int[][] {{0, 1}, {1, 0}}) {
            int x = 2 * 56 + 48 * place[1];
            int y = 2 * 48 + 48 * place[0];
            // the middle and the diagonals are black, between them it is white
            assertThat(image.getRGB(x + 24, y + 24) & WHITE).isEqualTo(BLACK);
            assertThat(image.getRGB(x + 36, y + 36) & WHITE).isEqualTo(BLACK);
            assertThat(image.getRGB(x + 24, y + 8) & WHITE).isEqualTo(WHITE);
        }
    }

    @Test
    void nothingFiniteAndOnlyOneValueShowToo() {
        assertThat(Heatmap.of(Matrix.row(Double.NaN)).alt()).contains("no entry is finite; crossed: 1 not finite");
        assertThat(Heatmap.of(Matrix.ones(2, 3)).alt()).contains("least: 1 in row 0, column 0; greatest: 1 in row");
    }

    @Test
    void aLargeMatrixIsNoLargerThanAPage() {
        Figure figure = Heatmap.of(Matrix.generate(1200, 3000, (i, j) -> i - j));
        assertThat(figure.width()).isLessThan(640);
        assertThat(figure.height()).isLessThan(700);
        assertThat(figure.alt()).contains("least: -2999 in row 0, column 2999");
    }

    @Test
    void aTitleStandsInThePictureAndInItsText() throws IOException {
        Matrix M = Matrix.row(7, 5, 6);
        Figure plain = Heatmap.of(M);
        Figure titled = Heatmap.of("dZ, the error", M);
        assertThat(titled.alt()).isEqualTo(plain.alt().replace("of Matrix", "of dZ, the error: Matrix"));
        assertThat(inkInHeading(titled)).isGreaterThan(3 * inkInHeading(plain) / 2);
        assertThat(Heatmap.of("x".repeat(80), M).width())
                .as("as wide as its title")
                .isGreaterThan(640);
    }

    @Test
    void aTitleThatNamesNothingIsRefused() {
        assertThatThrownBy(() -> Heatmap.of(" ", Matrix.row(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Heatmap: the title must name the matrix, got a blank text");
        assertThatThrownBy(() -> Heatmap.of(null, Matrix.row(1))).hasMessage("Heatmap: the title must not be null");
        assertThatThrownBy(() -> Heatmap.of("W", null))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("Heatmap: M");
    }

    @Test
    void noMatrixIsRefused() {
        assertThatThrownBy(() -> Heatmap.of(null))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("Heatmap: M");
    }

    /** How many pixels of the first line are not white. */
    private static long inkInHeading(Figure figure) throws IOException {
        BufferedImage image = pixels(figure);
        return IntStream.range(0, 48 * image.getWidth())
                .filter(k -> (image.getRGB(k % image.getWidth(), k / image.getWidth()) & WHITE) != WHITE)
                .count();
    }

    private static BufferedImage pixels(Figure figure) throws IOException {
        byte[] png =
                Base64.getDecoder().decode(figure.src().substring(figure.src().indexOf(',') + 1));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(2 * figure.width());
        return image;
    }

    /** The colours inside cell (i, j), whose pixels are 48 by 48 and begin at (112, 96). */
    private static Set<Integer> cell(BufferedImage image, int i, int j) {
        return IntStream.range(0, 32 * 32)
                .mapToObj(k -> image.getRGB(112 + 48 * j + 8 + k % 32, 96 + 48 * i + 8 + k / 32) & WHITE)
                .collect(Collectors.toSet());
    }
}
