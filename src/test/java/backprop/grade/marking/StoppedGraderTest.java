package backprop.grade.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backprop.grade.GradeCommand;
import backprop.grade.assignment.Assignment;
import backprop.grade.hostile.HandIns;
import backprop.grade.result.ExerciseMark;
import backprop.grade.result.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The grader is stopped while a student's function computes, for longer than the function may wait. */
@Tag("default")
class StoppedGraderTest {
    private static final Path SOURCE = Path.of("exercises/01-shapes-and-counting/01-shapes-and-counting.ipynb");
    private static final String EXERCISE = "dot-product";
    private static final String SLEEP = """
          if (System.setProperty("slept", "") == null) {
              try { Thread.sleep(4000); } catch (InterruptedException e) { }
          }
      """;
    private static final int STOPPED = 9; // seconds; the limit is 7.5
    private static final int PATIENCE = 120;

    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    @Test
    void nobodyPaysForIt(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "signals as on Linux");
        new HandIns(Assignment.read(SOURCE), folder.resolve("in"))
                .changed("ada", Map.of(EXERCISE, text -> text.replace(") {\n", ") {\n" + SLEEP)));
        Process grader = started(folder);
        try {
            until(() -> grader.descendants().anyMatch(StoppedGraderTest::isExecutor) || !grader.isAlive());
            TimeUnit.SECONDS.sleep(2); // it sleeps by now
            signal(grader, "-STOP");
            TimeUnit.SECONDS.sleep(STOPPED);
            signal(grader, "-CONT");
            assertThat(grader.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
            assertThat(grader.exitValue())
                    .as(Files.readString(folder.resolve("said")))
                    .isZero();
        } finally {
            grader.destroyForcibly();
        }
        for (ExerciseMark mark : new Results(folder.resolve("out"), sentence -> {})
                .read("ada")
                .orElseThrow()
                .exercises()) {
            assertThat(mark.byHand() ? mark.maximum() : mark.points())
                    .as("%s %s", mark.exercise(), mark.tests())
                    .isEqualTo(mark.maximum());
        }
    }

    private static Process started(Path folder) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        GradeCommand.class.getName(),
                        SOURCE.toString(),
                        folder.resolve("in").toString(),
                        "--out",
                        folder.resolve("out").toString(),
                        "--no-sandbox"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private static boolean isExecutor(ProcessHandle process) {
        try { // the handle knows no line as long as this one
            String line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return line.contains("backprop.grade.executor.Executor") && !line.contains("ArchiveClassesAtExit");
        } catch (IOException ended) {
            return false;
        }
    }

    private static void until(BooleanSupplier there) throws InterruptedException {
        for (int k = 0; k < PATIENCE * 50 && !there.getAsBoolean(); k++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static void signal(Process process, String signal) throws Exception {
        assertThat(new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
