package backprop.layer;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.RandomInputs;
import backprop.Samples;
import backprop.Seeded;
import backprop.activation.Identity;
import backprop.matrix.Matrix;
import java.util.Arrays;

/** Convolution, pooling and flat images against plain loops, at random sizes. */
class ConvolutionPropertyTest {
    @Seeded(300)
    void aConvolutionIsItsPlainLoop(RandomInputs random) {
        int channels = random.integer(1, 3);
        int height = random.integer(1, 9);
        int width = random.integer(1, 9);
        int filters = random.integer(1, 4);
        int padding = random.integer(0, 3);
        int window = random.integer(1, Math.min(5, Math.min(height, width) + 2 * padding));
        int stride = random.integer(1, 4);
        int m = random.integer(1, 4);
        long seed = random.seed();
        Volume in = new Volume(channels, height, width);
        Conv2d conv = new Conv2d(in, filters, window, stride, padding, new Identity());
        Matrix W = Samples.normal(filters, channels * window * window, seed);
        Matrix b = Samples.normal(filters, 1, seed + 1);
        conv.dense().set(W, b);
        Matrix A = Samples.normal(in.size(), m, seed + 2);
        int rows = Math.floorDiv(height + 2 * padding - window, stride) + 1;
        int cols = Math.floorDiv(width + 2 * padding - window, stride) + 1;
        Volume out = new Volume(filters, rows, cols);
        assertThat(conv.output()).isEqualTo(out);
        Matrix looped = Images.convolve(A, in, W, b, window, stride, padding, out);
        assertThat(conv.forward(A).minus(looped).maxAbs()).isLessThan(1e-12);
        assertThat(conv.predict(A).minus(looped).maxAbs()).isLessThan(1e-12);
    }

    @Seeded(200)
    void poolsAreTheirPlainLoops(RandomInputs random) {
        int channels = random.integer(1, 3);
        int height = random.integer(1, 9);
        int width = random.integer(1, 9);
        int window = random.integer(1, Math.min(4, Math.min(height, width)));
        int stride = random.integer(1, 4);
        int m = random.integer(1, 4);
        long seed = random.seed();
        Volume in = new Volume(channels, height, width);
        Volume out = new Volume(channels, (height - window) / stride + 1, (width - window) / stride + 1);
        Matrix A = Samples.normal(in.size(), m, seed);
        MaxPool max = new MaxPool(in, window, stride);
        assertThat(max.output()).isEqualTo(out);
        assertThat(max.forward(A))
                .isEqualTo(Images.pool(
                        A, in, window, stride, out, p -> Arrays.stream(p).max().getAsDouble()));
        AveragePool average = new AveragePool(in, window, stride);
        assertThat(average.output()).isEqualTo(out);
        Matrix looped = Images.pool(
                A, in, window, stride, out, p -> Arrays.stream(p).average().getAsDouble());
        assertThat(average.forward(A).minus(looped).maxAbs()).isLessThan(1e-14);
    }

    @Seeded(100)
    void aFlatImageHasItsPixelsChannelByChannelAndRowByRow(RandomInputs random) {
        int channels = random.integer(1, 4);
        int height = random.integer(1, 6);
        int width = random.integer(1, 6);
        int m = random.integer(1, 5);
        long seed = random.seed();
        Volume in = new Volume(channels, height, width);
        Matrix A = Samples.normal(in.size(), m, seed);
        Flatten flatten = new Flatten(in);
        Matrix channelwise = A.reshape(channels, height * width * m);
        for (int c = 0, k = 0; c < channels; c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++, k++) {
                    for (int i = 0; i < m; i++) {
                        assertThat(flatten.forward(A).get(k, i)).isEqualTo(A.get(k, i));
                        assertThat(channelwise.get(c, (y * width + x) * m + i)).isEqualTo(A.get(k, i));
                    }
                }
            }
        }
        assertThat(flatten.backward(channelwise.reshape(in.size(), m))).isEqualTo(A);
    }
}
