package backprop.train;

import backprop.data.Dataset;
import backprop.data.MiniBatches;
import backprop.layer.Parameter;
import backprop.matrix.Matrix;
import backprop.matrix.Workspace;
import backprop.network.Network;
import backprop.optimizer.ClipByNorm;
import backprop.optimizer.Optimizer;
import backprop.optimizer.Schedule;
import backprop.regularizer.Regularizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Trains a network: epochs of mini-batches, each a forward pass, a backward pass and a step of the optimizer. Source:
 * notes 001 and 002, the mini-batch algorithm.
 *
 * <p>Training again goes on from where it was. An interrupt ends a training within a batch; the network keeps the
 * weights so far, and {@link #history} what was recorded. One thread at a time trains a network; another waits. */
public final class Trainer {
  /** m of a batch = 32, Masters &amp; Luschi 2018: small batches generalize best. */
  public static final int BATCH_SIZE = 32;
  /** The seed of the batches' order, where none is chosen. */
  public static final long SEED = 1;

  private static Supplier<TrainingListener> watch = () -> (epoch, planned) -> {};

  private final Network net;
  private final Optimizer optimizer;
  private final List<Optimizer.Step> steps;
  private boolean reusing; // all that take part promise to keep no matrix
  private final Workspace workspace = new Workspace();
  private TrainingListener listener = watch.get();
  private int batchSize = BATCH_SIZE;
  private Random random = new Random(SEED);
  private Schedule schedule = Schedule.constant();
  private ClipByNorm clip;
  private double epochsDone;
  private Dataset validation;
  private String place = "a step";
  private Regularizer regularizer;
  private int patience;
  private volatile List<Epoch> recorded = List.of();

  /** A trainer for one network.
   * @param net the network, whose parameters will be modified
   * @param optimizer the rule by which they move */
  public Trainer(Network net, Optimizer optimizer) {
    this.net = Objects.requireNonNull(net, "Trainer: the network must not be null");
    this.optimizer = Objects.requireNonNull(optimizer, "Trainer: the optimizer must not be null");
    this.steps = net.parameters().stream().map(p -> optimizer.step(p.value().rows(), p.value().cols())).toList();
    this.reusing = Stream.concat(Stream.of(optimizer, net.loss()), net.layers().stream())
        .allMatch(part -> part instanceof Workspace.Reusing);
  }

  /** Has every trainer made from now on watched: notebooks ask for a live curve in this way.
   * @param listeners makes the listener of each new trainer */
  public static void watchWith(Supplier<TrainingListener> listeners) {
    watch = listeners;
  }

  /** {@return this trainer, with another m of a mini-batch than {@value #BATCH_SIZE}}
   * @param m examples a batch, at least 1 */
  public Trainer batchSize(int m) {
    if (m < 1) { throw new IllegalArgumentException("batchSize: m must be at least 1, got " + m); }
    batchSize = m;
    return this;
  }

  /** {@return this trainer, with another seed of the batches' order than {@value #SEED}}
   * @param seed the seed */
  public Trainer seed(long seed) {
    random = new Random(seed);
    return this;
  }

  /** {@return this trainer, whose α changes with the epochs done, which go on from training to training; a
   * {@link #step} of one's own counts for none}
   * @param schedule the schedule of the optimizer's α */
  public Trainer schedule(Schedule schedule) {
    this.schedule = Objects.requireNonNull(schedule, "schedule: it must not be null");
    return this;
  }

  /** {@return this trainer, which scales the gradients of a batch down where they are long}
   * @param clip the bound of their norm */
  public Trainer clip(ClipByNorm clip) {
    this.clip = Objects.requireNonNull(clip, "clip: it must not be null");
    return this;
  }

  /** {@return this trainer, whose epochs end with cost and accuracy on examples not learned from}
   * @param data the validation set */
  public Trainer validation(Dataset data) {
    validation = Objects.requireNonNull(data, "validation: the data must not be null");
    return this;
  }

  /** {@return this trainer, which stops once the validation cost has found no new minimum for some epochs; however a
   * training ends, the network then has the weights of its best epoch}
   * @param patience how many epochs, at least 1 */
  public Trainer earlyStopping(int patience) {
    if (patience < 1) { throw new IllegalArgumentException("patience: it must be at least 1, got " + patience); }
    this.patience = patience;
    return this;
  }

  /** {@return this trainer, which adds the gradient of a penalty to that of each weight, not of the biases, with the
   * batch's m; the recorded costs remain J_data}
   * @param regularizer the penalty */
  public Trainer regularizer(Regularizer regularizer) {
    this.regularizer = Objects.requireNonNull(regularizer, "regularizer: it must not be null");
    reusing &= regularizer instanceof Workspace.Reusing;
    return this;
  }

  /** {@return this trainer, watched by a listener of one's own instead of the usual one}
   * @param listener told of every batch and epoch */
  public Trainer listener(TrainingListener listener) {
    this.listener = Objects.requireNonNull(listener, "listener: it must not be null");
    return this;
  }

  /** Trains for a number of epochs; the network's parameters are modified in place.
   * @param data the training set
   * @param epochs how many epochs, at least 1
   * @return what was recorded
   * @throws DivergedException if the cost becomes NaN or infinite
   * @throws backprop.matrix.ShapeException if the data do not fit the network
   * @throws IllegalArgumentException if there is no epoch to train
   * @throws IllegalStateException if early stopping lacks a validation set */
  public History train(Dataset data, int epochs) {
    Objects.requireNonNull(data, "train: the data must not be null");
    if (epochs < 1) { throw new IllegalArgumentException("train: epochs must be at least 1, got " + epochs); }
    synchronized (net) {
      EarlyStopping stopping = patience == 0 ? null : new EarlyStopping(net, validation, patience);
      List<Epoch> done = Collections.synchronizedList(new ArrayList<>()); // other threads may ask for it
      recorded = done;
      boolean over = false;
      String stopped = "an error";
      try {
        while (!over && done.size() < epochs && !Thread.currentThread().isInterrupted()) {
          Epoch epoch = epoch(done.size() + 1, epochs, data);
          done.add(epoch);
          over = stopping != null && stopping.endsAfter(new History(done));
          listener.epochEnded(epoch, epochs);
        }
        stopped = over ? "early stopping" : Thread.currentThread().isInterrupted() ? "an interrupt" : "";
      } finally {
        place = "a step";
        if (stopping != null) { stopping.restore(); }
        listener.ended(new History(done), stopped);
      }
      return new History(done);
    }
  }

  /** {@return what the latest training recorded so far} */
  public History history() { return new History(recorded); }

  /** {@return J_data of a batch, before one step of training on it: a forward pass, a backward pass, and the
   * optimizer's update of every parameter}
   * @param batch the examples
   * @throws DivergedException if J is NaN or infinite; then nothing is updated
   * @throws backprop.matrix.ShapeException if the batch does not fit the network */
  public double step(Dataset batch) {
    Objects.requireNonNull(batch, "step: the batch must not be null");
    synchronized (net) {
      return reusing ? workspace.run(() -> stepOn(batch)) : stepOn(batch);
    }
  }

  private double stepOn(Dataset batch) {
    net.forward(batch.X());
    double J = net.backward(batch.Y());
    requireFinite(J, batch);
    List<Parameter> parameters = net.parameters();
    for (Parameter p : parameters) {
      if (regularizer != null && p.penalized()) { regularizer.addGradient(p.value(), p.gradient(), batch.m()); }
    }
    if (clip != null) { clip.apply(parameters.stream().map(Parameter::gradient).toList()); }
    double alpha = schedule.alpha(optimizer.alpha(), epochsDone);
    for (int k = 0; k < parameters.size(); k++) {
      Parameter p = parameters.get(k);
      steps.get(k).update(p.value(), p.gradient(), alpha);
    }
    return J;
  }

  private Epoch epoch(int number, int epochs, Dataset data) {
    double cost = 0;
    double right = 0;
    int seen = 0;
    double before = epochsDone;
    for (Dataset batch : new MiniBatches(data, batchSize, random)) {
      place = "epoch " + number + ", batch " + (seen / batchSize + 1);
      double J = step(batch);
      seen += batch.m();
      epochsDone = before + (double) seen / data.m();
      cost += J * batch.m();
      right += accuracy(net.Yhat(), batch) * batch.m();
      listener.batchEnded(new Progress(number, epochs, (seen - 1) / batchSize + 1, (data.m() - 1) / batchSize + 1,
          (number - 1L) * data.m() + seen, (long) epochs * data.m(), patience > 0));
      if (Thread.currentThread().isInterrupted()) { break; }
    }
    if (validation == null) { return new Epoch(number, cost / seen, right / seen, Double.NaN, Double.NaN); }
    place = "epoch " + number + ", validation";
    double validationCost = net.cost(validation.X(), validation.Y());
    requireFinite(validationCost, validation);
    double validationAccuracy = accuracy(net.predict(validation.X()), validation);
    return new Epoch(number, cost / seen, right / seen, validationCost, validationAccuracy);
  }

  private static double accuracy(Matrix Yhat, Dataset data) {
    return data.classes().isEmpty() ? Double.NaN : Metrics.accuracy(Yhat, data.Y());
  }

  private void requireFinite(double J, Dataset batch) {
    if (!Double.isFinite(J)) {
      throw new DivergedException(
          "the cost J became %s in %s; the first that is not finite is %s".formatted(J, place, culprit(batch)));
    }
  }

  /** The first that is not finite: the inputs, what a layer makes of them, or the loss. */
  private String culprit(Dataset batch) {
    Matrix A = batch.X();
    String name = "the input X — look for it in the data";
    for (int l = 1; l <= net.layers().size() && A.isFinite(); l++) {
      A = net.layer(l).predict(A);
      name = "what " + net.name(l) + " gives — try a smaller learning rate";
    }
    return A.isFinite() ? "the loss of " + name : name;
  }
}
