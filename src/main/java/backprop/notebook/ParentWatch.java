package backprop.notebook;

import java.util.concurrent.TimeUnit;

/**
 * Ends a kernel whose server is gone, however it ended: nobody else would, for a kernel whose connection is silent
 * waits for the next front end.
 */
final class ParentWatch {
    /** What Jupyter gives a kernel that shall not outlive the process that started it. */
    private static final String PARENT = "JPY_PARENT_PID";

    private static final long REST = 500; // milliseconds

    private ParentWatch() {}

    /** Watches the process that started this kernel, if Jupyter names it. */
    static void start() {
        String parent = System.getenv(PARENT);
        if (parent == null || !parent.matches("[1-9]\\d{0,17}")) {
            return;
        }
        ProcessHandle.of(Long.parseLong(parent))
                .ifPresentOrElse(ParentWatch::watch, () -> Runtime.getRuntime().halt(1));
    }

    private static void watch(ProcessHandle parent) {
        boolean direct = isParent(parent);
        Thread thread = new Thread(() -> haltAfter(parent, direct), "watches the parent");
        thread.setDaemon(true);
        thread.start();
    }

    /** A parent that has died may be left in the table of processes; its child has another parent then. */
    private static boolean isParent(ProcessHandle other) {
        return ProcessHandle.current().parent().filter(other::equals).isPresent();
    }

    private static void haltAfter(ProcessHandle parent, boolean direct) {
        try {
            while (parent.isAlive() && (!direct || isParent(parent))) {
                TimeUnit.MILLISECONDS.sleep(REST);
            }
        } catch (InterruptedException ended) {
            return;
        }
        Runtime.getRuntime().halt(1);
    }
}
