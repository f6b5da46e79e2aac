package backprop.grade.report;

import backprop.grade.result.ResultsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second grader out of the folder of a first. The system lifts it when its process ends, however that is. */
public final class FolderLock implements AutoCloseable {
    private static final String FILE = ".grade.lock";

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the folder.
     *
     * @param dir the grader's output folder, which is there
     * @return to be closed when all is written
     * @throws FolderInUseException if another grader has it
     * @throws ResultsException if it cannot be written
     * @throws IOException if its file cannot be closed again
     */
    public static FolderLock of(Path dir) throws IOException {
        Path file = dir.resolve(FILE);
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException why) {
            throw new ResultsException(dir + ": must be a folder that you can write to");
        }
        if (taken(channel)) {
            channel.close();
            throw new FolderInUseException(
                    dir + ": another grader is at work there. Wait for it, or choose another folder.");
        }
        return new FolderLock(file, channel);
    }

    /**
     * Passes over a folder that no other grader has; makes nothing where nothing is.
     *
     * @param dir the grader's output folder, which need not be there
     * @throws FolderInUseException if another grader has it
     * @throws IOException if its file cannot be closed again
     */
    public static void requireFree(Path dir) throws IOException {
        if (Files.exists(dir.resolve(FILE))) {
            of(dir).close();
        }
    }

    private static boolean taken(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException ofThisProgram) {
            return true;
        } catch (IOException noLocksOnThisDisk) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
