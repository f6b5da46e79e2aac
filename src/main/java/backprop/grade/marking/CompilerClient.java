package backprop.grade.marking;

import backprop.grade.executor.CellCompiler;
import backprop.grade.protocol.CompiledCell;
import backprop.grade.sandbox.ProcessExit;
import backprop.grade.sandbox.SandboxLauncher;
import backprop.grade.sandbox.SandboxProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compiles the cells of one submission after the other, in a compiler that is kept while nothing is odd about it: a
 * warm one is quicker.
 */
final class CompilerClient implements AutoCloseable {
    private static final double SECONDS = 6; // of the processor, for a cell
    private static final double CLOCK = 30;
    private static final double ALL = 40; // seconds of the processor for a submission
    private static final double ALL_CLOCK = 150;
    private static final double COLD = 30; // for what stands before the first cell
    private static final int USES = 100; // submissions, so that its memory stays what it is
    private static final int MOST_EXITS = 4;
    private static final CompiledCell NOTHING = new CompiledCell(List.of(), "", List.of());

    private final SandboxLauncher launcher;
    private SandboxProcess process;
    private int uses;
    private double gone; // seconds of the processor that compilers used that are no longer there

    CompilerClient(SandboxLauncher launcher) {
        this.launcher = launcher;
    }

    /**
     * What stands before the first cell, then all cells, in order; one at which the compiler ended, and a fresh one too,
     * is left out, and has an error; so has one that is more than Java or the compiler can take, of which a new shell
     * compiles what comes before that.
     *
     * @throws IOException if no compiler can be started
     */
    List<CompiledCell> compile(List<CellSource> cells) throws IOException {
        List<CompiledCell> done = new ArrayList<>();
        Limit limit = new Limit();
        Map<String, CompiledCell> tooLarge = new HashMap<>();
        int exits = 0;
        int suspect = -1;
        boolean fresh = true;
        while (done.size() <= cells.size()) {
            int next = done.size() - 1;
            try {
                if (fresh) {
                    restore(cells, done);
                    fresh = false;
                } else {
                    CompiledCell compiled = cell(cells.get(next), tooLarge);
                    done.add(compiled);
                    fresh = !compiled.isSound();
                    if (compiled.shell() == CompiledCell.Shell.DOUBTFUL) {
                        discard();
                    }
                }
                if (limit.isReached()) {
                    giveUp(cells, done, new ProcessExit(ProcessExit.Cause.TIME));
                }
            } catch (ProcessExit exit) {
                discard();
                if (!fresh && suspect == next) {
                    done.add(failed(exit));
                }
                suspect = next;
                fresh = true;
                exits += exit.isPaused() ? 0 : 1;
                if (exits > MOST_EXITS) {
                    giveUp(cells, done, exit);
                }
            }
        }
        uses++;
        if (exits > 0 || !tooLarge.isEmpty() || uses >= USES) {
            discard();
        }
        return done;
    }

    /** What all cells of a submission may take together. */
    private final class Limit {
        private final double started = SandboxLauncher.clock();
        private final double before = used();

        boolean isReached() {
            return used() - before > ALL || SandboxLauncher.clock() - started > ALL_CLOCK;
        }
    }

    /** Seconds of the processor, by all compilers so far. */
    private double used() {
        return gone + (process == null ? 0 : process.seconds());
    }

    /** A new notebook, with the cells that compiled before. */
    private void restore(List<CellSource> cells, List<CompiledCell> done) throws IOException, ProcessExit {
        if (process == null || !process.alive()) {
            discard();
            process = launcher.compiler();
        }
        CompiledCell prelude = asked(CellCompiler.BEGIN, Prelude.source(cells), COLD);
        if (done.isEmpty()) {
            done.add(prelude);
            return;
        }
        for (int k = 0; k < done.size() - 1; k++) {
            CompiledCell before = done.get(k + 1);
            if (!before.snippets().isEmpty()) {
                done.set(k + 1, again(cells.get(k), before));
            }
        }
    }

    private CompiledCell again(CellSource cell, CompiledCell before) throws ProcessExit {
        if (before.isSound()) {
            return cell(cell);
        }
        String part = String.format(Locale.ROOT, "%d\n%s", before.snippets().size(), cell.text());
        return before.with(asked(CellCompiler.PART, part, SECONDS).snippets());
    }

    /**
     * A cell; of one that was too large before, nothing.
     *
     * @param tooLarge such cells, to which it is added if it is one
     */
    private CompiledCell cell(CellSource cell, Map<String, CompiledCell> tooLarge) throws ProcessExit {
        if (tooLarge.containsKey(cell.text())) {
            return tooLarge.get(cell.text());
        }
        CompiledCell compiled = cell(cell);
        if (!compiled.isSound()) {
            tooLarge.put(cell.text(), new CompiledCell(List.of(), compiled.error(), List.of()));
        }
        return compiled;
    }

    private CompiledCell cell(CellSource cell) throws ProcessExit {
        if (cell.text().isBlank()) {
            return NOTHING;
        }
        CompiledCell first = asked(CellCompiler.CELL, cell.text(), SECONDS);
        if (first.error().isEmpty() || cell.otherwise().isEmpty() || !first.isSound()) {
            return first;
        }
        CompiledCell second = asked(CellCompiler.CELL, cell.otherwise(), SECONDS);
        return second.error().isEmpty() ? second : first;
    }

    private CompiledCell asked(char what, String source, double seconds) throws ProcessExit {
        process.allow(seconds, CLOCK);
        byte[] answer = process.ask((what + source).getBytes(StandardCharsets.UTF_8));
        try {
            return CompiledCell.of(answer);
        } catch (IOException e) {
            throw process.wrote();
        }
    }

    private static CompiledCell failed(ProcessExit exit) {
        return new CompiledCell(List.of(), "The compiler gave up: " + exit.why().words() + ".", List.of());
    }

    private static void giveUp(List<CellSource> cells, List<CompiledCell> done, ProcessExit exit) throws IOException {
        if (done.isEmpty()) {
            throw new IOException("the compiler does not start: " + exit.why().words());
        }
        while (done.size() <= cells.size()) {
            done.add(failed(exit));
        }
    }

    private void discard() {
        gone = used();
        if (process != null) {
            process.close();
        }
        process = null;
        uses = 0;
    }

    @Override
    public void close() {
        discard();
    }
}
