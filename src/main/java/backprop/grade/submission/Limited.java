package backprop.grade.submission;

import backprop.grade.result.GradeException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** So many bytes of a stream: they end there, or, where a sentence says so, there must be no more. Closing it leaves
 * the stream open. */
final class Limited extends InputStream {
  private final InputStream in;
  private final String sentence;
  private long left;

  Limited(InputStream in, long most, String sentence) {
    this.in = in;
    this.left = most;
    this.sentence = sentence;
  }

  @Override public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override public int read(byte[] buffer, int from, int length) throws IOException {
    if (length == 0) { return 0; }
    if (left == 0 && sentence.isEmpty()) { return -1; }
    int n = in.read(buffer, from, left == 0 ? 1 : (int) Math.min(length, left));
    if (n < 0 && left > 0 && sentence.isEmpty()) { throw new EOFException(); }
    if (n > 0 && left == 0) { throw new GradeException(sentence); }
    left -= Math.max(0, n);
    return n;
  }

  /** Passes over what is left. */
  void skip() throws IOException {
    byte[] buffer = new byte[1 << 16];
    int n = 0;
    while (n >= 0) { n = read(buffer, 0, buffer.length); }
  }
}
