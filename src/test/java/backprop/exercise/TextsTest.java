package backprop.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
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
    private static final Path ROOM = Path.of("src/main/java/backprop/exercise");
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("backprop.exercise.texts", Locale.ROOT);
    private static final Pattern CONTRACT = Pattern.compile("@Exercise\\((\\w+)Tests\\.class\\)");
    private static final Pattern TEST =
            Pattern.compile("(?:@Test|@Order\\(\\d+\\)|@Points\\([\\d.]+\\)|@Limit\\([\\d.]+\\))\\s+void (\\w+)\\(");
    private static final Pattern QUOTED = Pattern.compile("\"(\\w+)\"");
    private static final Pattern MISTAKE = Pattern.compile("\\.mistake\\(\\s*\"(\\w+)\"");

    @TestFactory
    Stream<DynamicTest> everyTestHasItsNameAndEveryNameItsTest() throws IOException {
        return sources()
                .flatMap(file -> matches(CONTRACT, file))
                .map(contract -> DynamicTest.dynamicTest(contract, () -> {
                    Set<String> tests = sources()
                            .filter(file -> file.getFileName().toString().matches(contract + "(Hidden)?Tests.java"))
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
                .map(Path::getParent)
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
        ResourceBundle esperanto = Texts.bundle("eo");
        assertThat(esperanto.getString("report.passed")).isEqualTo("✓ sukcesis");
        assertThat(esperanto.getString("report.failed")).isEqualTo(BUNDLE.getString("report.failed"));
        assertThat(Texts.bundle("tr").getString("report.passed")).isEqualTo("✓ passed");
    }

    @Test
    void everyTextTakesItsValues() {
        Object[] many = Stream.generate(() -> "x").limit(5).toArray();
        assertThat(BUNDLE.keySet())
                .allSatisfy(key -> assertThat(Texts.of(key, many)).isNotBlank().doesNotContain("%"));
    }

    private static Set<String> found(Pattern pattern, Path folder) throws IOException {
        return sources()
                .filter(file -> file.getParent().equals(folder))
                .flatMap(file -> matches(pattern, file))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> keys(String contract) {
        return BUNDLE.keySet().stream()
                .filter(key -> key.startsWith(contract + "."))
                .map(key -> key.substring(contract.length() + 1));
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOM)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        }
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
