package backprop.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.exercise.backward.CentralDifferences;
import backprop.exercise.backward.DenseBackward;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a message tells of the public tests' inputs tells nothing of the hidden ones'. */
class SeedsTest {
    private static final int SECRETS = 500;

    @Test
    void aClassHasTheSameSeedsEachTime() {
        assertThat(Seeds.shown(DenseBackward.class, 7)).isEqualTo(Seeds.shown(DenseBackward.class, 7));
        assertThat(Seeds.hidden(DenseBackward.class, 7))
                .isEqualTo(Seeds.hidden(DenseBackward.class, 7))
                .isNotEqualTo(Seeds.hidden(CentralDifferences.class, 7));
    }

    @Test
    void theHiddenOnesAreOtherAndLarge() {
        for (long secret : LongStream.range(0, SECRETS).toArray()) {
            Seeds shown = Seeds.shown(DenseBackward.class, secret);
            Seeds hidden = Seeds.hidden(DenseBackward.class, secret);
            assertThat(shown.fresh()).hasSize(3).allMatch(seed -> seed >= 0 && seed < 1_000_003);
            assertThat(hidden.fresh())
                    .hasSize(3)
                    .allMatch(seed -> seed >= 0)
                    .doesNotContainAnyElementsOf(shown.fresh());
            assertThat(hidden.fixed()).isEqualTo(shown.fixed());
        }
        assertThat(LongStream.range(0, SECRETS)
                        .map(secret -> Seeds.hidden(DenseBackward.class, secret)
                                .fresh()
                                .get(0))
                        .distinct()
                        .count())
                .isEqualTo(SECRETS);
    }
}
