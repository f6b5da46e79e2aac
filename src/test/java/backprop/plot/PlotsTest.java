package backprop.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.activation.Relu;
import backprop.data.Dataset;
import backprop.layer.Dense;
import backprop.loss.CrossEntropy;
import backprop.matrix.Matrix;
import backprop.network.Network;
import backprop.train.Epoch;
import backprop.train.History;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class PlotsTest {
    private static final double NONE = Double.NaN;
    private static final int BLUE = 0x0072B2;
    private static final int VERMILLION = 0xD55E00;
    private static final Dataset IMAGES = new Dataset(
            Matrix.generate(4, 3, (i, j) -> i == j ? 16 : 0),
            Matrix.generate(3, 3, (i, j) -> i == j ? 1 : 0),
            List.of("a", "b", "c"));
    private static final History TWO_EPOCHS =
            new History(List.of(new Epoch(1, 2.5, 0.25, 2.6, 0.2), new Epoch(2, 0.5, 0.75, 0.7, 0.7)));

    @Test
    void curvesSayInWordsWhatTheyShow() {
        Figure figure = Plots.history(TWO_EPOCHS);
        assertThat(figure.alt())
                .isEqualTo("Curves over 2 epochs; J, training from 2.5 to 0.5, within 0.5 and 2.5;"
                        + " J, validation from 2.6 to 0.7, within 0.7 and 2.6;"
                        + " share right, training from 0.25 to 0.75, within 0.25 and 0.75;"
                        + " share right, validation from 0.2 to 0.7, within 0.2 and 0.7.");
        assertThat(figure.width()).isEqualTo(920);
        assertThat(figure).hasToString(figure.alt());
    }

    @Test
    void withoutAccuracyThereIsOneChartAndWithoutValidationOneCurve() {
        Figure figure = Plots.history(new History(List.of(new Epoch(1, 2.5, NONE, NONE, NONE))));
        assertThat(figure.width()).isEqualTo(460);
        assertThat(figure.alt()).isEqualTo("Curves over 1 epoch; J, training from 2.5 to 2.5, within 2.5 and 2.5.");
        assertThat(Pictures.columnsOf(Pictures.pixels(figure.src()), BLUE)).isNotEmpty();
        assertThat(Pictures.columnsOf(Pictures.pixels(figure.src()), VERMILLION))
                .isEmpty();
    }

    @Test
    void manyEpochsKeepTheirMarkersAndSayTheirLowestCost() {
        List<Epoch> epochs = IntStream.rangeClosed(1, 300)
                .mapToObj(e -> new Epoch(e, Math.abs(e - 200) + 1, NONE, e, NONE))
                .toList();
        Figure figure = Plots.history(new History(epochs));
        assertThat(figure.alt())
                .contains("J, training from 200 to 101, within 1 and 200")
                .contains("J, validation from 1 to 300, within 1 and 300");
        BufferedImage image = Pictures.pixels(figure.src());
        // markers beside thin lines: a pixel whose neighbours 4 to each side have its colour
        for (int colour : new int[] {BLUE, VERMILLION}) {
            long inMarkers = IntStream.range(10, 500)
                    .filter(x -> IntStream.range(10, 590)
                            .anyMatch(y -> IntStream.rangeClosed(-4, 4)
                                    .allMatch(d -> Pictures.rgb(image, x + d, y) == colour
                                            && Pictures.rgb(image, x, y + d) == colour)))
                    .count();
            assertThat(inMarkers).isGreaterThan(5);
        }
    }

    @Test
    void functionsShowWithTheirRanges() {
        Figure figure = Plots.lines("Twice", "z", "g(z)", new double[] {-1, 2}, Map.of("2z", z -> 2 * z));
        assertThat(figure.alt()).isEqualTo("Twice over z from -1 to 2; g(z), 2z from -2 to 4, within -2 and 4.");
        assertThat(Pictures.columnsOf(Pictures.pixels(figure.src()), BLUE).length)
                .isGreaterThan(1000);
    }

    @Test
    void aFunctionIsDrawnWhereItIsFinite() {
        Figure figure = Plots.lines("Log", "x", "log x", new double[] {0, 1}, Map.of("log", Math::log));
        // at 0 it is -Infinity; the next of 401 points is 1/400
        assertThat(figure.alt()).endsWith("log x, log from -5.991 to 0, within -5.991 and 0.");
    }

    @Test
    void aHistoryWithoutEpochsIsRefused() {
        assertThatThrownBy(() -> Plots.history(new History(List.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("History: there is no epoch in it yet");
    }

    @Test
    void aPngIsTwiceAsLargeAsItsPlaceOnThePageAndHasAGroundOfItsOwn() {
        Figure figure = Plots.history(TWO_EPOCHS);
        BufferedImage image = Pictures.pixels(figure.src());
        assertThat(image.getWidth()).isEqualTo(2 * figure.width());
        assertThat(image.getHeight()).isEqualTo(2 * figure.height());
        assertThat(image.getColorModel().hasAlpha()).isFalse();
        assertThat(Pictures.rgb(image, 1, 1)).isEqualTo(0xFFFFFF);
    }

    @Test
    void anSvgHasItsSizeAWhiteGroundAndItsTextAsTitle() {
        Figure figure = Plots.gallery(IMAGES, 3);
        Element svg = Pictures.elements(figure, "svg").get(0);
        assertThat(svg.getAttribute("width")).isEqualTo(Integer.toString(figure.width()));
        assertThat(svg.getAttribute("height")).isEqualTo(Integer.toString(figure.height()));
        assertThat(Pictures.elements(figure, "rect").get(0).getAttribute("fill"))
                .isEqualTo("#FFFFFF");
        assertThat(Pictures.elements(figure, "title").get(0).getTextContent()).isEqualTo(figure.alt());
    }

    @Test
    void inkIsDarkAndPaperIsWhite() {
        Figure figure = Plots.gallery(IMAGES, 2);
        assertThat(figure.alt()).isEqualTo("2 images of 2 by 2 pixels, labelled a b; white: 0, black: 16.");
        assertThat(Pictures.texts(figure)).containsExactly("a", "b", "white: 0, black: 16");
        List<Element> images = Pictures.elements(figure, "image");
        // the first image has ink in its upper left quarter only, the second in its upper right
        BufferedImage first = Pictures.pixels(images.get(0).getAttribute("href"));
        assertThat(first.getWidth()).isEqualTo(2 * 72);
        assertThat(Pictures.rgb(first, 36, 36)).isEqualTo(0x000000);
        assertThat(Pictures.rgb(first, 108, 36)).isEqualTo(0xFFFFFF);
        assertThat(Pictures.rgb(first, 108, 108)).isEqualTo(0xFFFFFF);
        BufferedImage second = Pictures.pixels(images.get(1).getAttribute("href"));
        assertThat(Pictures.rgb(second, 36, 36)).isEqualTo(0xFFFFFF);
        assertThat(Pictures.rgb(second, 108, 36)).isEqualTo(0x000000);
    }

    @Test
    void signsHaveColoursAndNegativeOnesStripesToo() {
        Matrix weights = Matrix.column(2, -2, 0, 1);
        Figure figure = Plots.gallery(weights, List.of("node 1"));
        assertThat(Pictures.texts(figure)).containsExactly("node 1", "white: 0, blue: to 2, red stripes: to -2");
        assertThat(figure.alt()).endsWith("labelled node 1; white: 0, blue: to 2, red stripes: to -2.");
        BufferedImage image =
                Pictures.pixels(Pictures.elements(figure, "image").get(0).getAttribute("href"));
        assertThat(Pictures.rgb(image, 36, 36)).isEqualTo(BLUE);
        assertThat(Pictures.rgb(image, 36, 108)).as("0").isEqualTo(0xFFFFFF);
        assertThat(Pictures.rgb(image, 108, 108)).as("half of blue").isEqualTo(0x80B9D9);
        List<Integer> negative = IntStream.range(80, 136)
                .mapToObj(x -> Pictures.rgb(image, x, 36))
                .distinct()
                .toList();
        // four tenths of vermillion: 255 − 0.4 (255 − c)
        assertThat(negative).containsExactlyInAnyOrder(VERMILLION, 0xEEBF99);
    }

    @Test
    void longCaptionsHaveTheirPlaceAndTenImagesARow() {
        Matrix X = Matrix.ones(4, 12);
        int narrow = Plots.gallery(X, Collections.nCopies(12, "a")).width();
        Figure wide = Plots.gallery(X, Collections.nCopies(12, "4 taken for 8"));
        assertThat(narrow).isEqualTo(10 * (72 + 12) + 12);
        assertThat(wide.width()).isGreaterThan(10 * 13 * 8);
        List<Element> images = Pictures.elements(wide, "image");
        assertThat(images.get(9).getAttribute("y")).isEqualTo(images.get(0).getAttribute("y"));
        assertThat(images.get(10).getAttribute("x")).isEqualTo(images.get(0).getAttribute("x"));
    }

    @Test
    void captionsAreEscaped() {
        String hostile = "<script>alert('\"&')</script>";
        Figure figure = Plots.gallery(Matrix.ones(1, 1), List.of(hostile + "\u0007"));
        assertThat(Pictures.texts(figure)).startsWith(hostile + " ");
        assertThat(Pictures.elements(figure, "script")).isEmpty();
    }

    @Test
    void imagesThatAreNotSquareOrHaveNoCaptionAreRefused() {
        Dataset data = new Dataset(Matrix.ones(5, 2), Matrix.ones(1, 2));
        assertThatThrownBy(() -> Plots.gallery(data, 2))
                .hasMessageContaining("must be square images of 4, 9, 16 … pixels")
                .hasMessageContaining("got X (5, 2) and 2 captions");
        assertThatThrownBy(() -> Plots.gallery(IMAGES, 0)).hasMessage("gallery: count must be at least 1, got 0");
        assertThatThrownBy(() -> Plots.gallery(IMAGES.X(), List.of("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got X (4, 3) and 1 captions");
    }

    @Test
    void aConfusionMatrixNamesTheWorstConfusion() {
        assertThat(Plots.confusion(allForA(), IMAGES).alt())
                .isEqualTo("Confusion matrix of 3 classes, rows true, columns predicted: 1 of 3 on the diagonal;"
                        + " most often confused: b taken for a, once.");
        Matrix counts = Matrix.of(new double[][] {{1, 0, 0}, {1, 0, 0}, {1, 0, 0}});
        assertThat(Plots.confusion(counts, List.of("a", "b", "c"))).isEqualTo(Plots.confusion(allForA(), IMAGES));
    }

    @Test
    void aCountStandsInTheRowOfItsTrueClassAndTheColumnOfThePredictedOne() {
        Dataset data = IMAGES.select(0, 1, 1, 1, 2, 2);
        Figure figure = Plots.confusion(allForA(), data);
        List<Element> texts = Pictures.elements(figure, "text");
        Element three = Pictures.text(figure, "3");
        List<Element> b =
                texts.stream().filter(t -> t.getTextContent().equals("b")).toList();
        List<Element> a =
                texts.stream().filter(t -> t.getTextContent().equals("a")).toList();
        assertThat(a).as("as a row and as a column").hasSize(2);
        assertThat(a).extracting(t -> t.getAttribute("x")).contains(three.getAttribute("x"));
        assertThat(b).extracting(t -> t.getAttribute("x")).doesNotContain(three.getAttribute("x"));
        assertThat(b).extracting(t -> t.getAttribute("y")).contains(three.getAttribute("y"));
        assertThat(a).extracting(t -> t.getAttribute("y")).doesNotContain(three.getAttribute("y"));
    }

    @Test
    void numbersHaveAPointInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            History history = new History(List.of(new Epoch(1, 2.5, 0.25, NONE, NONE)));
            assertThat(Plots.history(history).alt()).contains("2.5").doesNotContain("2,5");
            assertThat(Pictures.texts(Plots.gallery(IMAGES.X().times(0.1), List.of("a", "b", "c"))))
                    .contains("white: 0, black: 1.6");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void numbersHaveFourDigitsWithoutZerosAtTheirEnds() {
        assertThat(Figure.text("%s %s %s %s %s", 1.0, 0.25, 1200.0, 2.0 / 3, 1e-10))
                .isEqualTo("1 0.25 1200 0.6667 1e-10");
        assertThat(Figure.text("%s %s %s", 10, "1.0", -0.00001234)).isEqualTo("10 1.0 -1.234e-05");
    }

    @Test
    void aFigureIsSavedAsItIs(@TempDir Path folder) throws IOException {
        Path png = folder.resolve("history.png");
        Plots.history(TWO_EPOCHS).save(png);
        assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
        Path svg = folder.resolve("images.svg");
        Plots.gallery(IMAGES, 3).save(svg);
        assertThat(Files.readString(svg))
                .startsWith("<svg ")
                .contains(">c</text>")
                .endsWith("</svg>\n");
        assertThatThrownBy(() -> Plots.gallery(IMAGES, 3).save(folder.resolve("no/such.png")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("the figure cannot be written to");
    }

    /** A network that takes every example for class a. */
    private static Network allForA() {
        Network net = new Network(1, new CrossEntropy(), new Dense(4, 3, new Relu()), new Dense(3, 3));
        ((Dense) net.layer(2)).set(Matrix.zeros(3, 3), Matrix.column(1, 0, 0));
        return net;
    }
}
