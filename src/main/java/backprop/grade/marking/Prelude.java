package backprop.grade.marking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** What stands before a notebook's first cell: the imports of the kernel and of the kit, and the kernel's own
 * functions, which show nothing here. */
final class Prelude {
  private static final String IMPORTS = "/backprop/notebook/imports.jshell";
  private static final String KERNEL = """
      import java.util.*;
      import java.io.*;
      import java.math.*;
      import java.net.*;
      import java.time.*;
      import java.util.concurrent.*;
      import java.util.prefs.*;
      import java.util.regex.*;
      String display(Object value, String... types) { return ""; }
      void updateDisplay(String id, Object value, String... types) {}
      String render(Object value, String... types) { return ""; }
      """;

  private Prelude() {}

  static String source() {
    try (InputStream in = Prelude.class.getResourceAsStream(IMPORTS);
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return KERNEL + lines.lines().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
