package backprop.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each mistake that has a text is made, and named as itself: the first test of the report that names a mistake names
 * this one, and no later test names another. The wrong answers stand in {@code exercises/listed/}, each under the key
 * of the text that names it. */
class ListedMistakesTest {
  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("backprop.exercise.texts", Locale.ROOT);
  private static final String SLIP = "slip.";
  /** What a later test may say besides: it is true of many mistakes. */
  private static final Set<String> FOLLOWS =
      Set.of("CentralDifferences.slip.linear", "CentralDifferences.slip.notSmaller", "slip.nan", "slip.overColumns",
          "slip.overRows", "slip.oneNumber", "slip.transposed");
  /** What is said of a function that passes all tests before, so that no usual mistake leads there. */
  private static final Set<String> NOT_MADE = Set.of("LogisticTraining.slip.rises", "LogisticTraining.slip.wrongSide",
      "BackwardPass.slip.notLearned", "CentralDifferences.slip.linear", "CentralDifferences.slip.notSmaller");

  @BeforeAll static void theSameInputsEachTime() { System.setProperty(Seeds.PROPERTY, "1"); }

  @AfterAll static void freshInputsAgain() { System.clearProperty(Seeds.PROPERTY); }

  @TestFactory Stream<DynamicTest> everyListedMistakeIsNamedAsItself() {
    return Assignment.all().stream()
        .map(assignment -> DynamicTest.dynamicTest(assignment.name(), () -> named(assignment)));
  }

  private static void named(Assignment assignment) {
    SoftAssertions softly = new SoftAssertions();
    Set<String> made = new TreeSet<>();
    try (ExerciseShell shell = new ExerciseShell()) {
      for (Assignment.Cell cell : assignment.cells()) { if (cell.code()) { shell.run(cell.body()); } }
      for (Assignment.Slip slip : Stream.concat(assignment.slips().stream(), assignment.listed().stream()).toList()) {
        String contract = contract(assignment.cell(slip.checked().replaceFirst("hidden-", "check-")));
        Score score = score(shell, assignment, slip);
        List<String> keys = score.results().stream().filter(result -> !result.passed())
            .map(result -> key(contract, result.headline())).filter(key -> key.contains(SLIP)).toList();
        keys.stream().findFirst().ifPresent(made::add);
        List<String> later = keys.stream().filter(key -> !FOLLOWS.contains(key)).distinct().toList();
        softly.assertThat(later).as("%s: %s", slip.slip(), later).hasSizeLessThanOrEqualTo(1);
        if (assignment.listed().contains(slip)) {
          softly.assertThat(keys).as(slip.slip()).first().isIn(key(slip), general(slip));
        }
      }
      softly.assertThat(made).as("a wrong answer for each text").containsAll(mistakes(assignment));
    }
    softly.assertAll();
  }

  /** Foo.slip.bar of a wrong answer Foo.bar. */
  private static String key(Assignment.Slip slip) {
    return slip.slip().replaceFirst("\\.", ".slip.");
  }

  /** slip.bar of a wrong answer Foo.bar, or Foo.bar.name. */
  private static String general(Assignment.Slip slip) {
    return SLIP + slip.slip().replaceFirst("^\\w+\\.(\\w+).*", "$1");
  }

  private static Set<String> mistakes(Assignment assignment) {
    return assignment.cells().stream().filter(Assignment.Cell::isCheck).map(ListedMistakesTest::contract)
        .flatMap(contract -> BUNDLE.keySet().stream().filter(key -> key.startsWith(contract + "." + SLIP)))
        .filter(key -> !NOT_MADE.contains(key)).collect(Collectors.toSet());
  }

  private static String contract(Assignment.Cell check) {
    return check.body().replaceAll("(?s).*?check\\([\\w.]*\\.(\\w+)\\.class.*", "$1");
  }

  private static Score score(ExerciseShell shell, Assignment assignment, Assignment.Slip slip) {
    Assignment.Cell right = assignment.cell(slip.cell());
    String wrong = slip.replace().isEmpty() ? slip.by() : right.source().replace(slip.replace(), slip.by());
    assertThat(wrong).as(slip.slip()).isNotEqualTo(right.source());
    try {
      shell.run(wrong);
      return shell.score(assignment.cell(slip.checked()).body());
    } finally {
      shell.run(right.source());
    }
  }

  /** The key of a headline: the exercise's own, or one of all exercises. */
  private static String key(String contract, String headline) {
    return BUNDLE.keySet().stream()
        .filter(key -> key.startsWith(contract + ".") || key.startsWith(SLIP) || key.startsWith("feedback.")).sorted()
        .filter(key -> pattern(BUNDLE.getString(key)).matcher(headline).matches()).findFirst()
        .orElse("no key: " + headline);
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(Pattern.quote(text).replaceAll("%(\\d\\$)?s", "\\\\E.*\\\\Q"));
  }
}
