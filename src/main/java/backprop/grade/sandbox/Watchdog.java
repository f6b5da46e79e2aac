package backprop.grade.sandbox;

import backprop.exercise.RunningClock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks again and again at what the guests use, and at the clock, which stands still while the grader does. */
final class Watchdog {
    private static final int PERIOD = 25; // milliseconds
    private static final RunningClock CLOCK = new RunningClock();
    private static final Set<SandboxProcess> GUESTS = ConcurrentHashMap.newKeySet();

    static {
        ScheduledExecutorService eye = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "watch");
            thread.setDaemon(true);
            return thread;
        });
        var unused = eye.scheduleWithFixedDelay(Watchdog::look, PERIOD, PERIOD, TimeUnit.MILLISECONDS);
    }

    private Watchdog() {}

    private static void look() {
        long unused = CLOCK.nanos();
        GUESTS.forEach(Watchdog::look);
    }

    /** For how many nanoseconds the grader has run. */
    static long nanos() {
        return CLOCK.nanos();
    }

    /** How often it was stopped. */
    static int pauses() {
        return CLOCK.pauses();
    }

    /** The watch goes on, whatever a look meets. */
    private static void look(SandboxProcess guest) {
        try {
            guest.look();
        } catch (RuntimeException e) {
            guest.close();
        }
    }

    static void over(SandboxProcess guest) {
        GUESTS.add(guest);
    }

    static void leave(SandboxProcess guest) {
        GUESTS.remove(guest);
    }
}
