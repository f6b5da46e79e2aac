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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotsTest {
  private static final double NONE = Double.NaN;
  private static final Dataset IMAGES =
      new Dataset(
          Matrix.generate(4, 3, (i, j) -> i == j ? 1 : 0),
          Matrix.generate(3, 3, (i, j) -> i == j ? 1 : 0),
          List.of("a", "b", "c"));

  @Test
  void curvesSayInWordsWhatTheyShow() {
    History history =
        new History(List.of(new Epoch(1, 2.5, 0.25, 2.6, 0.2), new Epoch(2, 0.5, 0.75, 0.7, 0.7)));
    Figure figure = Plots.history(history);
    assertThat(figure.alt())
        .isEqualTo(
            "Curves over 2 epochs: cost J from 2.500 to 0.5000; accuracy from 0.2500 to 0.7500;"
                + " validation J from 2.600 to 0.7000.");
    assertThat(figure.width()).isEqualTo(840);
  }

  @Test
  void withoutAccuracyThereIsOneCurve() {
    History history = new History(List.of(new Epoch(1, 2.5, NONE, NONE, NONE)));
    assertThat(Plots.history(history).width()).isEqualTo(420);
  }

  @Test
  void thePictureIsTwiceAsLargeAsItsPlaceOnThePage() {
    Figure figure = Plots.gallery(IMAGES, 3);
    BufferedImage image = decode(figure.png());
    assertThat(image.getWidth()).isEqualTo(2 * figure.width());
    assertThat(image.getHeight()).isEqualTo(2 * figure.height());
    assertThat(image.getColorModel().hasAlpha()).as("a ground of its own").isFalse();
  }

  @Test
  void inkIsDarkAndPaperIsWhite() {
    BufferedImage image = decode(Plots.gallery(IMAGES, 1).png());
    // the first image has ink in its upper left quarter only
    assertThat(image.getRGB(2 * (12 + 18), 2 * (12 + 18)) & 0xFFFFFF).isEqualTo(0x000000);
    assertThat(image.getRGB(2 * (12 + 54), 2 * (12 + 54)) & 0xFFFFFF).isEqualTo(0xFFFFFF);
  }

  @Test
  void imagesThatAreNotSquareAreRefused() {
    Dataset data = new Dataset(Matrix.ones(5, 2), Matrix.ones(1, 2));
    assertThatThrownBy(() -> Plots.gallery(data, 2))
        .hasMessageContaining("must be square images of 4, 9, 16 … pixels, got 5 pixels");
    assertThatThrownBy(() -> Plots.gallery(IMAGES, 0))
        .hasMessage("gallery: count must be at least 1, got 0");
  }

  @Test
  void aConfusionMatrixNamesTheWorstConfusion() {
    Network net = new Network(1, new CrossEntropy(), new Dense(4, 3, new Relu()), new Dense(3, 3));
    ((Dense) net.layer(2)).set(Matrix.zeros(3, 3), Matrix.column(1, 0, 0));
    assertThat(Plots.confusion(net, IMAGES).alt())
        .isEqualTo(
            "Confusion matrix of 3 classes, rows true, columns predicted: 1 of 3 on the diagonal;"
                + " most often confused: b taken for a, once.");
  }

  @Test
  void numbersHaveAPointInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      History history = new History(List.of(new Epoch(1, 2.5, 0.25, NONE, NONE)));
      assertThat(Plots.history(history).alt()).contains("2.500").doesNotContain("2,5");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aFigureIsSavedAsPng(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("images.png");
    Plots.gallery(IMAGES, 3).save(file);
    assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(2 * 264);
    assertThatThrownBy(() -> Plots.gallery(IMAGES, 3).save(folder.resolve("no/such.png")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("the figure cannot be written to");
  }

  private static BufferedImage decode(byte[] png) {
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
