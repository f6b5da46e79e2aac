package backprop.grade.submission;

import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

/** The block of 512 bytes before each entry of a tar archive, POSIX 1003.1-2001, pax and ustar. */
final class TarHeader {
  private final byte[] block;

  TarHeader(byte[] block) { this.block = block; }

  static boolean is(byte[] block) {
    long sum = 0;
    for (int i = 0; i < block.length; i++) { sum += i >= 148 && i < 156 ? ' ' : block[i] & 0xFF; }
    return block.length == TarArchive.BLOCK && block[0] != 0 && new TarHeader(block).number(148, 8) == sum;
  }

  /** What it is: 0 or nothing for a file, 5 for a folder, 1 and 2 for links, L, x and g for what is said of the
   * next. */
  char type() { return (char) (block[156] & 0xFF); }

  String name() {
    boolean ustar = text(257, 6).startsWith("ustar");
    String folder = ustar && block[257 + 5] == 0 ? text(345, 155) : "";
    return folder.isEmpty() ? text(0, 100) : folder + "/" + text(0, 100);
  }

  /** In bytes; less than 0 where it is none. */
  long size() { return number(124, 12); }

  Optional<Instant> time() {
    long seconds = number(136, 12);
    return seconds < 0 || seconds > 1L << 40 ? Optional.empty()
        : Times.sane(FileTime.from(Instant.ofEpochSecond(seconds)));
  }

  private String text(int from, int most) {
    int end = from;
    while (end < from + most && block[end] != 0) { end++; }
    return new String(block, from, end - from, StandardCharsets.UTF_8);
  }

  private long number(int from, int length) {
    if (block[from] < 0) { return large(from, length); }
    String digits = text(from, length).strip();
    return digits.matches("[0-7]{1,20}") ? Long.parseLong(digits, 8) : -1;
  }

  /** In two's complement, as GNU's tar writes numbers that do not fit. */
  private long large(int from, int length) {
    long number = 0;
    for (int i = from + length - 8; i < from + length; i++) { number = (number << 8) | (block[i] & 0xFF); }
    return number;
  }
}
