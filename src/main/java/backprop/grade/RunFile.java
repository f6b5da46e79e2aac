package backprop.grade;

import backprop.grade.result.AtomicFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * What the results in an output folder are of, {@code DIR/run.json}.
 *
 * @param assignment its name
 * @param seed with which the tests' inputs were drawn, which students must not know
 */
record RunFile(String assignment, long seed) {
    static final String FILE = "run.json";

    /** What an earlier run has left; empty where there was none, or its file is damaged. */
    static Optional<RunFile> read(Path dir) {
        Path file = dir.resolve(FILE);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(new JsonMapper().readValue(file.toFile(), RunFile.class))
                    : Optional.empty();
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    /** A seed that nobody can guess. */
    static long drawn() {
        return new SecureRandom().nextLong() >>> 1;
    }

    void write(Path dir) {
        try {
            AtomicFile.write(dir.resolve(FILE), new JsonMapper().writeValueAsString(this) + "\n");
        } catch (JsonProcessingException never) {
            throw new IllegalStateException("a name and a number can be written as JSON", never);
        }
    }
}
