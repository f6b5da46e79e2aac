package backprop.grade.sandbox;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks again and again at what the guests use. */
final class Watch {
  private static final int PERIOD = 25; // milliseconds
  private static final Set<Guest> GUESTS = ConcurrentHashMap.newKeySet();

  static {
    ScheduledExecutorService eye = Executors.newSingleThreadScheduledExecutor(work -> {
      Thread thread = new Thread(work, "watch");
      thread.setDaemon(true);
      return thread;
    });
    var unused = eye.scheduleWithFixedDelay(() -> GUESTS.forEach(Watch::look), PERIOD, PERIOD, TimeUnit.MILLISECONDS);
  }

  private Watch() {}

  /** The watch goes on, whatever a look meets. */
  private static void look(Guest guest) {
    try {
      guest.look();
    } catch (RuntimeException e) {
      guest.close();
    }
  }

  static void over(Guest guest) { GUESTS.add(guest); }

  static void leave(Guest guest) { GUESTS.remove(guest); }
}
