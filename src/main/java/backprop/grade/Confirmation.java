package backprop.grade;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Whether to go on where something looks like a mistake. */
@FunctionalInterface
interface Confirmation {
    /**
     * Returns if it is to go on.
     *
     * @throws NotConfirmedException if not, with what to say
     */
    void require(SuspectedMistake mistake);

    /**
     * By {@code --anyway}, or by asking, if somebody sits in front of it.
     *
     * @param anyway whether to go on in any case
     * @param terminal whether there is somebody to ask
     * @param ask shows a question and returns the answer, null at the end of the input
     */
    static Confirmation of(boolean anyway, boolean terminal, Function<String, String> ask) {
        return mistake -> {
            if (anyway) {
                return;
            }
            if (!terminal) {
                throw new NotConfirmedException(mistake.sentence() + " " + mistake.advice());
            }
            String answer = ask.apply(mistake.sentence() + "\n" + mistake.advice() + "\nGo on all the same? [y/N] ");
            boolean yes =
                    answer != null && Set.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
            if (!yes) {
                throw new NotConfirmedException("Nothing was marked.");
            }
        };
    }
}
