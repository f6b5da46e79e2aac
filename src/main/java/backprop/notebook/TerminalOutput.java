package backprop.notebook;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The terminal of Jupyter's server, as the threads of cells reach it. When a cell has ended, the kernel puts its own
 * stdout back, and a loop that was stopped, or a thread that a cell left behind, goes on printing there. Here such a
 * loop ends, and of the rest there is a beginning; what the kernel itself prints passes.
 */
final class TerminalOutput extends OutputStream {
    /** The most bytes that the threads of cells write into the terminal, all together. */
    static final int MOST = 10_000;

    private static final String END = System.lineSeparator()
            + "(Threads of cells go on printing after their cells have ended; the rest is left out here.)"
            + System.lineSeparator();

    private final PrintStream terminal;
    private int left = MOST;
    private boolean ended;

    private TerminalOutput(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** A stream of this kind. */
    private static final class Guarded extends PrintStream {
        Guarded(PrintStream terminal) {
            super(new TerminalOutput(terminal), true, charset());
        }

        private static Charset charset() {
            return Charset.forName(System.getProperty(
                    "stdout.encoding", Charset.defaultCharset().name()));
        }
    }

    /** Sends stdout and stderr through this class as long as no cell runs. */
    static synchronized void guard() {
        System.setOut(guarded(System.out));
        System.setErr(guarded(System.err));
    }

    /** Returns a stream that goes through this class; it is made only once. */
    static PrintStream guarded(PrintStream terminal) {
        return terminal instanceof Guarded ? terminal : new Guarded(terminal);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        CellThreads.endIfStopped();
        int room = CellThreads.cellOr(null) == null ? length : room(length);
        terminal.write(bytes, from, room);
    }

    private synchronized int room(int length) {
        int room = Math.min(length, left);
        left -= room;
        if (room < length && !ended) {
            ended = true;
            byte[] end = END.getBytes(StandardCharsets.US_ASCII);
            terminal.write(end, 0, end.length);
        }
        return room;
    }

    @Override
    public void flush() {
        terminal.flush();
    }
}
