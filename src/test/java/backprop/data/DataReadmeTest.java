package backprop.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataReadmeTest {
    @ParameterizedTest
    @ValueSource(strings = {"digits.csv", "iris.csv"})
    void theReadmeGivesTheSha256OfTheFileThatIsThere(String name) throws Exception {
        byte[] file = Files.readAllBytes(Path.of("data", name));
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        assertThat(Path.of("data", "README.md")).content().contains(sha256);
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits.csv", "iris.csv"})
    void theJarCarriesTheSameFile(String name) throws Exception {
        try (var bundled = Digits.class.getResourceAsStream(name)) {
            assertThat(bundled).hasBinaryContent(Files.readAllBytes(Path.of("data", name)));
        }
    }
}
