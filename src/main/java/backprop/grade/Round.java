package backprop.grade;

import backprop.grade.marking.AssignmentMatch;
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
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Marks submissions, several at once; each result is on disk before the next submission is begun. */
final class Round {
  private final AssignmentMatch match;
  private final Guests guests;
  private final Grading.Wish wish;
  private final Fingerprint fingerprint;
  private final Results results;
  private final Timings timings;
  private final Consumer<String> say;
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();

  Round(AssignmentMatch match, Guests guests, Grading.Wish wish, Fingerprint fingerprint, Results results,
      Consumer<String> say) {
    this.match = match;
    this.guests = guests;
    this.wish = wish;
    this.fingerprint = fingerprint;
    this.results = results;
    this.timings = Timings.read(wish.out());
    this.say = say;
  }

  /** Marks them.
   * @param chosen which
   * @return a sentence for each that the grader itself could not mark, which is a mistake in it */
  List<String> mark(List<Found> chosen) throws IOException {
    long started = System.nanoTime();
    int threads = Math.min(wish.jobs(), chosen.size());
    Progress progress = new Progress(chosen.size());
    try (Interruption interruption = new Interruption(); progress) {
      ConcurrentLinkedQueue<Found> queue = new ConcurrentLinkedQueue<>(chosen);
      ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads));
      List<Future<?>> works = new ArrayList<>();
      for (int k = 0; k < threads; k++) { works.add(pool.submit(() -> work(queue, progress, interruption))); }
      pool.shutdown();
      await(works);
      timings.write(wish.out());
    }
    say.accept(progress.summary((System.nanoTime() - started) / 1e9));
    return faults.stream().sorted().toList();
  }

  /** One thread's work: it must live as long as what it starts. */
  private Void work(ConcurrentLinkedQueue<Found> queue, Progress progress, Interruption interruption)
      throws IOException {
    try {
      while (!queue.isEmpty()) {
        try (Workplace place = new Workplace(match, guests, wish.seed())) {
          work(place, queue, progress, interruption);
        }
      }
      return null;
    } catch (IOException | RuntimeException | Error e) {
      queue.clear(); // the others finish what they have begun
      throw e;
    }
  }

  /** Until nothing is left, or the grader has failed at one, which costs the others nothing but a fresh place. */
  private void work(Workplace place, ConcurrentLinkedQueue<Found> queue, Progress progress, Interruption interruption)
      throws IOException {
    for (Found found = queue.poll(); found != null; found = queue.poll()) {
      String print = print(fingerprint, found);
      Optional<Marked> before = wish.resume() ? before(found, print) : Optional.empty();
      if (before.isPresent()) {
        progress.kept(before.get());
        continue;
      }
      long started = System.nanoTime();
      Outcome outcome;
      try {
        outcome = place.mark(found, print);
      } catch (UncheckedIOException e) {
        throw e;
      } catch (RuntimeException | StackOverflowError e) {
        faults.add("%s has no new mark, for the grader itself failed there: %s%s. Please report it.".formatted(
            found.handIn().student(), e,
            Arrays.stream(e.getStackTrace()).findFirst().map(at -> " at " + at).orElse("")));
        return;
      }
      interruption.keep(results, outcome.marked());
      timings.add(found.handIn().student(), (System.nanoTime() - started) / 1e9, outcome.seconds());
      progress.marked(outcome.marked());
    }
  }

  private Optional<Marked> before(Found found, String print) {
    return results.read(found.handIn().student())
        .filter(marked -> marked.fingerprint().equals(print) && marked.handIn().equals(found.handIn()));
  }

  /** A submission's fingerprint. */
  static String print(Fingerprint fingerprint, Found found) {
    try {
      return found.read(fingerprint::of);
    } catch (GradeException unreadable) {
      return fingerprint.ofNothing();
    }
  }

  private static void await(List<Future<?>> works) throws IOException {
    try {
      for (Future<?> work : works) { Object unused = work.get(); }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) { throw io; }
      if (e.getCause() instanceof RuntimeException why) { throw why; }
      if (e.getCause() instanceof Error error) { throw error; }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GradeException("Stopped.");
    }
  }
}
