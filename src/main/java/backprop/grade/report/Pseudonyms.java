package backprop.grade.report;

import backprop.grade.result.ExerciseMark;
import backprop.grade.result.HandIn;
import backprop.grade.result.Incident;
import backprop.grade.result.MarkedSubmission;
import backprop.grade.result.Results;
import backprop.grade.result.TestMark;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A class without names: student-001 and so on, the same at every run. The order is one of hashes over the seed and
 * what was handed in, so that it tells no name, not even to somebody who has the list of the class.
 */
final class Pseudonyms {
    private static final int SHORT = 3;

    private final Map<String, String> byStudent = new LinkedHashMap<>();

    Pseudonyms(ReportInfo about, Results results) {
        Map<String, String> byHash = new TreeMap<>();
        results.forEach(marked -> {
            String student = marked.handIn().student();
            byHash.put(hash(about.seed() + "\n" + marked.fingerprint() + "\n" + student), student);
        });
        int digits = Math.max(SHORT, Integer.toString(byHash.size()).length());
        byHash.values()
                .forEach(student -> byStudent.put(
                        student, String.format(Locale.ROOT, "student-%0" + digits + "d", byStudent.size() + 1)));
    }

    /** From student to pseudonym, in the order of the pseudonyms. */
    Map<String, String> all() {
        return byStudent;
    }

    /**
     * The same submission under its pseudonym, made only of what the grader itself says. Nothing is searched for names:
     * whatever may hold words of a student, of a file or of whoever marks is left out.
     */
    GradedSubmission of(GradedSubmission graded) {
        String pseudonym = byStudent.get(graded.student());
        List<GradedSubmission.Part> parts =
                graded.parts().stream().map(part -> part(part, pseudonym)).toList();
        return new GradedSubmission(marked(graded.marked(), pseudonym), graded.status(), parts);
    }

    private static MarkedSubmission marked(MarkedSubmission marked, String pseudonym) {
        HandIn handIn =
                new HandIn(pseudonym, pseudonym, "", "", "", marked.handIn().lateness(), List.of());
        List<String> remarks =
                marked.remarks().stream().map(Redaction::remark).distinct().toList();
        List<Incident> incidents =
                marked.incidents().stream().map(Redaction::incident).distinct().toList();
        return new MarkedSubmission(
                handIn,
                marked.status(),
                Redaction.nothingOf(marked.problem()),
                "",
                marked.sandboxed(),
                marked.exercises().stream().map(Pseudonyms::mark).toList(),
                remarks,
                incidents);
    }

    private static GradedSubmission.Part part(GradedSubmission.Part part, String pseudonym) {
        return new GradedSubmission.Part(
                part.exercise(),
                part.mark().map(Pseudonyms::mark),
                part.override()
                        .map(row -> new Overrides.Row(
                                pseudonym, row.exercise(), row.points(), Redaction.nothingOf(row.reason()))),
                part.points());
    }

    private static ExerciseMark mark(ExerciseMark mark) {
        List<TestMark> tests = mark.tests().stream()
                .map(test -> new TestMark(
                        test.cell(),
                        test.name(),
                        test.hidden(),
                        test.passed(),
                        test.points(),
                        Redaction.lines(test.message())))
                .toList();
        return new ExerciseMark(
                mark.exercise(),
                mark.title(),
                mark.byHand(),
                mark.maximum(),
                Redaction.lines(mark.problem()),
                Redaction.lines(mark.note()),
                tests,
                Redaction.nothingOf(mark.printed()),
                Redaction.nothingOf(mark.answer()),
                mark.answered());
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every JDK has SHA-256", never);
        }
    }
}
