package backprop.grade;

import backprop.grade.assignment.Assignment;
import backprop.grade.marking.Fingerprint;
import backprop.grade.marking.Outcome;
import backprop.grade.marking.Workplace;
import backprop.grade.result.GradeException;
import backprop.grade.result.Marked;
import backprop.grade.result.Results;
import backprop.grade.result.Timings;
import backprop.grade.sandbox.Guests;
import backprop.grade.submission.Found;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Marks submissions, several at once; each result is on disk before the next submission is begun. */
final class Round {
  private final Assignment assignment;
  private final Guests guests;
  private final Grading.Wish wish;
  private final Fingerprint fingerprint;
  private final Results results;
  private final Timings timings;
  private final Consumer<String> say;

  Round(Assignment assignment, Guests guests, Grading.Wish wish, Fingerprint fingerprint, Results results,
      Consumer<String> say) {
    this.assignment = assignment;
    this.guests = guests;
    this.wish = wish;
    this.fingerprint = fingerprint;
    this.results = results;
    this.timings = Timings.read(wish.out());
    this.say = say;
  }

  /** Marks them.
   * @param chosen which
   * @param all how many there are in the class */
  void mark(List<Found> chosen, int all) throws IOException {
    long started = System.nanoTime();
    try (Progress progress = new Progress(chosen.size())) {
      ConcurrentLinkedQueue<Found> queue = new ConcurrentLinkedQueue<>(chosen);
      ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(wish.jobs(), chosen.size())));
      List<Future<?>> works = new ArrayList<>();
      for (int k = 0; k < Math.min(wish.jobs(), chosen.size()); k++) {
        works.add(threads.submit(() -> work(queue, progress)));
      }
      threads.shutdown();
      await(works);
      timings.write(wish.out());
      double seconds = (System.nanoTime() - started) / 1e9;
      say.accept(String.format(Locale.ROOT, "%d of %d submissions marked in %.1f s, %s; %d could not be read.",
          progress.marked(), all, seconds,
          progress.kept() == 0 ? "none kept from before" : progress.kept() + " kept from before",
          progress.unreadable()));
    }
  }

  /** One thread's work: it must live as long as what it starts. */
  private Void work(ConcurrentLinkedQueue<Found> queue, Progress progress) throws IOException {
    try (Workplace place = new Workplace(assignment, guests, wish.seed())) {
      for (Found found = queue.poll(); found != null && !Thread.interrupted(); found = queue.poll()) {
        String print = fingerprint.of(bytes(found));
        if (wish.resume() && isMarked(found, print)) {
          progress.kept(found.handIn().student());
          continue;
        }
        long started = System.nanoTime();
        Outcome outcome = place.mark(found, print);
        results.write(outcome.marked());
        timings.add(found.handIn().student(), (System.nanoTime() - started) / 1e9, outcome.seconds());
        progress.marked(outcome.marked());
      }
      return null;
    } catch (IOException | RuntimeException e) {
      queue.clear(); // the others finish what they have begun
      throw e;
    }
  }

  private boolean isMarked(Found found, String print) {
    Optional<Marked> before = results.read(found.handIn().student());
    return before.isPresent() && before.get().fingerprint().equals(print)
        && before.get().handIn().equals(found.handIn());
  }

  private static byte[] bytes(Found found) {
    try {
      return found.bytes();
    } catch (GradeException unreadable) {
      return new byte[0];
    }
  }

  private static void await(List<Future<?>> works) throws IOException {
    try {
      for (Future<?> work : works) { Object unused = work.get(); }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) { throw io; }
      if (e.getCause() instanceof RuntimeException why) { throw why; }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GradeException("Stopped.");
    }
  }
}
