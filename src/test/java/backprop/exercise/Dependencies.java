package backprop.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * On which other functions of an assignment each exercise stands, as its instructor's page says: with these alone
 * written it has all its points, so that a mistake in any other costs it nothing.
 */
final class Dependencies {
    private static final Pattern CALLED = Pattern.compile("`([\\w-]+)`");
    private final Assignment assignment;
    private final String stub;

    Dependencies(Assignment assignment, String stub) {
        this.assignment = assignment;
        this.stub = stub;
    }

    /** Writes one exercise after the other, with what it calls, where nothing else is written. */
    void isAsThePageSays() throws IOException, ClassNotFoundException {
        try (ExerciseShell shell = new ExerciseShell()) {
            for (Assignment.Cell cell : assignment.cells()) {
                if (cell.solution() && cell.code()) {
                    shell.run(cell.released(stub));
                }
                if (cell.isGiven()) {
                    shell.run(cell.body());
                }
            }
            for (Assignment.Cell cell : assignment.cells()) {
                if (cell.isCheck()) {
                    stands(shell, cell);
                }
            }
        }
    }

    private void stands(ExerciseShell shell, Assignment.Cell check) throws IOException, ClassNotFoundException {
        String own = check.id().replaceFirst("check-", "");
        List<String> called = called(Contracts.title(AssignmentTest.contract(check)));
        called.forEach(cell -> shell.run(assignment.cell(cell).source()));
        shell.run(assignment.cell(own).source());
        assertThat(shell.score(check.body()).points())
                .as("%s with %s alone", own, called)
                .isEqualTo(check.points());
        for (String cell : called) {
            shell.run(assignment.cell(cell).released(stub));
            assertThat(shell.score(check.body()).points())
                    .as("%s without %s", own, cell)
                    .isLessThan(check.points());
            shell.run(assignment.cell(cell).source());
        }
        called.forEach(cell -> shell.run(assignment.cell(cell).released(stub)));
        shell.run(assignment.cell(own).released(stub));
    }

    private List<String> called(String title) throws IOException {
        String row = Files.readAllLines(Path.of("exercises", assignment.name(), "instructor.md")).stream()
                .filter(line -> line.startsWith("| " + title + " `"))
                .findFirst()
                .orElseThrow();
        return CALLED.matcher(row.substring(row.lastIndexOf("| ", row.length() - 3)))
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
