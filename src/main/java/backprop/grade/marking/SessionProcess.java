package backprop.grade.marking;

import backprop.grade.sandbox.ProcessExit;
import backprop.grade.sandbox.SandboxLauncher;
import backprop.grade.sandbox.SandboxProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * The executor's process in which a session runs at the moment, one after the other; all of them together have one budget
 * of time.
 */
final class SessionProcess implements AutoCloseable {
    private static final double CLEARING = 1; // seconds of the processor

    private final SandboxLauncher launcher;
    private final PhaseTimer timer;
    private final Consumer<String> printed;
    private final TimeBudget budget = new TimeBudget();
    private SandboxProcess process;
    private ExecutorClient client;

    /**
     * None yet.
     *
     * @param printed takes what the student's code prints
     */
    SessionProcess(SandboxLauncher launcher, PhaseTimer timer, Consumer<String> printed) {
        this.launcher = launcher;
        this.timer = timer;
        this.printed = printed;
    }

    /** Whether one was started and not closed; it may have ended of itself. */
    boolean isStarted() {
        return process != null;
    }

    boolean isAlive() {
        return isStarted() && process.alive();
    }

    /**
     * Starts one.
     *
     * @param seconds of the processor that its first work may take
     * @throws ProcessExit if the budget is spent
     */
    void start(double seconds) throws ProcessExit {
        if (budget.left(seconds, 0) == 0) {
            throw new ProcessExit(ProcessExit.Cause.TIME);
        }
        try {
            process = timer.<SandboxProcess, IOException, ProcessExit>timed(PhaseTimer.Phase.START, launcher::executor);
        } catch (IOException e) {
            throw new UncheckedIOException("a virtual machine cannot be started", e);
        }
        client = new ExecutorClient(process, printed);
    }

    /** The pipe to it. */
    ExecutorClient client() {
        return client;
    }

    /**
     * What it is asked from now on may take so many seconds of the processor, or what the budget has left.
     *
     * @throws ProcessExit if the budget is spent
     */
    void allow(double seconds) throws ProcessExit {
        double left = budget.left(seconds, process.seconds());
        if (left == 0) {
            throw new ProcessExit(ProcessExit.Cause.TIME);
        }
        process.allow(left, TimeBudget.clock(left));
    }

    /** Makes sure that its pipe is clear. */
    void clear() throws ProcessExit {
        allow(CLEARING);
        client.clear();
    }

    /** What comes last has some time, whatever was used up before. */
    void reserve() {
        budget.reserve();
    }

    /** Ends it, if there is one; another may be started. */
    @Override
    public void close() {
        if (process == null) {
            return;
        }
        budget.use(process.seconds());
        process.close();
        process = null;
    }
}
