package backprop.notebook;

import backprop.activation.Relu;
import backprop.data.Dataset;
import backprop.data.Digits;
import backprop.data.Synthetic;
import backprop.layer.Dense;
import backprop.loss.CrossEntropy;
import backprop.network.Network;
import backprop.optimizer.Adam;
import backprop.train.Trainer;
import backprop.train.TrainingListener;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/** What live curves cost a training: medians with them over medians with an empty listener, in turn, a JSON line a
 * network. The display keeps what it was shown last and does nothing with it. On a machine that is busy otherwise the
 * seconds of processors tell more than those of the clock. */
public final class LiveProgram {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private LiveProgram() {}

  /** The one argument is the number of rounds, 7 without it. */
  public static void main(String[] args) {
    int rounds = args.length == 0 ? 7 : Integer.parseInt(args[0]);
    measure("64-32-10", Digits.load(), 3000, rounds);
    measure("2-16-16-2", Synthetic.moons(5000, 0.1, 1), 2000, rounds);
  }

  private static void measure(String sizes, Dataset data, int epochs, int rounds) {
    double[][] bare = new double[rounds][];
    double[][] live = new double[rounds][];
    seconds(sizes, data, epochs / 10, (epoch, planned) -> {});
    for (int k = 0; k < rounds; k++) {
      bare[k] = seconds(sizes, data, epochs, (epoch, planned) -> {});
      live[k] = seconds(sizes, data, epochs, new LiveCurves(new RecordingDisplay()));
    }
    System.out.printf(Locale.ROOT, "{\"net\": \"%s\", \"seconds\": %s, \"processor\": %s}%n", sizes,
        compared(bare, live, 0), compared(bare, live, 1));
  }

  private static String compared(double[][] bare, double[][] live, int k) {
    double[] without = Arrays.stream(bare).mapToDouble(times -> times[k]).sorted().toArray();
    double[] with = Arrays.stream(live).mapToDouble(times -> times[k]).sorted().toArray();
    return String.format(Locale.ROOT, "{\"bare\": %s, \"live\": %s, \"ratio\": %.4f}", Arrays.toString(without),
        Arrays.toString(with), median(with) / median(without));
  }

  /** Seconds by the clock, and of processors, those that painted or compiled included. */
  private static double[] seconds(String sizes, Dataset data, int epochs, TrainingListener listener) {
    int[] n = Arrays.stream(sizes.split("-", -1)).mapToInt(Integer::parseInt).toArray();
    Function<Integer, Dense> layer =
        l -> l == n.length - 1 ? new Dense(n[l - 1], n[l]) : new Dense(n[l - 1], n[l], new Relu());
    Dense[] layers = new Dense[n.length - 1];
    Arrays.setAll(layers, l -> layer.apply(l + 1));
    Trainer trainer = new Trainer(new Network(1, new CrossEntropy(), layers), new Adam()).listener(listener);
    long begun = System.nanoTime();
    long busy = PROCESS.getProcessCpuTime();
    trainer.train(data, epochs);
    return new double[] {(System.nanoTime() - begun) / 1e9, (PROCESS.getProcessCpuTime() - busy) / 1e9};
  }

  private static double median(double[] sorted) {
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
