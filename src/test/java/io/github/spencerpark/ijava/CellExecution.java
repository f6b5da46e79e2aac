package io.github.spencerpark.ijava;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.SPIResolutionException;

/** Runs snippets in threads of this JVM and keeps their results as objects, where JShell itself keeps their texts. */
final class CellExecution extends DirectExecutionControl {
    /** Stands where JShell expects the name of an exception's class; none has a space in it. */
    static final String INTERRUPTED = "Execution Interrupted";

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Map<String, Future<Object>> running = new ConcurrentHashMap<>();
    private final Map<String, Object> results = new ConcurrentHashMap<>();

    /** Returns a key to the result. Snippets nest, for a magic evaluates code of its own. */
    @Override
    protected String invoke(Method snippet) throws Exception {
        Future<Object> run = executor.submit(() -> snippet.invoke(null));
        String key = UUID.randomUUID().toString();
        running.put(key, run);
        try {
            Object result = run.get();
            if (result != null) {
                results.put(key, result);
            }
            return key;
        } catch (CancellationException interrupted) {
            throw new UserException("Execution interrupted.", INTERRUPTED, interrupted.getStackTrace());
        } catch (ExecutionException e) {
            Throwable thrown =
                    e.getCause() instanceof InvocationTargetException target ? target.getCause() : e.getCause();
            if (thrown instanceof SPIResolutionException unresolved) {
                throw new ResolutionException(unresolved.id(), thrown.getStackTrace());
            }
            // as in IJava, its causes are lost
            throw new UserException(
                    String.valueOf(thrown.getMessage()), thrown.getClass().getName(), thrown.getStackTrace());
        } finally {
            running.remove(key);
        }
    }

    /** The result of a key, or null; asked again, null. */
    Object take(String key) {
        return results.remove(key);
    }

    /** Ends every snippet at once; what it called goes on until it looks at its thread's interrupt flag. */
    void interrupt() {
        running.values().forEach(run -> run.cancel(true));
    }

    @Override
    public void stop() {
        executor.shutdownNow();
    }
}
