package backprop.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The bundle has a text for all that asks for one, and nothing else. */
class TextsTest {
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java/backprop/exercise"), Path.of("exercises"));
    private static final Map<String, String> TEXTS = Texts.bundle("").texts();
    private static final Pattern CONTRACT = Pattern.compile("@Exercise\\s[^{]*interface (\\w+) \\{");
    private static final Pattern TEST =
            Pattern.compile("@ExerciseTest\\(.*\\)\\s+(?:@Limit\\([\\d.]+\\)\\s+)?void (\\w+)\\(");
    private static final Pattern QUOTED = Pattern.compile("\"(\\w+)\"");
    private static final Pattern MISTAKE = Pattern.compile("\\.mistake\\(\\s*\"(\\w+)\"");

    @TestFactory
    Stream<DynamicTest> everyTestHasItsNameAndEveryNameItsTest() throws IOException {
        return sources()
                .flatMap(file -> matches(CONTRACT, file))
                .map(contract -> DynamicTest.dynamicTest(contract, () -> {
                    Set<String> tests = sources()
                            .filter(file -> file.getFileName().toString().matches(contract + "(HiddenTests)?.java"))
                            .flatMap(file -> matches(TEST, file))
                            .collect(Collectors.toCollection(TreeSet::new));
                    Set<String> named = keys(contract)
                            .filter(key -> !key.matches("title|hint\\.\\d|mistake\\..*"))
                            .collect(Collectors.toCollection(TreeSet::new));
                    assertThat(named).isEqualTo(tests).isNotEmpty();
                    assertThat(keys(contract)).contains("title", "hint.1", "hint.2");
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyMistakeOfAnAssignmentHasItsTextAndEveryTextItsMistake() throws IOException {
        return sources()
                .map(TextsTest::assignment)
                .distinct()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
                    Set<String> told = found(CONTRACT, folder).stream()
                            .flatMap(TextsTest::keys)
                            .filter(key -> key.startsWith("mistake."))
                            .map(key -> key.substring("mistake.".length()))
                            .collect(Collectors.toCollection(TreeSet::new));
                    assertThat(told).containsAll(found(MISTAKE, folder));
                    assertThat(found(QUOTED, folder)).containsAll(told);
                }));
    }

    @Test
    void aTranslationStandsBesideItAndWhatItLacksIsEnglish() {
        TextBundle esperanto = Texts.bundle("eo");
        assertThat(esperanto.of("report.passed")).isEqualTo("✓ sukcesis");
        assertThat(esperanto.of("report.failed")).isEqualTo(Texts.of("report.failed"));
        assertThat(Texts.bundle("tr").of("report.passed")).isEqualTo("✓ passed");
    }

    @Test
    void noKeyStandsInTwoFiles() throws IOException {
        List<String> keys = new ArrayList<>();
        for (Path file : files(List.of(Path.of("src/main/resources/backprop/exercise"), Path.of("exercises")))
                .filter(file -> file.endsWith("texts.properties"))
                .toList()) {
            keys.addAll(Files.readAllLines(file).stream()
                    .filter(line -> line.contains(" = ") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(" = ")))
                    .toList());
        }
        assertThat(keys).doesNotHaveDuplicates().hasSameElementsAs(TEXTS.keySet());
    }

    @Test
    void everyTextTakesItsValues() {
        Object[] many = Stream.generate(() -> "x").limit(5).toArray();
        assertThat(TEXTS.keySet())
                .allSatisfy(key -> assertThat(Texts.of(key, many)).isNotBlank().doesNotContain("%"));
    }

    private static Set<String> found(Pattern pattern, Path folder) throws IOException {
        return sources()
                .filter(file -> assignment(file).equals(folder))
                .flatMap(file -> matches(pattern, file))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> keys(String contract) {
        return TEXTS.keySet().stream()
                .filter(key -> key.startsWith(contract + "."))
                .map(key -> key.substring(contract.length() + 1));
    }

    private static Stream<Path> sources() throws IOException {
        return files(SOURCES).filter(file -> file.toString().endsWith(".java"));
    }

    private static Stream<Path> files(List<Path> folders) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted().forEach(all::add);
            }
        }
        return all.stream();
    }

    /** The folder of the assignment that a file is in, or that of the engine. */
    private static Path assignment(Path file) {
        return file.startsWith("exercises") ? file.subpath(0, 2) : file.getParent();
    }

    private static Stream<String> matches(Pattern pattern, Path file) {
        try {
            Matcher matcher = pattern.matcher(Files.readString(file));
            return matcher.results().map(result -> result.group(1)).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
