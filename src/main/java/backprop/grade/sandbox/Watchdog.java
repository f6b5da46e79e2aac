package backprop.grade.sandbox;

import backprop.exercise.RunningClock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks every 25 ms at what each process in a sandbox uses, and ends those that use too much. Its clock stands still while
 * the grader itself is stopped, as with a laptop that sleeps.
 */
final class Watchdog {
    private static final int PERIOD = 25; // milliseconds
    private static final RunningClock CLOCK = new RunningClock();
    private static final Set<SandboxProcess> PROCESSES = ConcurrentHashMap.newKeySet();

    static {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "watchdog");
            thread.setDaemon(true);
            return thread;
        });
        var unused = timer.scheduleWithFixedDelay(Watchdog::look, PERIOD, PERIOD, TimeUnit.MILLISECONDS);
    }

    private Watchdog() {}

    private static void look() {
        long unused = CLOCK.nanos();
        PROCESSES.forEach(Watchdog::look);
    }

    /** For how many nanoseconds the grader has run. */
    static long nanos() {
        return CLOCK.nanos();
    }

    /** How often it was stopped. */
    static int pauses() {
        return CLOCK.pauses();
    }

    /** The watchdog goes on, whatever a look meets. */
    private static void look(SandboxProcess process) {
        try {
            process.look();
        } catch (RuntimeException e) {
            process.close();
        }
    }

    static void over(SandboxProcess process) {
        PROCESSES.add(process);
    }

    static void leave(SandboxProcess process) {
        PROCESSES.remove(process);
    }
}
