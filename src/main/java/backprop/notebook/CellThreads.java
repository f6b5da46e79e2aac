package backprop.notebook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs the snippets of a kernel's cells, each in a new thread, so that nothing that an interrupt leaves in a thread
 * reaches a later cell. A thread knows its cell, and so do the threads that it starts.
 *
 * <p>A kernel interrupts a cell by cancelling the tasks of its snippets. A magic may compile code in such a thread, and
 * an interrupted compiler closes its jars for good; hence a task that runs a magic is cancelled after the magic.
 */
final class CellThreads extends AbstractExecutorService {
    private static final ThreadLocal<CellTask<?>> TASK = new InheritableThreadLocal<>();

    private final Supplier<Object> cell;
    private volatile boolean shutdown;

    /** Threads for the cell that runs at the time when a snippet comes. */
    CellThreads(Supplier<Object> cell) {
        this.cell = cell;
    }

    /** The cell that this thread belongs to; the other one if it belongs to none. */
    static Object cellOr(Object other) {
        CellTask<?> task = TASK.get();
        return task == null || task.cell() == null ? other : task.cell();
    }

    /** Whether this thread runs a snippet that was stopped. */
    private static boolean isStopped() {
        CellTask<?> task = own();
        return task != null && task.isStopped();
    }

    /**
     * Ends a snippet that was stopped: the kernel has given it up, but Java cannot end its thread from outside.
     *
     * @throws CancellationException if this thread runs such a snippet
     */
    static void endIfStopped() {
        if (isStopped()) {
            throw new CancellationException("the cell was stopped");
        }
    }

    /**
     * Does a piece of work to its end before this thread may be interrupted.
     *
     * @throws CancellationException if the cell was stopped before, or meanwhile
     */
    static <T> T uninterrupted(Callable<T> work) throws Exception {
        CellTask<?> task = own();
        if (task == null) {
            return work.call();
        }
        task.hold();
        try {
            return work.call();
        } finally {
            task.release();
            endIfStopped();
        }
    }

    /**
     * Has every magic of a registry run uninterrupted.
     *
     * @param magics the magics by name, whose interfaces are those of the kernel
     */
    static void guard(Map<String, Object> magics) {
        magics.replaceAll((name, magic) -> guarded(magic));
    }

    private static Object guarded(Object magic) {
        Class<?>[] interfaces = magic.getClass().getInterfaces();
        if (Proxy.isProxyClass(magic.getClass()) || interfaces.length == 0) {
            return magic;
        }
        return Proxy.newProxyInstance(interfaces[0].getClassLoader(), interfaces, (proxy, method, args) -> {
            method.setAccessible(true);
            try {
                return uninterrupted(() -> method.invoke(magic, args));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    /** The task whose own thread this is, or null. */
    private static CellTask<?> own() {
        CellTask<?> task = TASK.get();
        return task != null && task.isIn(Thread.currentThread()) ? task : null;
    }

    /** Makes this thread and those that it starts a task's. */
    static void enter(CellTask<?> task) {
        TASK.set(task);
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Callable<T> snippet) {
        CellTask<?> parent = own();
        CellTask<T> task = new CellTask<>(snippet, parent == null ? cell.get() : parent.cell());
        if (parent != null) {
            parent.adopt(task);
        }
        return task;
    }

    /** A thread that is a daemon: a snippet that was stopped and goes on does not keep the kernel alive. */
    @Override
    public void execute(Runnable task) {
        Thread thread = new Thread(task, "cell");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void shutdown() {
        shutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
