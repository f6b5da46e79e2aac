package backprop.grade.submission;

import backprop.grade.result.GradeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Where the bytes of a notebook are.
 * @param file a file on disk
 * @param entries none, or the entry of that archive, and of the archive in it, and so on */
public record Origin(Path file, List<String> entries) {
  /** The most bytes that a notebook may have, 20 MiB. */
  static final int MOST = 20 << 20;
  /** The most bytes that an archive inside of an archive may have, 64 MiB. */
  static final long MOST_INSIDE = 64L << 20;

  /** Keeps a copy of the list.
   * @param file a file on disk
   * @param entries the entry of each archive */
  public Origin {
    entries = List.copyOf(entries);
  }

  /** An entry of this archive. */
  Origin entry(String name) {
    List<String> longer = new ArrayList<>(entries);
    longer.add(name);
    return new Origin(file, longer);
  }

  /** The bytes, or a sentence that says why there are none. */
  byte[] bytes() {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) { throw new GradeException("is no regular file"); }
    return entries.isEmpty() ? plain() : packed(file, entries);
  }

  private byte[] plain() {
    try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) { throw new GradeException("has more than " + Texts.bytes(MOST)); }
      return bytes;
    } catch (IOException why) {
      throw new GradeException("cannot be read from the disk");
    }
  }

  private static byte[] packed(Path archive, List<String> entries) {
    try (Archive open = Archive.open(archive)) {
      if (entries.size() > 1) {
        return unpacked(open, entries.get(0), MOST_INSIDE, inner -> packed(inner, entries.subList(1, entries.size())));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      open.copy(entries.get(0), bytes, MOST);
      return bytes.toByteArray();
    }
  }

  /** Does something with an archive inside of an archive, which is on disk for that long. */
  static <T> T unpacked(Archive archive, String entry, long most, Function<Path, T> use) {
    try {
      Path inner = Files.createTempFile("backprop-", ".zip");
      try {
        try (OutputStream out = Files.newOutputStream(inner)) {
          archive.copy(entry, out, most);
        }
        return use.apply(inner);
      } finally {
        Files.deleteIfExists(inner);
      }
    } catch (IOException why) {
      throw new GradeException("cannot be unpacked: the folder for temporary files does not take it");
    }
  }
}
