package backprop.grade;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.grade.result.HandIn;
import backprop.grade.submission.FileSource;
import backprop.grade.submission.Submission;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileNameCollisionsTest {
    @TempDir
    private Path dir;

    private List<Submission> all(String... keys) {
        return Stream.of(keys)
                .map(key -> new Submission(
                        new HandIn(key, key, "", "", "", "", List.of()),
                        "",
                        new FileSource(dir.resolve(key), List.of())))
                .toList();
    }

    @Test
    void onADiskThatIgnoresCaseThoseWithOneFileAreLeftOutAloudAndNobodyElse() {
        List<Submission> all = all("Ana", "ana", "Änä", "änä", "mira", "i", "ı");
        FileNameCollisions same = new FileNameCollisions(dir, all, true);
        assertThat(same.others(all))
                .extracting(found -> found.handIn().student())
                .containsExactly("mira");
        assertThat(same.sentences())
                .hasSize(3)
                .anyMatch(sentence -> sentence.startsWith("Ana and ana were left out: the disk of " + dir));
    }

    @Test
    void elsewhereAllAreMarked() {
        List<Submission> all = all("mira", "noor");
        assertThat(new FileNameCollisions(dir, all, true).others(all)).isEqualTo(all);
        assertThat(new FileNameCollisions(dir.resolve("not looked at"), all).sentences())
                .isEmpty();
    }
}
