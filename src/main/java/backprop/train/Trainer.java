package backprop.train;

import backprop.data.Dataset;
import backprop.data.MiniBatches;
import backprop.layer.Parameter;
import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import backprop.matrix.Workspace;
import backprop.network.Network;
import backprop.optimizer.ClipByNorm;
import backprop.optimizer.Optimizer;
import backprop.optimizer.Schedule;
import backprop.regularizer.Regularizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Trains a network: epochs of mini-batches, each a forward pass, a backward pass and a step of the optimizer. Source:
 * notes 001 and 002, the mini-batch algorithm.
 *
 * <p>Training again goes on from where it was. An interrupt ends a training within a batch; the network keeps the
 * weights so far, and {@link #history} what was recorded. So it does when a layer or a listener throws. One thread at a
 * time trains a network; another waits. Of each setting the last call counts, but regularizers add up.
 */
public final class Trainer {
    /** m of a batch = 32, Masters &amp; Luschi 2018: small batches generalize best. */
    public static final int BATCH_SIZE = 32;
    /** The seed of the batches' order, where none is chosen. */
    public static final long SEED = 1;

    private static volatile Supplier<TrainingListener> defaultListener = () -> (epoch, planned) -> {};

    private final Network net;
    private final Optimizer optimizer;
    private final List<Optimizer.Step> steps;
    private boolean reusing; // all that take part promise to keep no matrix
    private final Workspace workspace = new Workspace();
    private final List<Regularizer> regularizers = new ArrayList<>();
    private TrainingListener listener =
            Objects.requireNonNull(defaultListener.get(), "setDefaultListener: it must make listeners, got null");
    private int batchSize = BATCH_SIZE;
    private boolean dropLast;
    private Random random = new Random(SEED);
    private Schedule schedule = Schedule.constant();
    private ClipByNorm clip;
    private double epochsDone;
    private Dataset validation;
    private String place = "a step";
    private int patience;
    private volatile List<Epoch> recorded = List.of();

    /**
     * A trainer for one network.
     *
     * @param net the network, whose parameters will be modified
     * @param optimizer the rule by which they move
     */
    public Trainer(Network net, Optimizer optimizer) {
        this.net = Objects.requireNonNull(net, "Trainer: the network must not be null");
        this.optimizer = Objects.requireNonNull(optimizer, "Trainer: the optimizer must not be null");
        this.steps = net.parameters().stream()
                .map(p -> optimizer.step(p.value().rows(), p.value().cols()))
                .toList();
        this.reusing = Stream.concat(Stream.of(optimizer, net.loss()), net.layers().stream())
                .allMatch(part -> part instanceof Workspace.BufferSafe);
    }

    /**
     * Sets the listener of every trainer that is made from now on, by any thread; notebooks show a live curve in this
     * way. A trainer's own {@link #listener} takes its place.
     *
     * @param listeners makes the listener of each new trainer
     */
    public static void setDefaultListener(Supplier<TrainingListener> listeners) {
        defaultListener = Objects.requireNonNull(listeners, "setDefaultListener: the listeners must not be null");
    }

    /**
     * {@return this trainer, with another m of a mini-batch than {@value #BATCH_SIZE}}
     *
     * @param m examples a batch, at least 1
     */
    public Trainer batchSize(int m) {
        if (m < 1) {
            throw new IllegalArgumentException("batchSize: m must be at least 1, got " + m);
        }
        batchSize = m;
        return this;
    }

    /**
     * {@return this trainer, which leaves out the last batch of an epoch if it is smaller than the others; batch
     * normalization, for example, cannot learn from one example} Each epoch leaves out other examples.
     */
    public Trainer dropLast() {
        dropLast = true;
        return this;
    }

    /**
     * {@return this trainer, with another seed of the batches' order than {@value #SEED}}
     *
     * @param seed the seed
     */
    public Trainer seed(long seed) {
        random = new Random(seed);
        return this;
    }

    /**
     * {@return this trainer, whose α changes with the epochs done, which go on from training to training; a
     * {@link #step} of one's own counts for none}
     *
     * @param schedule the schedule of the optimizer's α
     */
    public Trainer schedule(Schedule schedule) {
        this.schedule = Objects.requireNonNull(schedule, "schedule: it must not be null");
        return this;
    }

    /**
     * {@return this trainer, which scales the gradients of a batch down where they are long}
     *
     * @param clip the bound of their norm
     */
    public Trainer clip(ClipByNorm clip) {
        this.clip = Objects.requireNonNull(clip, "clip: it must not be null");
        return this;
    }

    /**
     * {@return this trainer, whose epochs end with cost and accuracy on examples not learned from}
     *
     * @param data the validation set
     */
    public Trainer validation(Dataset data) {
        validation = Objects.requireNonNull(data, "validation: the data must not be null");
        return this;
    }

    /**
     * {@return this trainer, which stops once the validation cost has found no new minimum for some epochs; however a
     * training ends, the network then has the weights of its best epoch}
     *
     * @param patience how many epochs, at least 1
     */
    public Trainer earlyStopping(int patience) {
        if (patience < 1) {
            throw new IllegalArgumentException("patience: it must be at least 1, got " + patience);
        }
        this.patience = patience;
        return this;
    }

    /**
     * {@return this trainer, which adds the gradient of one more penalty to that of each weight, not of the biases, with
     * the batch's m; the recorded costs remain J_data} Called twice, as with L1 and L2, it adds both.
     *
     * @param regularizer the penalty
     */
    public Trainer regularizer(Regularizer regularizer) {
        regularizers.add(Objects.requireNonNull(regularizer, "regularizer: it must not be null"));
        reusing &= regularizer instanceof Workspace.BufferSafe;
        return this;
    }

    /**
     * {@return this trainer, watched by a listener of one's own instead of the usual one}
     *
     * @param listener told of every batch and epoch
     */
    public Trainer listener(TrainingListener listener) {
        this.listener = Objects.requireNonNull(listener, "listener: it must not be null");
        return this;
    }

    /**
     * Trains for a number of epochs; the network's parameters are modified in place.
     *
     * @param data the training set
     * @param epochs how many epochs, at least 1
     * @return what was recorded
     * @throws DivergedException if the cost becomes NaN or infinite
     * @throws backprop.matrix.ShapeException if the data do not fit the network
     * @throws IllegalArgumentException if there is no epoch to train, or a batch is too small for a layer
     * @throws IllegalStateException if early stopping lacks a validation set
     */
    public History train(Dataset data, int epochs) {
        Objects.requireNonNull(data, "train: the data must not be null");
        if (epochs < 1) {
            throw new IllegalArgumentException("train: epochs must be at least 1, got " + epochs);
        }
        synchronized (net) {
            BatchPlan plan = new BatchPlan(data.m(), batchSize, dropLast);
            plan.requireFor(net);
            requireAlike(data);
            EarlyStopping stopping = patience == 0 ? null : new EarlyStopping(net, validation, patience);
            List<Epoch> done = Collections.synchronizedList(new ArrayList<>()); // other threads may ask for it
            recorded = done;
            String stopped;
            try {
                stopped = epochs(data, plan, epochs, stopping, done);
            } catch (RuntimeException | Error failure) {
                afterFailure(failure, stopping, new History(done));
                throw failure;
            }
            end(stopping);
            listener.ended(new History(done), stopped);
            return new History(done);
        }
    }

    /** Trains epoch by epoch; returns what ended it before, or an empty text. */
    private String epochs(Dataset data, BatchPlan plan, int epochs, EarlyStopping stopping, List<Epoch> done) {
        while (done.size() < epochs && !Thread.currentThread().isInterrupted()) {
            Epoch epoch = epoch(done.size() + 1, epochs, data, plan);
            done.add(epoch);
            boolean over = stopping != null && stopping.endsAfter(new History(done));
            listener.epochEnded(epoch, epochs);
            if (over) {
                return "early stopping";
            }
        }
        return Thread.currentThread().isInterrupted() ? "an interrupt" : "";
    }

    private void end(EarlyStopping stopping) {
        place = "a step";
        if (stopping != null) {
            stopping.restore();
        }
    }

    /** Ends a training that failed; what a listener throws then does not hide the failure. */
    private void afterFailure(Throwable failure, EarlyStopping stopping, History history) {
        end(stopping);
        try {
            listener.ended(history, "an error");
        } catch (RuntimeException second) {
            if (second != failure) {
                failure.addSuppressed(second);
            }
        }
    }

    private void requireAlike(Dataset data) {
        if (validation != null) {
            Shape.require(
                    "train: the validation set", "X", validation.X(), data.X().rows(), Shape.ANY);
            Shape.require(
                    "train: the validation set", "Y", validation.Y(), data.Y().rows(), Shape.ANY);
        }
    }

    /** {@return what the latest training recorded so far} */
    public History history() {
        return new History(recorded);
    }

    /**
     * {@return J_data of a batch, before one step of training on it: a forward pass, a backward pass, and the
     * optimizer's update of every parameter}
     *
     * @param batch the examples
     * @throws DivergedException if J is NaN or infinite; then nothing is updated
     * @throws backprop.matrix.ShapeException if the batch does not fit the network
     * @throws IllegalStateException if the schedule gives no learning rate; then nothing is updated
     */
    public double step(Dataset batch) {
        Objects.requireNonNull(batch, "step: the batch must not be null");
        synchronized (net) {
            double alpha =
                    scheduledAlpha(); // a schedule may compute with matrices of its own, outside of the workspace
            return reusing ? workspace.run(() -> stepOn(batch, alpha)) : stepOn(batch, alpha);
        }
    }

    private double scheduledAlpha() {
        double alpha = schedule.alpha(optimizer.alpha(), epochsDone);
        if (alpha >= 0 && Double.isFinite(alpha)) {
            return alpha;
        }
        throw new IllegalStateException(
                "schedule: the learning rate α must be at least 0 and finite, got %s after %s epochs"
                        .formatted(alpha, epochsDone));
    }

    private double stepOn(Dataset batch, double alpha) {
        net.forward(batch.X());
        double J = net.backward(batch.Y());
        Divergence.requireFinite(J, place, net, batch);
        List<Parameter> parameters = net.parameters();
        for (Parameter p : parameters) {
            if (p.penalized()) {
                regularizers.forEach(each -> each.addGradient(p.value(), p.gradient(), batch.m()));
            }
        }
        if (clip != null) {
            clip.apply(parameters.stream().map(Parameter::gradient).toList());
        }
        for (int k = 0; k < parameters.size(); k++) {
            Parameter p = parameters.get(k);
            steps.get(k).update(p.value(), p.gradient(), alpha);
        }
        return J;
    }

    private Epoch epoch(int number, int epochs, Dataset data, BatchPlan plan) {
        double cost = 0;
        double right = 0;
        int seen = 0;
        double before = epochsDone;
        boolean classes = data.hasClasses(); // asked of all, for few values may look like classes
        MiniBatches batches = new MiniBatches(data, batchSize, random);
        for (Dataset batch : dropLast ? batches.dropLast() : batches) {
            int done = seen / batchSize + 1;
            place = "epoch " + number + ", batch " + done;
            double J = step(batch);
            seen += batch.m();
            epochsDone = before + (double) seen / plan.examples();
            cost += J * batch.m();
            right += accuracy(classes, net.Yhat(), batch) * batch.m();
            listener.batchEnded(new TrainingProgress(
                    number,
                    epochs,
                    done,
                    plan.batches(),
                    (number - 1L) * plan.examples() + seen,
                    (long) epochs * plan.examples(),
                    patience > 0));
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        if (validation == null) {
            return new Epoch(number, cost / seen, right / seen, Double.NaN, Double.NaN);
        }
        place = "epoch " + number + ", validation";
        double validationCost = net.cost(validation.X(), validation.Y());
        Divergence.requireFinite(validationCost, place, net, validation);
        boolean validationClasses = classes && validation.hasClasses();
        double validationAccuracy = accuracy(validationClasses, net.predict(validation.X()), validation);
        return new Epoch(number, cost / seen, right / seen, validationCost, validationAccuracy);
    }

    private static double accuracy(boolean classes, Matrix Yhat, Dataset data) {
        return classes ? Metrics.accuracy(Yhat, data.Y()) : Double.NaN;
    }

    /** Names the optimizer, and the number of the network's parameters. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "Trainer of a network with %,d parameters by %s", net.parameterCount(), optimizer);
    }
}
