package backprop.grade.sandbox;

import backprop.grade.result.GradeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Bubblewrap: namespaces of its own for everything, so that there is no network, no other process, an empty
 * environment, and of the file system the JDK, the system's libraries that it loads, what a program is given to read,
 * and a small /tmp; a filter on system calls, so that there is no new process; and limits of the kernel. */
public final class Bubblewrap implements Sandbox {
  private static final long TMP = 16 << 20; // bytes
  private static final int PROCESSOR = 600; // seconds; the grader's own limits are far below
  private static final int FILE_BLOCKS = 2 * 16 * 1024; // of 512 bytes: 16 MiB
  private static final int OPEN_FILES = 4096;
  private static final long ADDRESSES = 6L << 20; // kB: what a JVM reserves, and some
  private static final int NO_COMMAND = 127; // the shell's exit code
  private static final int PATIENCE = 20; // seconds for the trial
  private static final String LIMITS =
      String.format(Locale.ROOT, "ulimit -c 0; ulimit -t %d; ulimit -f %d; ulimit -n %d; ulimit -v %d", PROCESSOR,
          FILE_BLOCKS, OPEN_FILES, ADDRESSES);

  private static final String OTHERWISE =
      " With --no-sandbox students' code runs with your own rights, and each report says so.";

  private final Path jdk;
  private final List<Path> libraries;
  private final Path filter;

  /** Looks whether it can be had.
   * @param jdk the JDK's folder
   * @param folder where the filter of system calls is kept
   * @throws GradeException if it is not installed, or not allowed here */
  public Bubblewrap(Path jdk, Path folder) {
    if (!Files.isDirectory(Path.of("/proc/self"))) {
      throw new GradeException("The sandbox needs Linux with bubblewrap." + OTHERWISE);
    }
    try {
      this.jdk = jdk.toRealPath();
      this.libraries = Libraries.of(this.jdk);
      this.filter = SystemCalls.written(folder);
      Process trial = start(List.of(this.jdk.resolve("bin/java").toString(), "-Xshare:auto", "-version"), List.of());
      trial.getOutputStream().close();
      boolean ended = trial.waitFor(PATIENCE, TimeUnit.SECONDS);
      if (!ended) { trial.destroyForcibly(); }
      if (!ended || trial.exitValue() != 0) {
        if (ended && trial.exitValue() == NO_COMMAND) { throw new IOException("no bwrap"); }
        throw new GradeException(
            "Bubblewrap (bwrap) does not start Java here: are user namespaces allowed?" + OTHERWISE);
      }
    } catch (IOException e) {
      throw new GradeException("The sandbox needs bubblewrap (bwrap), which does not start: install the package"
          + " bubblewrap." + OTHERWISE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GradeException("Stopped.");
    }
  }

  @Override public boolean confines() { return true; }

  @Override public Process start(List<String> command, List<Path> readable) throws IOException {
    // the shell is this side of the wall: it sets the limits and opens the filter, then becomes bubblewrap; a Ctrl-C for
    // the grader must not look as if the student's code had ended
    List<String> line = new ArrayList<>(List.of("/bin/sh", "-c",
        LIMITS + "; trap '' INT QUIT HUP; exec bwrap \"$@\" 3<" + quoted(filter), "sh", "--seccomp", "3"));
    line.addAll(List.of("--unshare-all", "--as-pid-1", "--die-with-parent", "--new-session", "--clearenv", "--cap-drop",
        "ALL", "--hostname", "sandbox", "--proc", "/proc", "--tmpfs", "/dev", "--size", Long.toString(TMP), "--tmpfs",
        "/tmp"));
    for (String device : List.of("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")) {
      line.addAll(List.of("--dev-bind", device, device));
    }
    bind(line, jdk, jdk);
    for (Path library : libraries) { bind(line, library.toRealPath(), library); }
    for (Path file : readable) { bind(line, file.toRealPath(), file.toAbsolutePath()); }
    line.addAll(List.of("--remount-ro", "/proc", "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/tmp", "--"));
    line.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
    environment.clear();
    environment.put("PATH", path);
    return builder.start();
  }

  private static void bind(List<String> line, Path there, Path here) {
    line.addAll(List.of("--ro-bind", there.toString(), here.toString()));
  }

  private static String quoted(Path path) { return "'" + path.toString().replace("'", "'\\''") + "'"; }
}
