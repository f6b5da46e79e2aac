package backprop.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;

/**
 * The arrays of one training step, used again by the next: while a step runs in it, every new {@link Matrix} of this
 * thread takes its numbers from here, and nothing is allocated.
 *
 * <p>So a matrix made in one step is overwritten in the next, but for a {@link Matrix#copy()}. Only what promises to be
 * {@link BufferSafe} may run in here. A step that runs inside another step of the same workspace has arrays of its own;
 * two threads need two workspaces.
 */
public final class Workspace {
    private static final ThreadLocal<Workspace> CURRENT = new ThreadLocal<>();

    private final List<double[]> arrays = new ArrayList<>();
    private final AtomicReference<Thread> runner = new AtomicReference<>();
    private int used;
    private Workspace nested; // for steps inside a step, made by the first of them

    /** An empty workspace, which its first step fills. */
    public Workspace() {}

    /**
     * A promise: what implements it keeps no matrix that a step hands to it or makes for longer than that step. What it
     * must remember it writes, in place, into matrices that it made outside.
     */
    public interface BufferSafe {}

    /**
     * Runs a step whose matrices reuse those of the step before. It may run another step in this workspace, whose
     * matrices leave those of the outer step alone.
     *
     * @param step returns a number
     * @return the step's number
     * @throws IllegalStateException if a step of another thread runs in this workspace; nothing is run then
     */
    public double run(DoubleSupplier step) {
        Thread thread = Thread.currentThread();
        if (runner.get() == thread) {
            return nested().run(step);
        }
        if (!runner.compareAndSet(null, thread)) {
            throw new IllegalStateException(
                    "Workspace: a step of another thread runs in it — give each thread its own");
        }
        Workspace outer = CURRENT.get();
        used = 0;
        CURRENT.set(this);
        try {
            return step.getAsDouble();
        } finally {
            restore(outer);
            runner.set(null);
        }
    }

    /** An array of at least so many numbers, whatever they are: reused if a step runs, else new. */
    static double[] array(int size) {
        Workspace current = CURRENT.get();
        return current == null ? new double[size] : current.next(size);
    }

    private Workspace nested() {
        if (nested == null) {
            nested = new Workspace();
        }
        return nested;
    }

    /** Makes the workspace that ran before current again; without one nothing stays behind in the thread. */
    private static void restore(Workspace outer) {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }

    private double[] next(int size) {
        if (used == arrays.size()) {
            arrays.add(new double[size]);
        } else if (arrays.get(used).length < size) {
            arrays.set(used, new double[size]);
        }
        double[] array = arrays.get(used);
        used++;
        return array;
    }
}
