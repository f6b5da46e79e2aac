package backprop.grade.guest;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The beginning of what the student's code prints; there is nothing for it to read. */
public final class Printed extends OutputStream {
  private static final int MOST = 1000; // bytes that are kept
  /** More bytes than this, in one call, are a loop that prints without end. */
  private static final int FLOOD = 1 << 20;
  /** The exit code then. */
  public static final int EXIT = 4;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean more;
  private long count;

  /** Takes the place of System.in, out and err. */
  static Printed redirected() {
    Printed printed = new Printed();
    PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setIn(InputStream.nullInputStream());
    System.setOut(stream);
    System.setErr(stream);
    return printed;
  }

  @Override public void write(int b) { write(new byte[] {(byte) b}, 0, 1); }

  @Override public synchronized void write(byte[] bytes, int from, int length) {
    int room = Math.min(length, MOST - kept.size());
    kept.write(bytes, from, room);
    more |= room < length;
    count += length;
    if (count > FLOOD) { Runtime.getRuntime().halt(EXIT); }
  }

  /** What was printed since it was last asked. */
  synchronized String taken() {
    String text = kept.toString(StandardCharsets.UTF_8) + (more ? "…" : "");
    kept.reset();
    more = false;
    count = 0;
    return text;
  }
}
