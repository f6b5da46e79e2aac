package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.train.Epoch;
import backprop.train.History;
import backprop.train.TrainingProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A training of 5000 epochs of 2 batches, played to live curves. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LiveCurvesTest {
    private final RecordingDisplay display = new RecordingDisplay();
    private final LiveCurves curves = new LiveCurves(display);
    private final List<Epoch> epochs = new ArrayList<>();

    @Test
    void oneDisplayIsUpdatedInPlaceWhileTheTrainingGoesOn() throws InterruptedException {
        while (display.calls.size() < 3) {
            epoch();
            Thread.sleep(1);
        }
        int before = display.calls.size();
        curves.ended(new History(epochs), "");
        assertThat(display.calls.get(0)).isEqualTo("show");
        assertThat(display.calls.subList(1, display.calls.size())).containsOnly("update id1");
        assertThat(before).as("not one drawing an epoch").isLessThan(epochs.size());
        assertThat(display.last.text()).startsWith("Curves over " + epochs.size() + " epochs");
    }

    @Test
    void aLongFirstEpochShowsTheBarALineAndTheAxes() throws InterruptedException {
        while (display.calls.isEmpty()) {
            batch(1);
            Thread.sleep(1);
        }
        assertThat(display.last.text()).startsWith("epoch 1/5000 · batch 1/2");
        assertThat(display.last.html())
                .contains("<progress max=\"500000\" value=\"50\"")
                .contains(display.last.text())
                .contains("alt=\"Curves over 0 of 5000 epochs.\"");
        curves.ended(new History(List.of()), "");
    }

    @Test
    void theLastWordIsAsWideAndHighAsWhatStoodThere() throws InterruptedException {
        epoch();
        while (display.calls.isEmpty()) {
            Thread.sleep(1);
        }
        String live = size(display.last);
        curves.ended(new History(epochs), "");
        assertThat(display.last.html()).contains("data:image/png");
        assertThat(size(display.last)).isEqualTo(live).isEqualTo("width=\"920\" height=\"300\"");
    }

    @Test
    void ofManyEpochsSomeAreDrawnWhileTheTrainingGoesOnAndAllAtItsEnd() throws InterruptedException {
        for (int k = 0; k < 450; k++) {
            epoch();
        }
        while (display.calls.isEmpty()) {
            Thread.sleep(1);
        }
        assertThat(display.last.html()).contains("Curves over 450 of 5000 epochs; J, training from 0.3333 to 0.002222");
        curves.ended(new History(epochs), "");
        assertThat(display.last.text()).startsWith("Curves over 450 epochs; J, training from 1 to 0.002222");
    }

    @Test
    void whatIsOverAtOnceShowsItsCurvesOnce() {
        for (int k = 0; k < 50; k++) {
            epoch();
        }
        curves.ended(new History(epochs), "");
        assertThat(display.calls).containsExactly("show");
        assertThat(display.last.html())
                .contains("5000 epochs, 100 examples each, finished")
                .doesNotContain("<progress");
    }

    @Test
    void nothingIsPaintedOnceTheTrainingHasEnded() throws InterruptedException {
        epoch();
        Thread painter = painter();
        curves.ended(new History(epochs), "");
        painter.join();
        assertThat(display.calls).containsExactly("show");
    }

    @Test
    void theNextTrainingGetsADisplayOfItsOwn() {
        epoch();
        curves.ended(new History(epochs), "");
        epoch();
        curves.ended(new History(epochs), "");
        assertThat(display.calls).containsExactly("show", "show");
    }

    @Test
    void whatStoppedATrainingIsSaidBesideItsCurves() {
        epoch();
        curves.ended(new History(epochs), "an interrupt");
        assertThat(display.last.text()).startsWith("stopped by an interrupt in epoch 1 of 5000: Curves over 1 epoch");
        assertThat(display.last.html())
                .contains(">stopped by an interrupt in epoch 1 of 5000<")
                .contains("<img");
    }

    @Test
    void aTrainingThatFailsBeforeItsFirstEpochShowsNothingUnlessABarStood() throws InterruptedException {
        curves.ended(new History(List.of()), "an error");
        batch(1);
        curves.ended(new History(List.of()), "an error");
        assertThat(display.calls).isEmpty();
        batch(1);
        while (display.calls.isEmpty()) {
            Thread.sleep(1);
        }
        curves.ended(new History(List.of()), "an error");
        assertThat(display.last.html()).contains("stopped by an error in epoch 1 of 5000, after batch 1 of 2");
    }

    @Test
    void anInterruptedTrainingShowsItsEndWithoutTheFlagAndKeepsIt() {
        display.whenAsked =
                () -> assertThat(Thread.currentThread().isInterrupted()).isFalse();
        epoch();
        Thread.currentThread().interrupt();
        curves.ended(new History(epochs), "an interrupt");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(display.calls).containsExactly("show");
    }

    @Test
    void aDisplayThatFailsLeavesNoPainterAndNothingOfTheTraining() throws InterruptedException {
        display.whenAsked = () -> {
            throw new IllegalStateException("no front end");
        };
        epoch();
        Thread painter = painter();
        assertThatThrownBy(() -> curves.ended(new History(epochs), "")).hasMessage("no front end");
        painter.join();
        display.whenAsked = () -> {};
        curves.ended(new History(List.of()), "");
        assertThat(display.calls).isEmpty();
    }

    private static Thread painter() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("live curves"))
                .findAny()
                .orElseThrow();
    }

    private static String size(Rendering rendering) {
        String html = rendering.html();
        return html.substring(html.indexOf(" width=\"") + 1, html.indexOf(" style=\"max-width"));
    }

    private void batch(int k) {
        int epoch = epochs.size() + 1;
        curves.batchEnded(new TrainingProgress(epoch, 5000, k, 2, 100L * epochs.size() + 50L * k, 500_000, false));
    }

    private void epoch() {
        batch(1);
        batch(2);
        int number = epochs.size() + 1;
        epochs.add(new Epoch(number, 1.0 / number, 0.5, Double.NaN, Double.NaN));
        curves.epochEnded(epochs.get(number - 1), 5000);
    }
}
