package backprop.grade.sandbox;

import java.io.IOException;

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
    Guest guest = started(Program.PLAYER);
    guest.hear();
    return guest;
  }

  /** A virtual machine that compiles.
   * @return the machine
   * @throws IOException if it cannot be started */
  public Guest compiler() throws IOException {
    return started(Program.COMPILER);
  }

  private Guest started(Program program) throws IOException {
    Guest guest = new Guest(sandbox.start(jar.command(program), jar.files(program)), sandbox.confines());
    guest.allow(STARTING, STARTING_CLOCK);
    return guest;
  }
}
