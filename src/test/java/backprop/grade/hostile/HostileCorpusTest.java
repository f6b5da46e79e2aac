package backprop.grade.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import backprop.Tier;
import backprop.grade.Grading;
import backprop.grade.GradingOptions;
import backprop.grade.assignment.Assignment;
import backprop.grade.result.ExerciseMark;
import backprop.grade.result.GradeException;
import backprop.grade.result.MarkedSubmission;
import backprop.grade.result.Results;
import backprop.grade.result.Status;
import backprop.grade.sandbox.Bubblewrap;
import backprop.grade.sandbox.SandboxJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A class in which nearly everybody attacks the grader. Whatever an attack does, it reaches nothing, the other
 * exercises of its own notebook keep their points, and who is honest has the marks that he has alone.
 */
@Tag("default")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileCorpusTest {
    private static final long SEED = 5;
    private static final List<String> HONEST = List.of("honest-1", "honest-2", "honest-3");
    private static final long FLAT = 64L << 20; // bytes of the grader's heap that may be left afterwards
    private static final long LARGEST = 1 << 20; // bytes of a result
    private static final int ENDING = 10; // seconds in which what was killed is gone
    private static final String DEEP = "whole-deep";
    private static final String LONG_CELL = "whole-long-cell";
    private static final String MANY_CELLS = "whole-many-cells";
    private static final String TOO_MANY_CELLS = "whole-too-many-cells";
    private static final String ONLY = System.getProperty("attack", "");

    private final List<String> said = new ArrayList<>();
    private final List<Hostile> files = List.of(
            new Hostile("shapes.txt", "01-shapes-and-counting", "matrix-product"),
            new Hostile("backward.txt", "04-backward-pass", "dense-backward"));
    private long left;

    private Path folder;

    /** A file of attacks on one assignment. */
    private record Hostile(String file, String name, String slipped) {
        Path source() {
            return Path.of("exercises", name, name + ".ipynb");
        }

        List<Attack> attacks() {
            return Attack.read(file).stream().filter(Hostile::isChosen).toList();
        }

        private static boolean isChosen(Attack attack) {
            return ONLY.isEmpty()
                    ? attack.each() || Tier.atLeast(Tier.FULL)
                    : Pattern.compile(ONLY).matcher(attack.name()).find();
        }

        Path out(Path folder) {
            return folder.resolve(file + ".out");
        }
    }

    @BeforeAll
    void theClassIsMarked(@TempDir Path temporary) throws IOException {
        folder = temporary;
        requireBubblewrap();
        long before = used();
        for (Hostile hostile : files) {
            Assignment assignment = Assignment.read(hostile.source());
            Path handedIn = folder.resolve(hostile.file + ".in");
            HandIns all = new HandIns(assignment, handedIn);
            honest(hostile, all);
            hostile.attacks().stream().filter(attack -> attack.open().isEmpty()).forEach(all::attack);
            if (hostile.equals(files.get(0))) {
                wholeFiles(all);
            }
            mark(hostile, handedIn, hostile.out(folder), 2);
        }
        left = used() - before;
    }

    private void requireBubblewrap() throws IOException {
        try {
            Bubblewrap unused = new Bubblewrap(Path.of(System.getProperty("java.home")), folder);
        } catch (GradeException why) {
            assumeTrue(false, why.getMessage());
        }
    }

    private static void honest(Hostile hostile, HandIns all) {
        all.honest("honest-1");
        all.extra("honest-2", "imports", "System.out.println(\"it works\");\nint tries = 3;");
        all.changed("honest-3", hostile.slipped, text -> text.replace(".cols()", ".rows()"));
    }

    private void mark(Hostile hostile, Path handedIn, Path out, int jobs) throws IOException {
        new Grading(
                        new GradingOptions(
                                hostile.source(),
                                handedIn,
                                out,
                                List.of(),
                                false,
                                Optional.empty(),
                                SEED,
                                jobs,
                                false,
                                false),
                        said::add)
                .run();
    }

    /** What is wrong with more than a cell. */
    private static void wholeFiles(HandIns all) {
        all.file(DEEP, ("{\"nbformat\": 4, \"metadata\": " + "[".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8));
        all.extra(LONG_CELL, "imports", "// " + "x".repeat(10_000_000));
        all.extras(MANY_CELLS, "imports", "1;", 300);
        all.extras(TOO_MANY_CELLS, "imports", "1;", 2_500);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private MarkedSubmission marked(Hostile hostile, String student) {
        return new Results(hostile.out(folder), said::add).read(student).orElseThrow();
    }

    @TestFactory
    Stream<DynamicTest> anAttackReachesNothingAndCostsItsOwnExerciseAtTheMost() {
        return files.stream()
                .flatMap(hostile -> hostile.attacks().stream()
                        .map(attack -> dynamicTest(attack.name(), () -> {
                            assumeTrue(attack.open().isEmpty(), attack.open());
                            require(attack, hostile);
                        })));
    }

    private void require(Attack attack, Hostile hostile) {
        MarkedSubmission marked = marked(hostile, attack.student());
        assertThat(marked.status()).isEqualTo(Status.NEEDS_MARKING);
        assertThat(marked.sandboxed()).isTrue();
        for (ExerciseMark exercise : marked.exercises()) {
            if (exercise.byHand() || attack.risks().contains(exercise.exercise())) {
                continue;
            }
            double points = attack.loses().contains(exercise.exercise()) ? 0 : exercise.maximum();
            assertThat(exercise.points())
                    .as("%s: %s %s %s", exercise.exercise(), exercise.problem(), exercise.tests(), marked.incidents())
                    .isEqualTo(points);
        }
        String all = text(marked);
        assertThat(attack.says()).allMatch(all::contains, "stands in " + all);
        assertThat(attack.never()).noneMatch(all::contains);
        if (attack.way().equals("probe")) {
            assertThat(all).doesNotContain("reached").containsAnyOf("nothing", "refused");
        }
    }

    private static String text(MarkedSubmission marked) {
        String printed = String.join(
                "\n", marked.exercises().stream().map(ExerciseMark::printed).toList());
        String messages = String.join(
                "\n",
                marked.exercises().stream()
                        .flatMap(exercise -> exercise.tests().stream())
                        .map(test -> test.message())
                        .toList());
        return printed + "\n" + messages + "\n" + marked.incidents();
    }

    @TestFactory
    Stream<DynamicTest> theHonestHaveTheMarksThatTheyHaveAlone() {
        return files.stream()
                .map(hostile -> dynamicTest(hostile.name, () -> {
                    Path handedIn = folder.resolve(hostile.file + ".alone");
                    Path out = folder.resolve(hostile.file + ".alone.out");
                    honest(hostile, new HandIns(Assignment.read(hostile.source()), handedIn));
                    mark(hostile, handedIn, out, 1);
                    for (String student : HONEST) {
                        assertThat(hostile.out(folder).resolve("raw/" + student + ".json"))
                                .hasSameBinaryContentAs(out.resolve("raw/" + student + ".json"));
                    }
                    assertThat(points(marked(hostile, "honest-1")))
                            .isEqualTo(points(marked(hostile, "honest-2")))
                            .isGreaterThan(points(marked(hostile, "honest-3")));
                }));
    }

    @Test
    void aFileThatIsTooDeepOrTooLongIsUnreadableForAReason() {
        for (String student : List.of(DEEP, LONG_CELL, TOO_MANY_CELLS)) {
            MarkedSubmission marked = marked(files.get(0), student);
            assertThat(marked.status()).isEqualTo(Status.UNREADABLE);
            assertThat(marked.problem()).isNotBlank().hasSizeLessThan(300).doesNotContain("\n", "Exception");
        }
    }

    @Test
    void manyCellsCostNoPoints() {
        assertThat(points(marked(files.get(0), MANY_CELLS))).isEqualTo(points(marked(files.get(0), HONEST.get(0))));
    }

    private static double points(MarkedSubmission marked) {
        return marked.exercises().stream().mapToDouble(ExerciseMark::points).sum();
    }

    @TestFactory
    Stream<DynamicTest> noPageCarriesAnythingThatRuns() {
        return files.stream()
                .map(hostile -> dynamicTest(hostile.name, () -> {
                    try (Stream<Path> pages = Files.walk(hostile.out(folder))) {
                        for (Path page : pages.filter(file -> file.toString().endsWith(".html"))
                                .toList()) {
                            assertThat(Files.readString(page))
                                    .doesNotContain("<script>alert")
                                    .doesNotContain("\u001b", "\u202e", "\u0000");
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> noResultIsLargerThanAFewPages() {
        return files.stream()
                .map(hostile -> dynamicTest(hostile.name, () -> {
                    try (Stream<Path> results = Files.list(hostile.out(folder).resolve("raw"))) {
                        assertThat(results)
                                .allSatisfy(file -> assertThat(Files.size(file)).isLessThan(LARGEST));
                    }
                }));
    }

    @Test
    void noProcessIsLeft() throws Exception {
        for (int k = 0;
                k < ENDING && ProcessHandle.current().descendants().findAny().isPresent();
                k++) {
            TimeUnit.SECONDS.sleep(1);
        }
        assertThat(ProcessHandle.current()
                        .descendants()
                        .map(process -> process.info().toString()))
                .isEmpty();
    }

    @Test
    void nothingIsWrittenOutside() {
        Path home = Path.of(System.getProperty("user.home"));
        Path java = Path.of(System.getProperty("java.home"));
        assertThat(Stream.of(
                                Path.of("/tmp"),
                                Path.of("/var/tmp"),
                                Path.of("/dev/shm"),
                                Path.of("/"),
                                home,
                                java,
                                java.resolve("lib"),
                                java.resolve("conf"),
                                Path.of("target/grade"),
                                Path.of("target"),
                                Path.of(""))
                        .map(at -> at.resolve("backprop-was-here")))
                .noneMatch(Files::exists);
    }

    @Test
    void theGradersHeapIsAsSmallAsBefore() {
        assertThat(left).isLessThan(FLAT);
    }

    /** The kit's own jar is what the sandboxes' one is made from: after the attacks a second one has the same bytes. */
    @Test
    void theJarThatAllHaveIsAsItWas(@TempDir Path fresh) throws IOException {
        Path jdk = Path.of(System.getProperty("java.home")).toRealPath();
        SandboxJar unused = SandboxJar.prepared(new Bubblewrap(jdk, fresh), jdk, fresh, sentence -> {});
        Path again = jars(fresh).get(0);
        Path used = Path.of("target/grade").resolve(again.getFileName());
        assertThat(used).hasSameBinaryContentAs(again);
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    @Test
    void everySentenceForTheInstructorIsOneLine() {
        assertThat(said)
                .allSatisfy(sentence -> assertThat(sentence.getBytes(StandardCharsets.UTF_8).length)
                        .isLessThan(1000))
                .noneMatch(sentence -> sentence.contains("\n"));
        assertThat(said).isNotEmpty();
    }
}
