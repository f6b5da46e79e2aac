package backprop.exercise;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Keeps what a learner's function prints, on stdout or stderr, from the notebook: nbgrader gives a cell with a word on
 * stderr no points. A call that prints more than {@link Limit#PRINTED} bytes is ended.
 */
final class Console {
    private static final int MOST = 1000; // bytes that are shown
    private static final int FREEZING = 50; // milliseconds in which a loop surely prints

    private final ThreadGroup learner;
    private final boolean silent;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean more;
    private long count; // bytes in this call
    private volatile boolean frozen;
    private volatile boolean restored;

    /** Ends a call that prints without end. It may be caught, but comes again from whatever the call prints then. */
    static final class PrintedTooMuch extends Error {
        private static final long serialVersionUID = 1L;

        PrintedTooMuch() {
            super(null, null, false, false);
        }
    }

    private Console(ThreadGroup learner, boolean silent) {
        this.learner = learner;
        this.silent = silent;
    }

    /** From now on, what the threads of a group print is kept. */
    static Console apartFor(ThreadGroup learner) {
        return installed(new Console(learner, false));
    }

    /**
     * From now on, what anybody prints is dropped, but counted where it is the group that prints: it may tell of what
     * nobody may read.
     */
    static Console silent(ThreadGroup learner) {
        return installed(new Console(learner, true));
    }

    private static Console installed(Console console) {
        System.setOut(console.routed(console.out));
        System.setErr(console.routed(console.err));
        return console;
    }

    /** A call of the function begins. */
    void begin() {
        synchronized (kept) {
            count = 0;
        }
    }

    /** Whether the call printed more than it may. */
    boolean isFlooded() {
        synchronized (kept) {
            return count > Limit.PRINTED;
        }
    }

    /**
     * From now on, a thread of the group that prints never comes back from it: a loop that prints for ever would
     * otherwise write into the cells that follow.
     */
    void freeze() throws InterruptedException {
        frozen = true;
        Thread.sleep(FREEZING);
    }

    /** Puts the streams back. */
    void restore() {
        restored = true;
        System.setOut(out);
        System.setErr(err);
    }

    /** The beginning of what was printed. */
    String printed() {
        synchronized (kept) {
            return kept.toString(StandardCharsets.UTF_8) + (more && !silent ? "…" : "");
        }
    }

    private PrintStream routed(PrintStream original) {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        write(new byte[] {(byte) b}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        if (Thread.currentThread().getThreadGroup() == learner) {
                            while (frozen) {
                                LearnerThread.rest();
                            }
                            keep(bytes, from, length);
                        } else if (!silent || restored) {
                            original.write(bytes, from, length);
                        }
                    }

                    @Override
                    public void flush() {
                        original.flush();
                    }
                },
                true,
                StandardCharsets.UTF_8);
    }

    private void keep(byte[] bytes, int from, int length) {
        synchronized (kept) {
            int room = silent ? 0 : Math.min(length, MOST - kept.size());
            kept.write(bytes, from, room);
            more |= room < length;
            count += length;
            if (count > Limit.PRINTED) {
                throw new PrintedTooMuch();
            }
        }
    }
}
