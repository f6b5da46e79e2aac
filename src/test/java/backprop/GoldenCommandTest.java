package backprop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code course golden} names what is off, and refuses in one sentence what it cannot read. */
class GoldenCommandTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    /** An exit code with what was printed. */
    private record Answer(int code, String out, String err) {}

    @TempDir
    private Path folder;

    @Test
    void theKitPassesAllFiles() {
        Answer answer = golden(FOLDER.toString());
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out().lines())
                .hasSize(GoldenCases.files().size() + 1)
                .filteredOn(line -> line.startsWith("ok "))
                .hasSize(GoldenCases.files().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "activations.json | 0.2821405062916036 | 0.2821405063916036 | sigmoid, g(z[0] = -0.9338686625700963)",
                "losses.json | 4.521011769594116 | 4.521011779594116 | case 1 softmaxCrossEntropy, J",
                "networks.json | 0.683534013342968 | 0.683534023342968 | case 1 sigmoid, dW[1] (0, 0)",
                "optimizers.json | 1.2078041156340775 | 1.2078041166340775 | adam(lr=0.01,beta1=0.9,beta2=0.999,eps=1e-8), W after 1 (1, 1)",
                "batchnorm.json | 1.2519254540562124 | 1.2519254550562124 | BatchNorm, dγ (0, 0)",
                "convolution.json | -1.4006246210956572 | -1.4006246220956572 | conv2d 1, dW (0, 0)",
                "activations.json | 0.2821405062916036 | NaN | sigmoid, g(z[0] = -0.9338686625700963)"
            })
    void aValueThatIsOffIsNamed(String file, String golden, String other, String where) throws IOException {
        String content = Files.readString(FOLDER.resolve(file));
        Files.writeString(folder.resolve(file), content.replace(golden, other));
        Answer answer = golden(folder.toString());
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).startsWith("FAIL").contains("at " + where, "1 of 1 files");
    }

    @Test
    void otherNumbersSizesAndHyperparametersAreCompared() throws IOException {
        write("activations.json", """
        {"z": [-1, 2], "functions": {"leakyRelu(0.3)": {"a": [-0.3, 2], "dadz": [0.3, 1]},
         "elu(2)": {"a": [-1.2642411176571153, 2], "dadz": [0.7357588823428847, 1]}}}
        """);
        write("optimizers.json", """
        {"w0": {"rows": 1, "cols": 1, "data": [1]}, "grads": [{"rows": 1, "cols": 1, "data": [2]}],
         "after": {"sgd(lr=0.25)": [{"rows": 1, "cols": 1, "data": [0.5]}],
          "adam(lr=0.5,beta1=0.5,beta2=0.5,eps=2)": [{"rows": 1, "cols": 1, "data": [0.75]}]}}
        """);
        Answer answer = golden(folder.toString());
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).contains("     8 values", "     2 values");
        assertThat(answer.code()).isZero();
    }

    @Test
    void whatHighPrecisionDecidesIsSaid() throws IOException {
        write("activations.json", """
        {"z": [21], "functions": {"softplus": {"a": [21.0], "dadz": [1.0]}}}
        """);
        Answer answer = golden(folder.toString());
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("not decided by the file: softplus, g'(z[0] = 21.0)", "high precision 0.99999999924");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cases\": [{\"kind\": ",
                "[1, 2]",
                "{}",
                "{\"cases\": []}",
                "{\"cases\": [{\"kind\": \"hinge\", \"Z\": {}}]}",
                "{\"cases\": [{\"kind\": \"squaredError\", \"Z\": {\"rows\": 1, \"cols\": 2, \"data\": [1]}}]}",
                "{\"cases\": [{\"kind\": \"squaredError\", \"Z\": {\"rows\": 0, \"cols\": 1, \"data\": []}}]}",
                "{\"cases\": [{\"kind\": \"squaredError\", \"Z\": {\"rows\": 1, \"cols\": 1, \"data\": [\"1\"]}}]}",
                "PK\u0003\u0004",
                ""
            })
    void aForeignOrDamagedFileIsRefusedInOneSentence(String content) throws IOException {
        write("losses.json", content);
        Answer answer = golden(folder.toString());
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err())
                .contains("losses.json")
                .doesNotContain("Exception")
                .endsWith(".\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mish", "leakyRelu", "leakyRelu(a)", "sigmoid(3)", "elu(1,2)", "elu((1)"})
    void anUnknownFunctionIsRefusedByItsName(String name) throws IOException {
        write("activations.json", "{\"z\": [1], \"functions\": {\"%s\": {\"a\": [1], \"dadz\": [1]}}}".formatted(name));
        Answer answer = golden(folder.toString());
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).startsWith("activations.json, ").contains(name);
        assertThat(answer.err().lines()).hasSize(1);
    }

    @Test
    void aFolderWithoutGoldenFilesIsRefused() throws IOException {
        assertThat(golden(folder.toString()).err()).contains("but it holds none");
        assertThat(golden(folder.resolve("nowhere").toString()).err()).contains("but it is not there");
        write("other.json", "{}");
        Answer answer = golden(folder.toString());
        assertThat(answer.code()).isEqualTo(2);
        assertThat(golden(folder.resolve("other.json").toString()).err()).contains("but it is a file");
        for (List<String> args : List.of(List.<String>of(), List.of("a", "b"), List.of("--fast", "a"))) {
            assertThat(golden(args.toArray(String[]::new)).code()).isEqualTo(2);
        }
    }

    @Test
    void anUnknownFileBesideKnownOnesIsLeftOutAloud() throws IOException {
        Files.copy(FOLDER.resolve("batchnorm.json"), folder.resolve("batchnorm.json"));
        write("lstm.json", "{}");
        assertThat(golden(folder.toString()).out())
                .startsWith("lstm.json is left out")
                .contains("ok ");
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }

    private static Answer golden(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = GoldenCommand.commandLine();
        command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = command.execute(args);
        return new Answer(code, out.toString(), err.toString());
    }
}
