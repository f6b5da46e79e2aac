package backprop.grade.sandbox;

import backprop.grade.guest.CellCompiler;
import backprop.grade.guest.Player;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts virtual machines in a sandbox: players, one for each submission, and compilers, which are used again. */
public final class Guests {
  private static final double STARTING = 20; // seconds
  private static final double STARTING_CLOCK = 120;

  private final Sandbox sandbox;
  private final GuestJar jar;

  /** Starts what is in a jar.
   * @param sandbox where they run
   * @param jar what they may know */
  public Guests(Sandbox sandbox, GuestJar jar) {
    this.sandbox = sandbox;
    this.jar = jar;
  }

  /** Whether they are confined.
   * @return true if so */
  public boolean confined() { return sandbox.confines(); }

  /** A fresh virtual machine for the code of one submission.
   * @return the machine, which has said that it is up
   * @throws IOException if it cannot be started
   * @throws Death if it ends at once */
  public Guest player() throws IOException, Death {
    Guest guest = started(Player.class, List.of("-Xmx256m", "-XX:MaxDirectMemorySize=16m", "-XX:MaxMetaspaceSize=64m",
        "-XX:CompressedClassSpaceSize=32m", "-XX:ReservedCodeCacheSize=32m", "-Dbackprop.blas=java"));
    guest.hear();
    return guest;
  }

  /** A virtual machine that compiles.
   * @return the machine
   * @throws IOException if it cannot be started */
  public Guest compiler() throws IOException {
    return started(CellCompiler.class, List.of("-Xmx512m", "-XX:MaxDirectMemorySize=16m", "-Xss4m"));
  }

  private Guest started(Class<?> main, List<String> options) throws IOException {
    List<String> command = new ArrayList<>(jar.java());
    command.addAll(options);
    command.addAll(List.of("-cp", jar.classPath(), main.getName()));
    List<Path> readable = jar.files();
    Guest guest = new Guest(sandbox.start(command, readable));
    guest.allow(STARTING, STARTING_CLOCK);
    return guest;
  }
}
