package backprop.exercise;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Where a learner's function runs. When it calls System.exit, the virtual machine waits for its shutdown hooks, and
 * ours does not return: so the function hangs, the notebook lives on, and the learner reads what happened.
 */
final class LearnerThread {
    private static volatile LearnerThread current;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(LearnerThread::refuse, "no System.exit from exercises"));
    }

    private final ThreadGroup group = new ThreadGroup("learner");
    private final ExecutorService executor = Executors.newSingleThreadExecutor(this::made);
    private volatile Thread thread;
    private volatile CompletableFuture<Object> call;

    /** The function called System.exit. */
    static final class ExitCalled extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** A call that may throw whatever it likes. */
    interface Call {
        Object run() throws Throwable;
    }

    ThreadGroup group() {
        return group;
    }

    /** Starts a call; its result, or what it throws, comes by the future. */
    CompletableFuture<Object> call(Call task) {
        CompletableFuture<Object> future = new CompletableFuture<>();
        call = future;
        current = this;
        executor.execute(() -> {
            try {
                future.complete(task.run());
            } catch (Throwable e) { // a learner's function may throw anything
                future.completeExceptionally(e);
            }
        });
        return future;
    }

    /**
     * What the thread has used of the processor.
     *
     * @return nanoseconds; 0 before it runs
     */
    long nanos() {
        Thread learner = thread;
        return learner == null ? 0 : TimeLimit.computedBy(learner);
    }

    /** No more calls; one that still runs is interrupted, for what that may help. */
    void end() {
        executor.shutdownNow();
    }

    /** The priority is for a function that never returns: the notebook's own work comes first. */
    @SuppressWarnings("ThreadPriorityCheck")
    private Thread made(Runnable work) {
        Thread made = new Thread(group, work, "learner");
        made.setDaemon(true);
        made.setPriority(Thread.MIN_PRIORITY);
        thread = made;
        return made;
    }

    /** Runs as the virtual machine shuts down, and returns at once unless it is a learner's function that asks. */
    private static void refuse() {
        LearnerThread asking = current;
        if (asking == null || !asking.exits()) {
            return;
        }
        asking.call.completeExceptionally(new ExitCalled());
        while (true) {
            rest();
        }
    }

    /** Sleeps until somebody wakes this thread, which may be at once. */
    static void rest() {
        if (!Thread.interrupted()) {
            LockSupport.park();
        }
    }

    private boolean exits() {
        Thread learner = thread;
        return learner != null
                && Arrays.stream(learner.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals("java.lang.Runtime")
                                && frame.getMethodName().equals("exit"));
    }
}
