package backprop.grade;

import backprop.grade.result.MarkedSubmission;
import backprop.grade.result.Results;

/**
 * What becomes of a run that is stopped by Ctrl-C or by the system: no result is written any more, for the same key
 * may have ended the sandboxes; what they run ends too; and a sentence tells how to go on.
 */
final class Interruption implements AutoCloseable {
    private final Thread hook;
    private boolean stopped;
    private boolean over;

    /** From now on. */
    Interruption() {
        hook = new Thread(this::stop, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Keeps a result, unless the run has been stopped. */
    synchronized void keep(Results results, MarkedSubmission marked) {
        if (!stopped) {
            results.write(marked);
        }
    }

    private synchronized void stop() {
        if (over) {
            return;
        }
        stopped = true;
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        System.err.println("\nStopped. What is marked is kept; the same command with --resume goes on from here.");
    }

    /** The run has come to its end, or to an error of its own. */
    @Override
    public void close() {
        synchronized (this) {
            over = true;
        }
        try {
            boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // the sentence has been said
        }
    }
}
