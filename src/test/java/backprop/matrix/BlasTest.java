package backprop.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class BlasTest {
    @Test
    void openBlasIsUsedWhereTheBuildLaidIt() {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("target", "natives")), "no natives were laid");
        assertThat(Blas.describe()).isEqualTo("OpenBLAS (native)");
    }

    @Test
    void pureJavaComputesTheSameProductAndSaysNothing() throws Exception {
        assertThat(inOwnJvm("-Dbackprop.blas=java")).isEqualTo("pure Java 130 330");
    }

    @Test
    void nativeBlasSaysNothingEither() throws Exception {
        assertThat(inOwnJvm("-Dbackprop.blas=native")).isEqualTo(Blas.describe() + " 130 330");
    }

    /** What a JVM with this option prints on both streams. */
    private static String inOwnJvm(String option) throws IOException, InterruptedException {
        List<String> command = Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:-UsePerfData",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        option,
                        "-cp",
                        System.getProperty("java.class.path"),
                        BlasProbe.class.getName())
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output.strip();
    }
}
