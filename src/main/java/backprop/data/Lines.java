package backprop.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a file, and its lines, which end in LF, CR LF or CR. */
final class Lines {
  private Lines() {}

  /** The text of a file. */
  static String of(Path file) {
    if (Files.notExists(file)) {
      throw new DataException(
          file + ": there is no such file; the current folder is " + Path.of("").toAbsolutePath());
    }
    if (Files.isDirectory(file)) {
      throw new DataException(file + ": must be a CSV file, got a folder");
    }
    try {
      return decode(file.toString(), Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new DataException(
          file + ": the file is there but cannot be read: " + unreadable.getMessage());
    }
  }

  /** The text of a file that travels with the kit. */
  static String ofBundled(String name) {
    try (InputStream in = Lines.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new DataException(name + ": is not in the kit's jar; build it again");
      }
      return decode(name, in.readAllBytes());
    } catch (IOException unreadable) {
      throw new DataException(name + ": cannot be read from the kit's jar; build it again");
    }
  }

  /** The number of line breaks in a text. */
  static int breaks(String text) {
    if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
      return 0; // as almost every field: quickly
    }
    int breaks = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' || (c == '\n' && (i == 0 || text.charAt(i - 1) != '\r'))) {
        breaks++;
      }
    }
    return breaks;
  }

  /** UTF-8 to text, without the byte order mark that some programs put first. */
  private static String decode(String name, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      throw DataException.at(
          name,
          1 + breaks(text),
          "must be UTF-8 text, got the byte 0x"
              + Integer.toHexString(bytes[in.position()] & 0xFF)
              + "; save the file as UTF-8");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
