package backprop.grade.submission;

import backprop.grade.result.GradeException;
import backprop.grade.result.HandIn;
import backprop.grade.result.UnreachableException;
import java.io.InputStream;

/**
 * What a student handed in, not yet read.
 *
 * @param handIn who, what and when
 * @param problem why there is nothing to read, as a sentence; empty where there is
 * @param origin where its bytes are
 */
public record Submission(HandIn handIn, String problem, FileSource origin) {
    /**
     * Reads the notebook, each time anew.
     *
     * @param <T> what comes of it
     * @param use takes its bytes, no more than 256 MiB
     * @return what comes of it
     * @throws GradeException when it cannot be read; the message says why
     * @throws UnreachableException when that is no fault of the file
     */
    public <T> T read(FileSource.Use<T> use) {
        if (problem.startsWith(FileSource.UNREACHABLE)) {
            throw new UnreachableException(problem);
        }
        if (!problem.isEmpty()) {
            throw new GradeException(problem);
        }
        return origin.read(use);
    }

    byte[] bytes() {
        return read(InputStream::readAllBytes);
    }
}
