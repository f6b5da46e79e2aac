package backprop.notebook;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What cells print and display, on its way to the front end. Printed text is collected and sent twenty times a second,
 * and before all that must follow it: a display, a result, an error. A thread of its own sends, for an interrupt in the
 * middle of a message breaks a kernel's socket. Each text goes to the cell whose thread printed it.
 */
final class CellOutput {
    private static final long REST = 50; // milliseconds between messages of text
    private static final int CELLS = 20; // how many the text is known of; a thread may print after its cell has ended
    private static final int AT_ONCE = 200; // displays of a cell, and from then on
    private static final long PAUSE = 2; // milliseconds for each; Jupyter's server lets 1000 a second pass

    private final ExecutorService sender = Executors.newSingleThreadExecutor(CellOutput::daemon);
    private final Executor later = CompletableFuture.delayedExecutor(REST, TimeUnit.MILLISECONDS, sender);
    private final Map<Object, Cell> cells = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Cell> eldest) {
            return size() > CELLS;
        }
    };
    private boolean scheduled;

    /** A cell's text, what sends to each of its streams, and how many displays it has had. */
    private static final class Cell {
        private final CellText text = new CellText();
        private final Map<BiConsumer<Object, String>, Consumer<String>> streams = new HashMap<>();
        private int displays;
    }

    /**
     * A stream that collects what it is given, in place of one that sends it at once. It ends a snippet that was
     * stopped.
     *
     * @param buffer holds what is given, and must not keep it for the next cell
     * @param stream sends a text to the front end, as the output of a cell
     */
    BiConsumer<Object, String> collecting(ByteArrayOutputStream buffer, BiConsumer<Object, String> stream) {
        return (cell, text) -> {
            try {
                CellThreads.endIfStopped();
            } catch (CancellationException stopped) {
                buffer.reset();
                throw stopped;
            }
            print(CellThreads.cellOr(cell), stream, text);
        };
    }

    private synchronized void print(Object key, BiConsumer<Object, String> stream, String text) {
        Cell cell = cell(key);
        cell.text.add(cell.streams.computeIfAbsent(stream, to -> words -> to.accept(key, words)), text);
        if (!scheduled) {
            scheduled = true;
            later.execute(this::send);
        }
    }

    /**
     * Sends a display of a cell behind what was printed before it. One from a cell that has ended goes nowhere, and ends
     * a snippet that was stopped; until then a stopped snippet may still show how far it has come.
     *
     * @param cell the cell that runs
     */
    void display(Object cell, Runnable display) {
        if (cell == null || CellThreads.cellOr(cell) != cell) {
            CellThreads.endIfStopped();
            return;
        }
        await(() -> {
            send();
            pause(cell);
            display.run();
        });
    }

    /**
     * Sends what was printed so far, and of what was too much the end: a result or an error may follow.
     *
     * @param cell the cell that runs
     */
    void snippetEnded(Object cell) {
        await(() -> {
            send();
            remainder(cell).forEach(Runnable::run);
        });
    }

    /** On the thread that sends. */
    private void send() {
        taken().forEach(Runnable::run);
    }

    private synchronized List<Runnable> taken() {
        scheduled = false;
        List<Runnable> messages = new ArrayList<>();
        cells.values().forEach(cell -> messages.addAll(cell.text.taken()));
        return messages;
    }

    private synchronized List<Runnable> remainder(Object cell) {
        return cells.containsKey(cell) ? cell(cell).text.remainder() : List.of();
    }

    private synchronized Cell cell(Object key) {
        return cells.computeIfAbsent(key, unknown -> new Cell());
    }

    private void pause(Object key) {
        if (shown(key) <= AT_ONCE) {
            return;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody interrupts this thread
        }
    }

    private synchronized int shown(Object key) {
        Cell cell = cell(key);
        cell.displays++;
        return cell.displays;
    }

    /** Waits also in a thread that is interrupted. */
    private void await(Runnable task) {
        try {
            CompletableFuture.runAsync(task, sender).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw e;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "cell output");
        thread.setDaemon(true);
        return thread;
    }
}
