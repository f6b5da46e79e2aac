package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.train.Epoch;
import backprop.train.History;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LiveCurvesTest {
  private final RecordingDisplay display = new RecordingDisplay();
  private final LiveCurves curves = new LiveCurves(display);
  private final List<Epoch> epochs = new ArrayList<>();

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS) void oneDisplayIsUpdatedInPlaceWhileTheTrainingGoesOn()
      throws InterruptedException {
    while (display.calls.size() < 3) {
      epoch();
      Thread.sleep(1);
    }
    int before = display.calls.size();
    curves.ended(new History(epochs));
    assertThat(display.calls.get(0)).isEqualTo("show");
    assertThat(display.calls.subList(1, display.calls.size())).containsOnly("update id1");
    assertThat(before).as("not one drawing an epoch").isLessThan(epochs.size());
    assertThat(display.last.text()).startsWith("Curves over " + epochs.size() + " epochs");
  }

  @Test void theLastWordIsTheWholeHistoryAndNoDrawingComesAfterIt() throws InterruptedException {
    for (int k = 0; k < 50; k++) { epoch(); }
    curves.ended(new History(epochs));
    int calls = display.calls.size();
    Thread.sleep(300);
    assertThat(display.calls).hasSize(calls);
    assertThat(display.last.text()).startsWith("Curves over 50 epochs");
  }

  @Test void theNextTrainingGetsADisplayOfItsOwn() {
    History history = new History(List.of(new Epoch(1, 1, 0.5, Double.NaN, Double.NaN)));
    curves.ended(history);
    curves.ended(history);
    assertThat(display.calls).containsExactly("show", "show");
  }

  @Test void aTrainingThatEndsBeforeItsFirstEpochShowsNothing() {
    curves.ended(new History(List.of()));
    assertThat(display.calls).isEmpty();
  }

  private void epoch() {
    int number = epochs.size() + 1;
    epochs.add(new Epoch(number, 1.0 / number, 0.5, Double.NaN, Double.NaN));
    curves.epochEnded(epochs.get(number - 1), 50);
  }
}
