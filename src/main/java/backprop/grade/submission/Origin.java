package backprop.grade.submission;

import backprop.grade.result.GradeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Where the bytes of a notebook are.
 * @param file a file on disk
 * @param entries none, or the entry of that archive, and of the archive in it, and so on */
public record Origin(Path file, List<String> entries) {
  /** The most bytes that a notebook may have, 20 MiB. */
  static final int MOST = 20 << 20;

  /** Keeps a copy of the list.
   * @param file a file on disk
   * @param entries the entry of each archive */
  public Origin {
    entries = List.copyOf(entries);
  }

  /** The bytes, or a sentence that says why there are none. */
  byte[] bytes() {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) { throw new GradeException("is no regular file"); }
    try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(MOST + 1);
    } catch (IOException why) {
      throw new GradeException("cannot be read: " + why.getMessage());
    }
  }
}
