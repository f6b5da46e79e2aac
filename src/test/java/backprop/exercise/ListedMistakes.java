package backprop.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Each mistake that has a text is made, and named as itself: the first test of the report that names a mistake names
 * this one, and no later test names another. The wrong answers are those of the generated class and others
 * without points, where each stands under the key of the text that names it.
 */
final class ListedMistakes {
    private static final Map<String, String> TEXTS = Texts.bundle("").texts();
    private static final String MISTAKE = "mistake.";
    /** What a later test may say besides: it is true of many mistakes. */
    private static final Set<String> FOLLOWS = Set.of(
            "CentralDifferences.mistake.linear",
            "CentralDifferences.mistake.notSmaller",
            "mistake.nan",
            "mistake.overColumns",
            "mistake.overRows",
            "mistake.oneNumber",
            "mistake.transposed");
    /** What is said of a function that passes all tests before, so that no usual mistake leads there. */
    private static final Set<String> NOT_MADE = Set.of(
            "LogisticTraining.mistake.rises",
            "LogisticTraining.mistake.wrongSide",
            "BackwardPass.mistake.notLearned",
            "CentralDifferences.mistake.linear",
            "CentralDifferences.mistake.notSmaller");

    private final Assignment assignment;
    private final Set<String> made = new TreeSet<>();

    ListedMistakes(Assignment assignment) {
        this.assignment = assignment;
    }

    /**
     * No test of a report names another mistake than the first does.
     *
     * @param answer a wrong answer
     * @param score its report
     */
    void namedAlike(Assignment.WrongAnswer answer, Score score) {
        List<String> keys = keys(answer, score);
        keys.stream().findFirst().ifPresent(made::add);
        assertThat(keys.stream().filter(key -> !FOLLOWS.contains(key)).distinct())
                .hasSizeLessThanOrEqualTo(1);
    }

    /** The first test that names a mistake names the one whose key the wrong answer stands under. */
    void namedAsItself(Assignment.WrongAnswer answer, Score score) {
        assertThat(keys(answer, score)).first().isIn(key(answer), general(answer));
    }

    /** There was a wrong answer for each text. */
    void allMade() {
        assertThat(mistakes()).as("texts without a wrong answer").isSubsetOf(made);
    }

    private List<String> keys(Assignment.WrongAnswer answer, Score score) {
        String contract = contract(assignment.cell(answer.checked().replaceFirst("hidden-", "check-")));
        return score.results().stream()
                .filter(result -> !result.passed())
                .map(result -> key(contract, result.headline()))
                .filter(key -> key.contains(MISTAKE))
                .toList();
    }

    /** Foo.mistake.bar of a wrong answer Foo.bar. */
    private static String key(Assignment.WrongAnswer answer) {
        return answer.mistake().replaceFirst("\\.", ".mistake.");
    }

    /** answer.bar of a wrong answer Foo.bar, or Foo.bar.name. */
    private static String general(Assignment.WrongAnswer answer) {
        return MISTAKE + answer.mistake().replaceFirst("^\\w+\\.(\\w+).*", "$1");
    }

    private Set<String> mistakes() {
        return assignment.cells().stream()
                .filter(Assignment.Cell::isCheck)
                .map(ListedMistakes::contract)
                .flatMap(contract -> TEXTS.keySet().stream().filter(key -> key.startsWith(contract + "." + MISTAKE)))
                .filter(key -> !NOT_MADE.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String contract(Assignment.Cell check) {
        return check.body().replaceAll("(?s).*?check\\(\\s*[\\w.]*\\.(\\w+)\\.class.*", "$1");
    }

    /** The key of a headline: the exercise's own, or one of all exercises; of texts that fit, the one that says most. */
    private static String key(String contract, String headline) {
        return TEXTS.keySet().stream()
                .filter(key -> key.startsWith(contract + ".") || key.startsWith(MISTAKE) || key.startsWith("feedback."))
                .sorted(Comparator.comparingInt((String key) -> -TEXTS.get(key).length())
                        .thenComparing(key -> key))
                .filter(key -> pattern(TEXTS.get(key)).matcher(headline).matches())
                .findFirst()
                .orElse("no key: " + headline);
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(Pattern.quote(text).replaceAll("%(\\d\\$)?s", "\\\\E.*\\\\Q"));
    }
}
