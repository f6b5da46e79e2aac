package backprop.notebook;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Where the output and the snippets of a kernel pass, with the names that JJava and IJava have in common: IJava's
 * library is JJava's origin. Another release may have other names; then its own ways remain.
 */
final class Channels {
    private static final int PATIENCE = 5000; // milliseconds

    private Channels() {}

    /**
     * Has what the cells print collected.
     *
     * @param io the kernel's JupyterIO
     */
    @SuppressWarnings("unchecked")
    static void collect(Object io, CellOutput output) throws ReflectiveOperationException {
        for (String name : List.of("jupyterOut", "jupyterErr")) {
            ByteArrayOutputStream stream = (ByteArrayOutputStream) Reflection.value(io, name);
            BiConsumer<Object, String> direct = (BiConsumer<Object, String>) Reflection.value(stream, "write");
            Reflection.set(stream, "write", output.collecting(stream, direct));
        }
    }

    /**
     * Has the snippets run in other threads.
     *
     * @param control the kernel's execution control
     */
    static void runIn(CellThreads threads, Object control) throws ReflectiveOperationException {
        Reflection.set(control, "executor", threads);
    }

    /**
     * Has magics run uninterrupted, and the script that loads the library missed by nobody.
     *
     * @param registry the kernel's magics
     */
    @SuppressWarnings("unchecked")
    static void guardMagics(Object registry) throws ReflectiveOperationException {
        Map<String, Object> lineMagics = (Map<String, Object>) Reflection.value(registry, "lineMagics");
        CellThreads.guard(lineMagics);
        LibraryScript.mayBeMissing(lineMagics);
        CellThreads.guard((Map<String, Object>) Reflection.value(registry, "cellMagics"));
    }

    /**
     * Has a socket wait for a front end that is behind, rather than drop messages, and the word that the cell has ended
     * may be among them. One that reads nothing for five seconds misses some all the same.
     *
     * @param iopub the socket that outputs go to
     */
    static void dropNothing(Object iopub) {
        try {
            iopub.getClass().getMethod("setXpubNoDrop", boolean.class).invoke(iopub, true);
            iopub.getClass().getMethod("setSendTimeOut", int.class).invoke(iopub, PATIENCE);
        } catch (ReflectiveOperationException | RuntimeException anotherRelease) {
            return;
        }
    }
}
