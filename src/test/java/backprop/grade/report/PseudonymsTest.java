package backprop.grade.report;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.grade.result.ExerciseMark;
import backprop.grade.result.HandIn;
import backprop.grade.result.Incident;
import backprop.grade.result.MarkedSubmission;
import backprop.grade.result.Results;
import backprop.grade.result.Status;
import backprop.grade.result.TestMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No pseudonymous file holds a name, however short, in whatever writing, in whichever place it stood. */
class PseudonymsTest {
    private static final List<String> NAMES = List.of(
            "李雷",
            "김민",
            "Ng",
            "José",
            "Jose\u0301",
            "O'Brien",
            "Al",
            "Error",
            "Matrix",
            "Ünal Öz",
            "Ж",
            "نور",
            "Mary-Jane Smith");
    private static final ReportInfo ABOUT = new ReportInfo(
            "04",
            "The way back",
            List.of(
                    new ReportInfo.Exercise("x", "One layer", false, 3),
                    new ReportInfo.Exercise("w", "In words", true, 2)),
            7,
            "1.0",
            true,
            true,
            List.of());

    @TempDir
    Path dir;

    @Test
    void nothingPseudonymousTellsAName() throws IOException {
        Results results = new Results(dir, sentence -> {
            throw new AssertionError(sentence);
        });
        StringBuilder overrides = new StringBuilder("student,exercise,points,reason\n");
        for (int k = 0; k < NAMES.size(); k++) {
            results.write(marked("key" + k + "key", NAMES.get(k), "9000" + k));
            overrides.append("key" + k + "key,w,1,Well said " + NAMES.get(k) + "\n");
        }
        results.write(new MarkedSubmission(
                handIn("gone", "李雷", "77123"),
                Status.UNREADABLE,
                "No notebook was handed in, only 李雷.pdf.",
                "f",
                true,
                List.of(),
                List.of(),
                List.of()));
        Files.writeString(dir.resolve("overrides.csv"), overrides);
        Reports.write(dir, ABOUT, results, Overrides.read(dir, ABOUT, results), List.of(handIn("absent", "김민", "88")));
        try (Stream<Path> files = Files.walk(dir.resolve("pseudonymous"))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSize(NAMES.size() + 3);
            for (Path file : all) {
                tellsNobody(dir.relativize(file).toString(), Files.readString(file));
            }
        }
        assertThat(Files.readString(dir.resolve("pseudonymous/overview.html")))
                .contains(
                        "dW has the wrong shape.",
                        "Your code does not compile.",
                        Redaction.LEFT_OUT,
                        "The locked cell imports had been changed; the original ran.");
        assertThat(Files.readString(dir.resolve("grades.csv"))).contains("absent,김민,,,,5,not marked,on time");
        assertThat(Files.readString(dir.resolve("canvas.csv"))).contains("김민,88,,,,\n");
        assertThat(Files.readString(dir.resolve("moodle.csv"))).contains("Participant 88,김민,,,,5,Yes,-,-,\n");
        assertThat(Files.readString(dir.resolve("overview.html")))
                .contains("<b>1</b> not marked")
                .doesNotContain("feedback/absent.html");
    }

    private static void tellsNobody(String place, String text) {
        String plain = Normalizer.normalize(text.replaceAll("(?s)<style>.*?</style>", ""), Normalizer.Form.NFC);
        assertThat(plain).as(place).doesNotContain("absent", "gone", "77123", ".ipynb", ".pdf");
        for (int k = 0; k < NAMES.size(); k++) {
            String name = Normalizer.normalize(NAMES.get(k), Normalizer.Form.NFC);
            assertThat(plain).as(place).doesNotContain("key" + k + "key", "9000" + k);
            String word = "(?<![\\p{L}\\p{M}])" + Pattern.quote(name.replace("'", "&#39;")) + "(?![\\p{L}\\p{M}])";
            assertThat(Pattern.compile(word).matcher(plain).find())
                    .as(name + " in " + place)
                    .isFalse();
        }
    }

    private static HandIn handIn(String student, String name, String id) {
        return new HandIn(
                student,
                name,
                id,
                name + "_04.ipynb",
                "2026-11-20T18:01:00Z",
                "on time",
                List.of("2 notebooks were handed in; " + name + ".ipynb counts, as the newest."));
    }

    private static MarkedSubmission marked(String student, String name, String id) {
        List<TestMark> tests = List.of(
                new TestMark(
                        "check-x",
                        "One example",
                        false,
                        false,
                        2,
                        "Your function stopped with an exception, IllegalStateException.\nIllegalStateException: “by "
                                + name + "”"),
                new TestMark(
                        "check-x",
                        "A batch",
                        false,
                        false,
                        0.5,
                        "dW has the wrong shape.\ndW must be (1, 2), your function gave (2, 1).\nin " + name + ": x"),
                new TestMark("hidden-x", "More batches", true, false, 0.5, name + " is " + name));
        List<ExerciseMark> marks = List.of(
                new ExerciseMark(
                        "x",
                        "One layer",
                        false,
                        3,
                        "Your code does not compile.\n│ cannot find symbol " + name,
                        "",
                        tests,
                        "printed by " + name,
                        "// " + name,
                        true),
                new ExerciseMark("w", "In words", true, 2, "", "", List.of(), "", "I, " + name + ", say so", true));
        return new MarkedSubmission(
                handIn(student, name, id),
                Status.NEEDS_MARKING,
                "",
                "f" + student,
                true,
                marks,
                List.of(
                        "Cell 3 is named “" + name
                                + "”, which is no cell of this assignment; it ran as one of your own.",
                        "The locked cell imports had been changed; the original ran."),
                List.of(
                        new Incident("cell 3", name + " ended Java"),
                        new Incident(name, "While this cell ran, it printed without end; the rest ran without it.")));
    }
}
