package backprop.grade.submission;

import backprop.grade.result.GradeException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A tar archive, packed with gzip or not; or one file packed with gzip. It is read from its beginning each time, and
 * no more than a limit of it. */
final class TarArchive implements Archive {
  static final int BLOCK = 512;
  private static final long MOST = Origin.MOST;
  private static final int ENTRIES = 100_000;
  private static final int LONGEST_NAME = 8_192;
  /** A file that is packed alone has no name that is known here; its content tells whether it is a notebook. */
  private static final String ALONE = "unpacked.json";
  private static final Pattern PATH = Pattern.compile("(?s)^(?:.*\\n)?\\d+ path=([^\\n]*)\\n");

  private final Path file;
  private final boolean packed;
  private final List<Entry> entries = new ArrayList<>();

  /** Takes what comes. */
  private interface Visit {
    /** Whether to go on; what is not read of the entry is passed over. */
    boolean entry(Entry entry, InputStream content) throws IOException;
  }

  TarArchive(Path file, boolean packed) {
    this.file = file;
    this.packed = packed;
    visit((entry, content) -> {
      if (entries.size() >= ENTRIES) { throw new GradeException("holds more than 100,000 files"); }
      return entries.add(entry);
    });
  }

  @Override public List<Entry> entries() { return List.copyOf(entries); }

  @Override public int size() { return entries.size(); }

  @Override public long copy(String name, OutputStream out, long most) {
    long[] count = {-1};
    visit((entry, content) -> {
      if (!entry.name().equals(name)) { return true; }
      byte[] buffer = new byte[1 << 16];
      count[0] = 0;
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        count[0] += n;
        if (count[0] > most) { throw new GradeException("unpacks to more than " + Texts.bytes(most)); }
        Archive.write(out, buffer, n);
      }
      return false;
    });
    if (count[0] < 0) { throw new GradeException("is not in the archive any more"); }
    return count[0];
  }

  @Override public void close() {
    // nothing stays open
  }

  private void visit(Visit visit) {
    try (InputStream disk = new BufferedInputStream(Files.newInputStream(file));
        InputStream all = packed ? new BufferedInputStream(new GZIPInputStream(disk)) : disk) {
      Limited in = new Limited(all, MOST, "unpacks to more than " + Texts.bytes(MOST));
      all.mark(BLOCK);
      byte[] first = all.readNBytes(BLOCK);
      all.reset();
      if (TarHeader.is(first)) {
        entries(in, visit);
      } else if (packed) { boolean unused = visit.entry(new Entry(ALONE, false, -1, Optional.empty(), ""), in); }
    } catch (EOFException | ZipException damaged) {
      throw new GradeException("is a damaged archive");
    } catch (IOException why) {
      throw Origin.unreachable(why);
    }
  }

  private static void entries(InputStream in, Visit visit) throws IOException {
    String longName = "";
    while (true) {
      byte[] block = in.readNBytes(BLOCK);
      if (block.length == 0 || block[0] == 0) { return; }
      if (!TarHeader.is(block)) { throw new GradeException("is a damaged archive"); }
      TarHeader header = new TarHeader(block);
      long size = header.size();
      if (size < 0) { throw new GradeException("is a damaged archive"); }
      Limited content = new Limited(in, size, "");
      switch (header.type()) {
        case 'L' -> longName = text(content).replaceFirst("\0.*", "");
        case 'x' -> {
          Matcher path = PATH.matcher(text(content));
          longName = path.find() ? path.group(1) : longName;
        }
        case 'g', 'K' -> content.skip();
        default -> {
          if (!visit.entry(entry(header, longName), content)) { return; }
          longName = "";
        }
      }
      content.skip();
      in.skipNBytes(Math.floorMod(-size, (long) BLOCK));
    }
  }

  private static String text(Limited content) throws IOException {
    return new String(content.readNBytes(LONGEST_NAME), StandardCharsets.UTF_8);
  }

  private static Entry entry(TarHeader header, String longName) {
    String name = longName.isEmpty() ? header.name() : longName;
    String reason = switch (header.type()) {
      case '0', '5', '7', '\0' -> "";
      case '1', '2' -> "is a link, which is not followed";
      default -> "is no regular file";
    };
    return new Entry(name, header.type() == '5' || name.endsWith("/"), header.size(), header.time(), reason);
  }
}
