package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.layer.Dense;
import backprop.lecture.NetworkSketch;
import backprop.loss.CrossEntropy;
import backprop.matrix.Matrix;
import backprop.network.Network;
import backprop.plot.Figure;
import backprop.plot.Node;
import backprop.plot.Plots;
import backprop.train.Epoch;
import backprop.train.History;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/** Whatever shows a picture has it as a PNG beside the HTML. */
class PicturesTest {
    private static final int VERMILLION = 0xD55E00;
    private static final int DERIVATIVE = 0xB34700;
    private static final Network NET = new Network(1, new CrossEntropy(), new Dense(3, 2));

    @TestFactory
    Stream<DynamicTest> valuesThatShowAPictureHaveItAsPng() {
        XYChart chart = new XYChartBuilder().width(300).height(200).build();
        chart.addSeries("s", new double[] {1, 2}, new double[] {3, 4});
        List<Object> values = List.of(
                Heatmap.of(Matrix.row(1, -2)),
                chart,
                NET,
                Plots.network(NET),
                Plots.gallery(Matrix.ones(4, 2), List.of("a", "b")),
                NetworkSketch.of(2, 3).figure(),
                new History(List.of(new Epoch(1, 2, 0.5, 2, 0.5))),
                SideBySide.of(Matrix.row(1), Heatmap.of(Matrix.row(1))));
        return values.stream()
                .map(value -> DynamicTest.dynamicTest(value.getClass().getSimpleName(), () -> {
                    Rendering shown = Renderers.of(value);
                    BufferedImage image = pixels(shown.picture());
                    assertThat(shown.html()).contains("<img alt=\"");
                    assertThat(shown.pictureMetadata())
                            .containsEntry("width", image.getWidth() / 2)
                            .containsEntry("height", image.getHeight() / 2)
                            .hasEntrySatisfying(
                                    "alt", alt -> assertThat(alt.toString()).hasSizeGreaterThan(10));
                    assertThat(colours(image)).hasSizeGreaterThan(4);
                }));
    }

    @Test
    void valuesWithoutAPictureHaveNone() {
        for (Object value : List.of(Matrix.ones(2, 2), 3, "a", SideBySide.of(Matrix.row(1), 2), new int[] {1})) {
            assertThat(Renderers.of(value).picture()).isNull();
        }
    }

    @Test
    void thePngOfAPngIsTheSameFile() {
        Figure heatmap = Heatmap.of(Matrix.row(1, 2));
        assertThat(heatmap.asPng()).isSameAs(heatmap);
        assertThat(heatmap.src()).endsWith(Renderers.of(heatmap).png());
    }

    @Test
    void aDrawingKeepsTheColoursOfItsClassesAsPng() throws IOException {
        assertThat(colours(pixels(NetworkSketch.of(2, 3).light(1, 1).figure().asPng())))
                .contains(VERMILLION, 0xFBE6D8, 0xE0EFF7, 0x8C8C8C);
        Figure graph =
                Plots.computationalGraph(new Node("x", "", 1, 2, List.of()), new Node("z", "x x", 1, 1, List.of("x")));
        assertThat(colours(pixels(graph.asPng()))).contains(DERIVATIVE, 0x0072B2);
        Figure confusion = Plots.confusion(Matrix.of(new double[][] {{1, 2}, {0, 1}}), List.of("a", "b"));
        assertThat(colours(pixels(confusion.asPng()))).contains(VERMILLION);
        // ink, of images inside of the drawing
        assertThat(colours(pixels(Plots.gallery(Matrix.column(1, -1, 0, 0.5), List.of("a"))
                        .asPng())))
                .contains(VERMILLION, 0x0072B2);
    }

    @Test
    void sideBySideIsOnePictureWithTheTextsOfWhatHasNone() throws IOException {
        Figure heatmap = Heatmap.of(Matrix.row(1, -2));
        Figure both = Renderers.of(SideBySide.of("text", heatmap, heatmap)).picture();
        assertThat(both.width()).isGreaterThan(2 * heatmap.width());
        assertThat(both.height()).isEqualTo(heatmap.height() + 48);
        BufferedImage image = pixels(both);
        boolean ink = IntStream.range(48, 48 + 64)
                .anyMatch(x ->
                        IntStream.range(48, 84).anyMatch(y -> (image.getRGB(x, y) & 0xFFFFFF) == ColourScale.BLACK));
        assertThat(ink).as("the text").isTrue();
        Figure wide = Renderers.of(SideBySide.of(heatmap, heatmap, heatmap, heatmap, heatmap))
                .picture();
        assertThat(wide.width()).isLessThanOrEqualTo(960 + 24);
        assertThat(wide.height()).isGreaterThan(2 * heatmap.height());
    }

    private static BufferedImage pixels(Figure png) throws IOException {
        byte[] file = Base64.getDecoder().decode(png.src().substring("data:image/png;base64,".length()));
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    private static Set<Integer> colours(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .mapToObj(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xFFFFFF)
                .collect(Collectors.toSet());
    }
}
