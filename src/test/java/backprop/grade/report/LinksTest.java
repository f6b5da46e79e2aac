package backprop.grade.report;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.grade.result.HandIn;
import backprop.grade.result.MarkedSubmission;
import backprop.grade.result.Results;
import backprop.grade.result.Status;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each link of the overview leads to a page, whatever the student is called. */
class LinksTest {
    private static final ReportInfo ABOUT = new ReportInfo(
            "04", "Title", List.of(new ReportInfo.Exercise("x", "X", false, 4)), 1, "0", true, false, List.of());

    @Test
    void linksLeadToPages(@TempDir Path dir) throws IOException {
        Results results = new Results(dir, sentence -> {});
        List<String> students =
                List.of("José+García", "李雷", "~2E~x~1F600~", "김민", "mira_1.2-b", "a".repeat(200), "कृष्ण");
        for (String student : students) {
            HandIn handIn = new HandIn(student, student, "", "", "", "late", List.of());
            results.write(new MarkedSubmission(
                    handIn, Status.UNREADABLE, "empty", "f", true, List.of(), List.of(), List.of()));
        }
        Overrides overrides = Overrides.read(dir, ABOUT, results);
        assertThat(Reports.write(dir, ABOUT, results, overrides).all()).isEqualTo(students.size());
        List<String> links = Pattern.compile("href=\"(feedback/[^\"]*)\"")
                .matcher(Files.readString(dir.resolve("overview.html")))
                .results()
                .map(MatchResult::group)
                .map(link -> link.replaceAll("href=|\"", ""))
                .distinct()
                .toList();
        assertThat(links).hasSize(students.size());
        for (String link : links) {
            URI page = dir.toUri().resolve(URI.create(URI.create(link).toASCIIString()));
            assertThat(Path.of(page)).exists();
        }
        for (String student : students) {
            assertThat(dir.resolve("gradescope").resolve(student)).isDirectory();
        }
    }
}
