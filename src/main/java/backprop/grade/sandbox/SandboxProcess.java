package backprop.grade.sandbox;

import backprop.grade.executor.CapturedOutput;
import backprop.grade.protocol.MessageChannel;
import backprop.grade.protocol.ProtocolException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A virtual machine in a sandbox, with a pipe to it and a watchdog over what it uses. */
public final class SandboxProcess implements AutoCloseable {
    private static final int MOST_THREADS = 150;
    private static final long MOST_MEMORY = 1L << 30; // bytes
    private static final int OUT_OF_MEMORY = 3; // its exit code, by -XX:+ExitOnOutOfMemoryError
    private static final int FILES_EACH = 8; // looks
    private static final int ENDING = 5; // seconds in which a process that closed its pipe must end

    private static final ProcessUsage NOTHING = new ProcessUsage(0, 0, 0);
    private final Sandbox sandbox;
    private final Process process;
    private final MessageChannel frames;
    private volatile ProcessExit.Cause cause;
    private volatile double limit; // seconds of the processor since it was started
    private volatile long deadline; // of the watchdog's clock, in nanoseconds
    private volatile int pauses; // of the watchdog's clock before what it is asked now
    private volatile boolean busy;
    private volatile double seen; // seconds of the processor, when last looked at
    private int looks; // by the watchdog alone
    private volatile ProcessHandle inside; // the virtual machine itself

    /** Around a process that was started in a sandbox. */
    SandboxProcess(Sandbox sandbox, Process process) {
        this.sandbox = sandbox;
        this.process = process;
        this.frames = new MessageChannel(process.getInputStream(), process.getOutputStream());
        Watchdog.over(this);
    }

    /**
     * What it is asked from now on may take so long, all together.
     *
     * @param seconds of the processor
     * @param waiting seconds of the clock, while the grader runs
     */
    public void allow(double seconds, double waiting) {
        limit = usage().seconds() + seconds;
        deadline = Watchdog.nanos() + (long) (waiting * 1e9);
        pauses = Watchdog.pauses();
    }

    /**
     * Asks something.
     *
     * @param message the question
     * @return the answer
     * @throws ProcessExit if it ended, or had to be ended
     */
    public byte[] ask(byte[] message) throws ProcessExit {
        busy = true;
        try {
            frames.write(message);
            return frames.read();
        } catch (ProtocolException e) {
            throw exited(ProcessExit.Cause.PIPE);
        } catch (IOException e) {
            throw exited(null);
        } finally {
            busy = false;
        }
    }

    /**
     * Waits for its first message.
     *
     * @return the message
     * @throws ProcessExit if none comes
     */
    public byte[] hear() throws ProcessExit {
        busy = true;
        try {
            return frames.read();
        } catch (IOException e) {
            throw exited(null);
        } finally {
            busy = false;
        }
    }

    /**
     * What the kernel does not keep it from, as the end of a sentence; once it has said something, for it is set up by
     * then.
     */
    Optional<String> lack() {
        return machine().map(sandbox::lack).orElse(Optional.of("its process cannot be found"));
    }

    /**
     * It wrote something that it must not write.
     *
     * @return to be thrown
     */
    public ProcessExit wrote() {
        return exited(ProcessExit.Cause.PIPE);
    }

    /**
     * How many seconds of the processor it has used.
     *
     * @return seconds
     */
    public double seconds() {
        seen = Math.max(seen, usage().seconds());
        return seen;
    }

    /**
     * Whether it is there.
     *
     * @return true if so
     */
    public boolean alive() {
        return cause == null && process.isAlive();
    }

    /** Ends it at once. */
    @Override
    public void close() {
        Watchdog.leave(this);
        kill();
    }

    /** Ends it if it uses too much; called by the watchdog. */
    void look() {
        if (!busy) {
            return;
        }
        ProcessUsage usage = usage();
        seen = usage.seconds();
        if (usage.seconds() > limit) {
            kill(ProcessExit.Cause.TIME);
        } else if (Watchdog.nanos() > deadline) {
            kill(ProcessExit.Cause.WAITING);
        } else if (usage.threads() > MOST_THREADS) {
            kill(ProcessExit.Cause.THREADS);
        } else if (usage.bytes() > MOST_MEMORY || crowded()) {
            kill(ProcessExit.Cause.MEMORY);
        }
    }

    /** Now and then, for it takes longer than all else. */
    private boolean crowded() {
        looks++;
        return looks % FILES_EACH == 0 && machine().filter(sandbox::crowded).isPresent();
    }

    private void kill(ProcessExit.Cause why) {
        cause = why;
        kill();
    }

    /** Ends the virtual machine, and with it all that is in its sandbox, which then ends of itself. */
    private void kill() {
        if (inside == null || !inside.destroyForcibly()) {
            process.destroyForcibly();
        }
    }

    private ProcessExit exited(ProcessExit.Cause seen) {
        if (cause == null) {
            cause = seen == null ? exitCause() : seen;
        }
        close();
        return new ProcessExit(cause, cause == ProcessExit.Cause.WAITING && pauses != Watchdog.pauses());
    }

    private ProcessExit.Cause exitCause() {
        try {
            if (!process.waitFor(ENDING, TimeUnit.SECONDS)) {
                return ProcessExit.Cause.PIPE;
            }
            return switch (process.exitValue()) {
                case OUT_OF_MEMORY -> ProcessExit.Cause.MEMORY;
                case CapturedOutput.EXIT -> ProcessExit.Cause.OUTPUT;
                default -> ProcessExit.Cause.EXIT;
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ProcessExit.Cause.EXIT;
        }
    }

    private ProcessUsage usage() {
        return machine().map(found -> ProcessUsage.of(found.pid())).orElse(NOTHING);
    }

    /** The virtual machine itself, which is not there before it is set up. */
    Optional<ProcessHandle> machine() {
        if (inside == null) {
            inside = sandbox.machine(process).orElse(null);
        }
        return Optional.ofNullable(inside);
    }
}
