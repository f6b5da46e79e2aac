package backprop.grade.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backprop.grade.result.GradeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kernel says of a virtual machine decides on whether students' code runs in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfinementCheckTest {
    private static final String RIGHT =
            "CapInh:\t000\nCapPrm:\t000\nCapEff:\t000\nCapBnd:\t000\nCapAmb:\t000\nNoNewPrivs:\t1\nSeccomp:\t2\n";
    private static final Path JDK = Path.of(System.getProperty("java.home"));

    private Path folder;
    private Bubblewrap sandbox;

    @BeforeAll
    void theSandboxIsThere(@TempDir Path temporary) {
        folder = temporary;
        try {
            sandbox = new Bubblewrap(JDK, folder);
        } catch (GradeException why) {
            assumeTrue(false, why.getMessage());
        }
    }

    private SandboxLauncher launcher(Bubblewrap used) throws IOException {
        return new SandboxLauncher(used, SandboxJar.prepared(used, JDK.toRealPath(), folder, sentence -> {}));
    }

    @Test
    void executorsAndCompilersLackNothing() throws IOException {
        SandboxLauncher launcher = launcher(sandbox).tried();
        try (SandboxProcess executor = launcher.executor();
                SandboxProcess compiler = launcher.compiler()) {
            assertThat(Stream.of(executor, compiler).map(SandboxProcess::lack)).allMatch(lack -> lack.isEmpty());
        }
    }

    @Test
    void theGraderItselfIsNotConfined() {
        assertThat(ConfinementCheck.lack(ProcessHandle.current().pid())).isPresent();
    }

    @Test
    void aProcessThatIsGoneIsNotConfined() {
        assertThat(ConfinementCheck.lack(Integer.MAX_VALUE)).isPresent();
    }

    /** A shell that fails at a limit and goes on, whatever the reason was. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "ulimit -c 0 -t ٦٠٠ 2>/dev/null; ", "ulimit -t 600; ulimit -n 256; ulimit -c unlimited; "})
    void aShellThatSetsOtherLimitsEndsTheRun(String limits) throws IOException {
        SandboxLauncher launcher = launcher(new Bubblewrap(JDK, folder, limits));
        assertThatThrownBy(launcher::tried)
                .isInstanceOf(GradeException.class)
                .hasMessageContainingAll(
                        "The sandbox does not hold here, so no student's code was run",
                        "must be",
                        "and is",
                        "--no-sandbox")
                .message()
                .doesNotContain("\n");
        assertThatThrownBy(launcher::compiler).isInstanceOf(NotConfinedException.class);
        assertThatThrownBy(launcher::executor).isInstanceOf(NotConfinedException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ulimit -n 100;, open files, 256",
        "ulimit -t 60;, cpu time, 600",
        "ulimit -v 4000000;, address space, 6442450944"
    })
    void aHardLimitThatIsLowerIsNamed(String before, String name, long value) throws Exception {
        int exit = new ProcessBuilder("/bin/sh", "-c", before + ResourceLimit.script() + "exit 0")
                .start()
                .waitFor();
        assumeTrue(exit != 0, "who runs this may raise limits");
        assertThatThrownBy(() -> new Bubblewrap(JDK, folder, before + ResourceLimit.script()))
                .isInstanceOf(GradeException.class)
                .hasMessageContainingAll(name, Long.toString(value), "ulimit -a");
    }

    @Test
    void theScriptEndsTheShellAtTheFirstLimitThatIsNotSet() throws Exception {
        for (String limit : ResourceLimit.script().strip().split("; ?", 0)) {
            String broken = ResourceLimit.script().replace(limit, limit.replaceFirst("\\d+", "٦٠٠"));
            int exit = new ProcessBuilder("/bin/sh", "-c", broken + "exit 0")
                    .start()
                    .waitFor();
            assertThat(limit).endsWith(" || exit " + exit);
            assertThat(ResourceLimit.refused(exit)).isPresent();
        }
    }

    @Test
    void nothingIsMissingOfAStatusThatIsRight() {
        assertThat(ConfinementCheck.lackOfStatus(RIGHT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Seccomp:\t2, Seccomp:\t0",
        "Seccomp:\t2, Seccomp:\t1",
        "NoNewPrivs:\t1, NoNewPrivs:\t0",
        "CapEff:\t000, CapEff:\t020",
        "CapBnd:\t000, CapBnd:\t1ff",
        "Seccomp:\t2, Strange:\t2"
    })
    void whatIsWrongInAStatusIsNamed(String right, String wrong) {
        String name = right.substring(0, right.indexOf(':'));
        assertThat(ConfinementCheck.lackOfStatus(RIGHT.replace(right, wrong)).orElseThrow())
                .startsWith(name + " must be");
    }

    @Test
    void eachKindOfNamespaceMustBeAnother() {
        assertThat(ConfinementCheck.lackOfNamespaces(space -> "its " + space, space -> "own " + space))
                .isEmpty();
        assertThat(ConfinementCheck.lackOfNamespaces(
                        space -> space.equals("net") ? "own net" : "its", space -> "own " + space))
                .contains("the net namespace must be its own and is the grader's");
        assertThat(ConfinementCheck.lackOfNamespaces(space -> "", space -> "own " + space))
                .isPresent();
        assertThat(ConfinementCheck.lackOfNamespaces(space -> "", space -> ""))
                .as("a kernel without them")
                .isEmpty();
    }

    @Test
    void aFolderWithTooManyFilesIsCrowded(@TempDir Path scratch) throws IOException {
        assertThat(TemporaryFiles.crowded(scratch.resolve("gone"))).isFalse();
        for (int k = 0; k < 990; k++) {
            Files.createDirectories(scratch.resolve(k % 7 + "/" + k));
        }
        assertThat(TemporaryFiles.crowded(scratch)).isFalse();
        for (int k = 0; k < 10; k++) {
            Files.createFile(scratch.resolve("0/file" + k));
        }
        assertThat(TemporaryFiles.crowded(scratch)).isTrue();
    }
}
