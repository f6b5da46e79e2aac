package backprop.grade.submission;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.RandomInputs;
import backprop.Seeded;
import backprop.grade.assignment.Assignment;
import backprop.grade.notebook.Notebook;
import backprop.grade.result.GradeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

class NotebookPropertyTest {
    private static final Path SOURCE = Path.of("exercises/04-backward-pass/04-backward-pass.ipynb");
    private static final Assignment ASSIGNMENT = Assignment.read(SOURCE);
    private static final byte[] RIGHT = right();
    private static final String MARKS = "{}[]\",:\\\0\n0e-untf%!/*\u00ff";

    @Seeded(400)
    void whateverIsChangedItIsPreparedOrRefusedInASentence(RandomInputs random) {
        byte[] bytes = changed(new Random(random.seed()), random.integer(1, 12));
        try {
            PreparedSubmission prepared = PreparedSubmission.of(ASSIGNMENT, Notebook.parse(bytes));
            assertThat(prepared.steps())
                    .filteredOn(step -> step.kind() == ExecutionStep.Kind.CHECK)
                    .hasSize(11);
            assertThat(prepared.answers()).hasSize(10);
        } catch (GradeException refused) {
            assertThat(refused.getMessage())
                    .isNotBlank()
                    .doesNotContain("\n", "jackson")
                    .hasSizeLessThan(300);
        }
    }

    /** Bytes replaced, pieces cut out, pieces doubled. */
    private static byte[] changed(Random random, int changes) {
        byte[] bytes = RIGHT.clone();
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) MARKS.charAt(random.nextInt(MARKS.length()));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                default -> bytes = moved(bytes, at, random.nextInt(bytes.length), random.nextInt(200));
            }
        }
        return bytes;
    }

    private static byte[] moved(byte[] bytes, int from, int to, int length) {
        byte[] copy = bytes.clone();
        int n = Math.min(length, bytes.length - Math.max(from, to));
        System.arraycopy(bytes, from, copy, to, n);
        return copy;
    }

    private static byte[] right() {
        try {
            return Files.readAllBytes(SOURCE);
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
