package backprop.grade.marking;

import backprop.grade.guest.Code;
import backprop.grade.guest.Signature;
import backprop.grade.sandbox.Death;
import backprop.grade.sandbox.Guest;
import backprop.grade.sandbox.Guests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Where the cells of one submission are played. When its virtual machine ends, another plays them again, without the
 * snippet or the call that ended it. */
final class Stage implements AutoCloseable {
  private static final double SNIPPET = 10; // seconds of the processor
  private static final double CLEARING = 1;
  private static final int MOST_PRINTED = 1000; // characters

  private final Guests guests;
  private final Parts parts;
  private final Budget budget = new Budget();
  private final List<Code> played = new ArrayList<>();
  private final StringBuilder printed = new StringBuilder();
  private Guest guest;
  private Remote remote;

  Stage(Guests guests, Parts parts) {
    this.guests = guests;
    this.parts = parts;
  }

  /** The beginning of what was printed since it was last asked. */
  String printed() {
    String text = printed.toString();
    printed.setLength(0);
    return text.length() <= MOST_PRINTED ? text : text.substring(0, MOST_PRINTED) + "…";
  }

  /** Plays a snippet; one that ends the virtual machine is left out from then on, but not before it did so twice: it
   * might have been a thread from before.
   * @return the name of what it threw, or empty */
  String play(Code code) throws Death {
    try {
      return playedOnce(code);
    } catch (Death death) {
      if (death.why() != Death.Cause.EXIT && death.why() != Death.Cause.PIPE) { throw death; }
      return playedOnce(code);
    }
  }

  private String playedOnce(Code code) throws Death {
    ready();
    try {
      permit(SNIPPET);
      String threw = remote.play(code);
      played.add(code);
      return threw;
    } catch (Death death) {
      end();
      throw death;
    }
  }

  /** What it is asked from now on may take so long, all together. */
  void allow(double seconds) throws Death {
    ready();
    permit(seconds);
  }

  /** A machine with a clear pipe: what one left there that is asked nothing is no fault of what comes next. */
  private void ready() throws Death {
    revive();
    try {
      permit(CLEARING);
      remote.clear();
    } catch (Death before) {
      end();
      revive();
    }
  }

  private void permit(double seconds) throws Death {
    double left = budget.left(seconds, guest.seconds());
    if (left == 0) { throw new Death(Death.Cause.TIME); }
    guest.allow(left, Budget.clock(left));
  }

  /** Calls a function.
   * @param check its number
   * @param given the arguments; afterwards what became of them */
  Object call(int check, Signature signature, Object[] given) throws Throwable {
    if (guest == null) { throw new Death(Death.Cause.EXIT); }
    try {
      return remote.call(check, signature, given);
    } catch (Death death) {
      end();
      throw death;
    }
  }

  private void revive() throws Death {
    while (guest == null || !guest.alive()) {
      end();
      if (budget.left(SNIPPET, 0) == 0) { throw new Death(Death.Cause.TIME); }
      try {
        guest = parts.<Guest, IOException, Death>timed(Parts.Part.START, guests::player);
      } catch (IOException e) {
        throw new UncheckedIOException("a virtual machine cannot be started", e);
      }
      remote = new Remote(guest, printed::append);
      replay();
    }
  }

  /** All that was played before; what ends the machine this time is left out the next. */
  private void replay() {
    for (Code code : List.copyOf(played)) {
      try {
        permit(SNIPPET);
        String unused = remote.play(code);
      } catch (Death death) {
        played.remove(code);
        end();
        return;
      }
    }
    printed.setLength(0);
  }

  private void end() {
    if (guest == null) { return; }
    budget.use(guest.seconds());
    guest.close();
    guest = null;
  }

  @Override public void close() { end(); }
}
