package backprop.grade.sandbox;

import backprop.grade.executor.CellCompiler;
import backprop.grade.protocol.MessageChannel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The training run of a program whose virtual machine writes an archive of the classes that it loaded when it ends
 * (-XX:ArchiveClassesAtExit).
 */
final class ClassArchive {
    private static final Duration LONGEST = Duration.ofMinutes(2); // a run takes some seconds

    private ClassArchive() {}

    /** Sends a program its one message, and returns when it has ended. */
    static void train(Process training) {
        try (OutputStream pipe = training.getOutputStream()) {
            new MessageChannel(InputStream.nullInputStream(), pipe)
                    .write(CellCompiler.TRAINING.getBytes(StandardCharsets.UTF_8));
        } catch (IOException needsNoMessage) {
            // it has ended already
        }
        await(training);
    }

    /** A program that does not end is ended: then there is no archive of its classes, and processes start more slowly. */
    private static void await(Process training) {
        try {
            if (training.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        training.destroyForcibly().onExit().join();
    }
}
