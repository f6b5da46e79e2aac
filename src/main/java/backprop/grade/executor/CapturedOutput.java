package backprop.grade.executor;

import backprop.exercise.Limit;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The beginning of what the student's code prints; there is nothing for it to read. */
public final class CapturedOutput extends OutputStream {
    private static final int MOST = 1000; // bytes that are kept
    /** The exit code when a call prints more than {@link Limit#PRINTED} bytes. */
    public static final int EXIT = 4;

    private final Runnable tooMuch;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean more;
    private long count; // bytes in this call
    private boolean calling;

    /**
     * Keeps what is written.
     *
     * @param tooMuch done when a call prints more than it may
     */
    CapturedOutput(Runnable tooMuch) {
        this.tooMuch = tooMuch;
    }

    /** Takes the place of System.in, out and err. */
    static CapturedOutput redirected() {
        CapturedOutput printed = new CapturedOutput(() -> Runtime.getRuntime().halt(EXIT));
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setIn(InputStream.nullInputStream());
        System.setOut(stream);
        System.setErr(stream);
        return printed;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        int room = Math.min(length, MOST - kept.size());
        kept.write(bytes, from, room);
        more |= room < length;
        count += length;
        if (calling && count > Limit.PRINTED) {
            tooMuch.run();
        }
    }

    /**
     * A call of a student's function begins. A cell may print more than a call: in a notebook, too, it goes on, and what
     * is too much is left out.
     */
    synchronized void begin() {
        calling = true;
        count = 0;
    }

    /** What was printed since it was last asked. */
    synchronized String taken() {
        String text = kept.toString(StandardCharsets.UTF_8) + (more ? "…" : "");
        kept.reset();
        more = false;
        calling = false;
        return text;
    }
}
