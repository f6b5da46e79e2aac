package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.train.Epoch;
import backprop.train.History;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveCurvesTest {
  private final RecordingDisplay display = new RecordingDisplay();
  private final LiveCurves curves = new LiveCurves(display);

  @Test
  void oneDisplayIsUpdatedInPlaceAndEndsWithTheWholeHistory() {
    List<Epoch> epochs = new ArrayList<>();
    for (int number = 1; number <= 50; number++) {
      epochs.add(new Epoch(number, 1.0 / number, 0.5, Double.NaN, Double.NaN));
      curves.epochEnded(new History(epochs), 50);
    }
    curves.ended(new History(epochs));
    assertThat(display.calls.get(0)).isEqualTo("show");
    assertThat(display.calls.subList(1, display.calls.size()))
        .isNotEmpty()
        .containsOnly("update id1");
    assertThat(display.calls).as("not one drawing an epoch").hasSizeLessThan(25);
    assertThat(display.last.text()).startsWith("Curves over 50 epochs");
  }

  @Test
  void theNextTrainingGetsADisplayOfItsOwn() {
    History history = new History(List.of(new Epoch(1, 1, 0.5, Double.NaN, Double.NaN)));
    for (int training = 0; training < 2; training++) {
      curves.epochEnded(history, 1);
      curves.ended(history);
    }
    assertThat(display.calls).containsExactly("show", "update id1", "show", "update id3");
  }

  @Test
  void aTrainingThatEndsBeforeItsFirstEpochShowsNothing() {
    curves.ended(new History(List.of()));
    assertThat(display.calls).isEmpty();
  }
}
