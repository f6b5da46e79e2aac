package backprop.grade.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backprop.grade.result.GradeException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No virtual machine outlives the grader, however that ends. */
@Tag("default")
class MachineLifeTest {
    private static final int ENDING = 100; // tenths of a second in which what was killed is gone
    private static final Path JDK = Path.of(System.getProperty("java.home"));

    /** A grader that starts a player and a compiler, tells their processes, and waits. */
    static final class Grader {
        private Grader() {}

        /**
         * Starts and waits.
         *
         * @param args a folder
         * @throws Exception if it cannot
         */
        @SuppressWarnings("SystemOut") // it is a program of its own
        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            Bubblewrap sandbox = new Bubblewrap(JDK, folder);
            SandboxLauncher launcher = new SandboxLauncher(
                    sandbox, SandboxJar.prepared(sandbox, JDK.toRealPath(), folder, sentence -> {}));
            try (SandboxProcess executor = launcher.executor();
                    SandboxProcess compiler = launcher.compiler()) {
                List<Long> all = ProcessHandle.current()
                        .descendants()
                        .map(ProcessHandle::pid)
                        .toList();
                System.out.println(
                        String.join(" ", all.stream().map(String::valueOf).toList()));
                TimeUnit.MINUTES.sleep(1);
                throw new IllegalStateException(executor.seconds() + " and " + compiler.seconds() + " seconds");
            }
        }
    }

    @Test
    void whatRunsInTheSandboxEndsWithAGraderThatIsKilled(@TempDir Path folder) throws Exception {
        requireBubblewrap(folder);
        Process grader = new ProcessBuilder(
                        JDK.resolve("bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Grader.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(grader.getInputStream(), StandardCharsets.UTF_8))) {
            List<ProcessHandle> all = Stream.of(said.readLine().split(" ", -1))
                    .map(Long::parseLong)
                    .flatMap(process -> ProcessHandle.of(process).stream())
                    .toList();
            assertThat(all).as("bubblewrap, its first process, Java; twice").hasSize(6);
            grader.destroyForcibly().waitFor();
            for (int k = 0; k < ENDING && all.stream().anyMatch(ProcessHandle::isAlive); k++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertThat(all).noneMatch(ProcessHandle::isAlive);
        } finally {
            grader.destroyForcibly();
        }
    }

    /** A virtual machine is two steps below what was started; its first process is bubblewrap's. */
    @Test
    void theMachineIsJavaItself(@TempDir Path folder) throws IOException {
        Bubblewrap sandbox = requireBubblewrap(folder);
        SandboxLauncher launcher =
                new SandboxLauncher(sandbox, SandboxJar.prepared(sandbox, JDK.toRealPath(), folder, sentence -> {}));
        try (SandboxProcess executor = launcher.executor()) {
            assertThat(executor.seconds()).isPositive();
            assertThat(executor.machine().orElseThrow().info().command())
                    .hasValueSatisfying(command -> assertThat(command).endsWith("/bin/java"));
        }
    }

    private static Bubblewrap requireBubblewrap(Path folder) {
        try {
            return new Bubblewrap(JDK, folder);
        } catch (GradeException why) {
            assumeTrue(false, why.getMessage());
            throw why;
        }
    }
}
