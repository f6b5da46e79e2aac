package backprop.grade.report;

import backprop.grade.result.AtomicFile;
import backprop.grade.result.ExerciseMark;
import backprop.grade.result.TestMark;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A submission as Gradescope's results.json. Its score is the total, which counts there before the tests' own; of a
 * hidden test it holds the name and the points.
 */
final class Gradescope {
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter JSON = JsonMapper.builder()
            .build()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));

    private Gradescope() {}

    static void write(Path file, GradedSubmission graded) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("score", rounded(graded.total()));
        String problem = Formatting.line(graded.marked().problem());
        if (!problem.isEmpty()) {
            results.put("output", "Nothing could be marked. " + problem);
        }
        List<Map<String, Object>> tests = new ArrayList<>();
        graded.parts().forEach(part -> tests(part, tests));
        results.put("tests", tests);
        try {
            AtomicFile.write(file, JSON.writeValueAsString(results) + "\n");
        } catch (JsonProcessingException never) {
            throw new IllegalStateException("texts and numbers can be written as JSON", never);
        }
    }

    private static void tests(GradedSubmission.Part part, List<Map<String, Object>> tests) {
        String title = Formatting.line(part.exercise().title());
        String note = part.mark()
                .map(ExerciseMark::note)
                .filter(said -> !said.isEmpty())
                .map(said -> said + "\n")
                .orElse("");
        List<TestMark> marks = part.mark().map(mark -> mark.tests()).orElse(List.of());
        if (part.override().isPresent()) {
            String reason = Formatting.line(part.override().get().reason());
            tests.add(test(
                    title, part.points().orElse(0), part.exercise().maximum(), "Set by a person. " + reason, false));
        } else if (part.points().isEmpty()) {
            Map<String, Object> open = test(title, 0, part.exercise().maximum(), "To be marked by a person.", false);
            open.remove("score");
            tests.add(open);
        } else if (marks.isEmpty()) {
            String problem = part.notAnswered()
                    ? "Not answered."
                    : part.mark().map(mark -> Formatting.text(mark.problem())).orElse("");
            tests.add(test(title, 0, part.exercise().maximum(), problem, false));
        } else {
            marks.forEach(mark -> tests.add(test(
                    title + ": " + Formatting.line(mark.name()),
                    mark.passed() ? mark.points() : 0,
                    mark.points(),
                    Formatting.text(mark.equals(marks.get(0)) ? note + mark.message() : mark.message()),
                    mark.hidden())));
        }
    }

    private static Map<String, Object> test(String name, double score, double maximum, String output, boolean hidden) {
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("score", rounded(score));
        test.put("max_score", rounded(maximum));
        test.put("name", name);
        if (!hidden) {
            test.put("output", output.strip());
            test.put("output_format", "text");
        }
        test.put("visibility", hidden ? "hidden" : "visible");
        return test;
    }

    /** Without the last bits of a sum: 0.3 and not 0.30000000000000004. */
    private static double rounded(double points) {
        return Double.parseDouble(Formatting.points(points));
    }
}
