package backprop.notebook;

import java.util.function.Function;

/**
 * What the library needs from a kernel to show values. There is one implementation for JJava's interface and one for
 * IJava's.
 */
interface Display {
    /** Shows every value of a type as the function renders it. */
    <T> void register(Class<T> type, Function<T, Rendering> renderer);

    /** Shows something now and returns the id by which it can be updated. */
    String show(Rendering rendering);

    /** Replaces what was shown under an id. */
    void update(String id, Rendering rendering);

    /** Does something when the running cell has ended, while its output can still be added to; nothing if none runs. */
    void afterCell(Runnable task);
}
