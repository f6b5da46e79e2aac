package backprop.grade.report;

import backprop.grade.result.ExerciseMark;
import backprop.grade.result.HandIn;
import backprop.grade.result.Incident;
import backprop.grade.result.Marked;
import backprop.grade.result.Results;
import backprop.grade.result.TestMark;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A class without names: student-001 and so on, the same at every run. The order is one of hashes over the seed and
 * what was handed in, so that it tells no name, not even to somebody who has the list of the class. */
final class Pseudonyms {
  private static final int SHORT = 3;

  private final Map<String, String> byStudent = new LinkedHashMap<>();

  Pseudonyms(About about, Results results) {
    Map<String, String> byHash = new TreeMap<>();
    results.forEach(marked -> {
      String student = marked.handIn().student();
      byHash.put(hash(about.seed() + "\n" + marked.fingerprint() + "\n" + student), student);
    });
    int digits = Math.max(SHORT, Integer.toString(byHash.size()).length());
    byHash.values().forEach(student -> byStudent.put(student,
        String.format(Locale.ROOT, "student-%0" + digits + "d", byStudent.size() + 1)));
  }

  /** From student to pseudonym, in the order of the pseudonyms. */
  Map<String, String> all() { return byStudent; }

  /** The same submission under its pseudonym. Where it was found and what was said of its files is left out, for that
   * holds names; so do texts, where the student's name and key are replaced. */
  Graded of(Graded graded) {
    String pseudonym = byStudent.get(graded.student());
    Names names = Names.of(graded.marked().handIn(), pseudonym);
    List<Graded.Part> parts = graded.parts().stream().map(part -> part(part, pseudonym, names)).toList();
    return new Graded(marked(graded.marked(), pseudonym, names), graded.status(), parts);
  }

  private static Marked marked(Marked marked, String pseudonym, Names names) {
    HandIn handIn = new HandIn(pseudonym, pseudonym, "", "", "", marked.handIn().lateness(), List.of());
    return new Marked(handIn, marked.status(), names.out(marked.problem()), "", marked.sandboxed(),
        marked.exercises().stream().map(mark -> mark(mark, names)).toList(),
        marked.remarks().stream().map(names::out).toList(), marked.incidents().stream()
            .map(incident -> new Incident(names.out(incident.where()), names.out(incident.what()))).toList());
  }

  private static Graded.Part part(Graded.Part part, String pseudonym, Names names) {
    return new Graded.Part(part.exercise(), part.mark().map(mark -> mark(mark, names)),
        part.override().map(row -> new Overrides.Row(pseudonym, row.exercise(), row.points(), names.out(row.reason()))),
        part.points());
  }

  private static ExerciseMark mark(ExerciseMark mark, Names names) {
    List<TestMark> tests = mark.tests().stream().map(test -> new TestMark(test.cell(), test.name(), test.hidden(),
        test.passed(), test.points(), names.out(test.message()))).toList();
    return new ExerciseMark(mark.exercise(), mark.title(), mark.byHand(), mark.maximum(), names.out(mark.problem()),
        mark.note(), tests, names.out(mark.printed()), names.out(mark.answer()), mark.answered());
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every JDK has SHA-256", never);
    }
  }

  /** What names a student, and what stands there instead. */
  private record Names(Pattern pattern, String pseudonym) {
    static Names of(HandIn handIn, String pseudonym) {
      String either = String.join("|",
          Stream
              .concat(Stream.of(handIn.name(), handIn.student(), handIn.platformId()),
                  Arrays.stream(handIn.name().split("[\\s,]+")))
              .filter(name -> name.length() >= SHORT).map(Pattern::quote).toList());
      String pattern = either.isEmpty() ? "(?!)" : "(?<![\\p{L}\\p{N}])(" + either + ")(?![\\p{L}\\p{N}])";
      return new Names(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), pseudonym);
    }

    String out(String text) { return pattern.matcher(text).replaceAll(pseudonym); }
  }
}
