package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.train.Epoch;
import backprop.train.TrainingProgress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Trainings on a clock of their own, of epochs of 100 examples in 10 batches, and the frames that are seen of them. */
class LiveFramesTest {
    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1000 * MILLISECOND;
    private static final Pattern SIZE = Pattern.compile("width=\"(\\d+)\" height=\"(\\d+)\"");

    /** What was seen, and the share of the time in which it was drawn. */
    private record Seen(List<Rendering> frames, double share) {}

    @Test
    void aTrainingOfOneSecondIsSeenInTenFramesOrMoreWithoutAJump() {
        for (int epochs : new int[] {5, 30, 3000}) {
            Seen seen = watch(epochs, SECOND, 100 * MILLISECOND, 10 * MILLISECOND);
            assertThat(new HashSet<>(seen.frames)).as("%s epochs", epochs).hasSizeGreaterThanOrEqualTo(10);
            assertThat(seen.frames.stream().map(LiveFramesTest::size))
                    .as("%s epochs", epochs)
                    .containsOnly("920 by 300");
        }
    }

    @Test
    void evenWhereDrawingIsSlowItTakesHalfAProcessorAtMost() {
        Seen seen = watch(30, SECOND, 100 * MILLISECOND, 100 * MILLISECOND);
        assertThat(seen.share).isLessThanOrEqualTo(0.51);
    }

    @Test
    void aLongTrainingIsDrawnAtTwoPercentOfAProcessor() {
        Seen cheap = watch(6000, 60 * SECOND, 100 * MILLISECOND, MILLISECOND);
        assertThat(cheap.share).isLessThan(0.01);
        assertThat(cheap.frames).hasSizeBetween(220, 280);
        Seen slow = watch(6000, 600 * SECOND, 100 * MILLISECOND, 15 * MILLISECOND);
        assertThat(slow.share).isLessThan(0.022);
        assertThat(slow.frames).as("but one a second").hasSizeGreaterThan(590);
    }

    @Test
    void whatIsOverWithinATenthOfASecondHasNoFrame() {
        assertThat(watch(30, 99 * MILLISECOND, MILLISECOND, MILLISECOND).frames).isEmpty();
    }

    @Test
    void theFirstFrameHasTheAxesEvenBeforeTheFirstEpochHasEnded() {
        Rendering first = watch(1, SECOND, MILLISECOND, MILLISECOND).frames.get(0);
        assertThat(first.text()).startsWith("epoch 1/1 · batch 1/10");
        assertThat(first.html()).contains("alt=\"Curves over 0 of 1 epoch.\"").contains(first.text());
        assertThat(size(first)).isEqualTo("920 by 300");
    }

    @Test
    void theBarMovesOverTheCurvesAsTheyAre() {
        List<Rendering> frames = watch(2, 2 * SECOND, MILLISECOND, MILLISECOND).frames;
        assertThat(frames.stream()
                        .map(frame -> frame.html().substring(frame.html().indexOf("<img")))
                        .distinct())
                .hasSize(2);
        assertThat(frames.stream().map(Rendering::html).distinct()).hasSize(20 - 1);
    }

    @Test
    void nothingNewIsNoFrame() {
        LiveFrames frames = new LiveFrames(at(0, 30), 0);
        assertThat(frames.next(at(0.5, 30), done(0.5, 30), SECOND)).isPresent();
        assertThat(frames.next(at(0.5, 30), done(0.5, 30), 2 * SECOND)).isEmpty();
        assertThat(frames.next(at(0.6, 30), done(0.5, 30), 2 * SECOND)).isPresent();
    }

    /** Watches a training that takes so long, where the first frame takes so long to draw, and each other so long. */
    private static Seen watch(int epochs, long training, long first, long each) {
        LiveFrames frames = new LiveFrames(at(0, epochs), 0);
        List<Rendering> seen = new ArrayList<>();
        long drawing = 0;
        long time = LiveFrames.FIRST;
        while (time < training) {
            double share = (double) time / training;
            long begun = time;
            var frame = frames.next(at(share, epochs), done(share, epochs), begun);
            if (frame.isPresent()) {
                time += seen.isEmpty() ? first : each;
                seen.add(frame.get());
            }
            drawing += time - begun;
            time += frames.rest(begun, time);
        }
        return new Seen(seen, (double) drawing / training);
    }

    /** Where a training is after a share of its time. */
    private static TrainingProgress at(double share, int epochs) {
        int batches = Math.max(1, (int) (10 * epochs * share));
        return new TrainingProgress(
                1 + (batches - 1) / 10, epochs, 1 + (batches - 1) % 10, 10, 10L * batches, 100L * epochs, false);
    }

    private static List<Epoch> done(double share, int epochs) {
        return IntStream.rangeClosed(1, (int) (epochs * share))
                .mapToObj(n -> new Epoch(n, 2.0 / n, 1 - 1.0 / n, Double.NaN, Double.NaN))
                .toList();
    }

    private static String size(Rendering frame) {
        Matcher size = SIZE.matcher(frame.html());
        return size.find() ? size.group(1) + " by " + size.group(2) : "none";
    }
}
