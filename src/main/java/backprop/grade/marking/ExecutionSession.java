package backprop.grade.marking;

import backprop.grade.protocol.Signature;
import backprop.grade.protocol.SnippetCode;
import backprop.grade.sandbox.ProcessExit;
import backprop.grade.sandbox.SandboxLauncher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Runs the cells of one submission. When its virtual machine ends, another one runs them again, without the snippet or
 * the call that ended it.
 */
final class ExecutionSession implements AutoCloseable {
    private static final double SNIPPET = 10; // seconds of the processor
    private static final int MOST_PRINTED = 1000; // characters
    private static final int MOST_PAUSES = 5;

    private final SessionProcess process;
    private final List<ExecutedSnippet> executed = new ArrayList<>();
    private final Set<Integer> ending = new HashSet<>();
    private final StringBuilder printed = new StringBuilder();
    private final Set<ExecutedSnippet> here = Collections.newSetFromMap(new IdentityHashMap<>()); // run in this machine
    private double allowed;
    private boolean quiet;
    private boolean wasQuiet;

    ExecutionSession(SandboxLauncher launcher, PhaseTimer timer) {
        this.process = new SessionProcess(launcher, timer, printed::append);
    }

    /**
     * A snippet that was run.
     *
     * @param own whether the student wrote it
     */
    private record ExecutedSnippet(SnippetCode code, boolean own) {}

    /** What was run up to some place in the notebook. */
    static final class Position {
        private final List<ExecutedSnippet> executed;

        private Position(List<ExecutedSnippet> executed) {
            this.executed = executed;
        }
    }

    /** Something that the machine is asked. */
    private interface Request<T, E extends Throwable> {
        T made() throws ProcessExit, E;
    }

    /** Whether what the student's cells start was left out somewhere, since it ended each machine. */
    boolean wasQuiet() {
        return wasQuiet;
    }

    /** The beginning of what was printed since it was last asked. */
    String printed() {
        String text = printed.toString();
        printed.setLength(0);
        return text.length() <= MOST_PRINTED ? text : text.substring(0, MOST_PRINTED) + "…";
    }

    /**
     * Runs a snippet; one that ends the virtual machine is left out from then on.
     *
     * @param own whether the student wrote it
     * @return the name of what it threw, or empty
     */
    String run(SnippetCode code, boolean own) throws ProcessExit {
        String threw = insisted(() -> {
            ready();
            return executed(code, own);
        });
        ExecutedSnippet done = new ExecutedSnippet(code, own);
        executed.add(done);
        here.add(done);
        return threw;
    }

    /** After a student's snippet the pipe must be clear, or it has written there. */
    private String executed(SnippetCode code, boolean own) throws ProcessExit {
        process.allow(SNIPPET);
        String threw = process.client().run(code);
        if (own) {
            process.clear();
        }
        return threw;
    }

    /** What has been run so far. */
    Position position() {
        return new Position(List.copyOf(executed));
    }

    /**
     * The tests of an exercise begin, as if nothing had been run after a position. What the exercises before did to the
     * machine that then had to be left quiet is no matter of this one.
     */
    void begin(Position position) {
        executed.clear();
        executed.addAll(position.executed);
        if (quiet || !here.containsAll(executed)) {
            end();
        }
        quiet = false;
    }

    /** What comes has a new machine. */
    void leave() {
        end();
    }

    /** What comes last has some time, whatever was used up before. */
    void reserve() {
        process.reserve();
    }

    /** What it is asked from now on may take so long, all together. */
    void allow(double seconds) throws ProcessExit {
        unlessPaused(() -> {
            ready();
            process.allow(seconds);
            return null;
        });
        allowed = seconds;
    }

    /**
     * Calls a function.
     *
     * @param check its number
     * @param given the arguments; afterwards what became of them
     */
    Object call(int check, Signature signature, Object[] given) throws Throwable {
        if (!process.isStarted()) {
            throw new ProcessExit(ProcessExit.Cause.EXIT);
        }
        Request<Object, Throwable> request = () -> {
            if (!process.isStarted()) {
                allow(allowed);
            }
            return process.client().call(check, signature, given);
        };
        if (ending.contains(check)) {
            return unlessPaused(request);
        }
        try {
            return insisted(request);
        } catch (ProcessExit exit) {
            ending.add(check);
            throw exit;
        }
    }

    /**
     * Asks for something that is to blame for the end of the machine only if it ends a new one too, and one in which the
     * student's cells have declared things but run nothing: it might have been a thread from before.
     */
    private <T, E extends Throwable> T insisted(Request<T, E> request) throws ProcessExit, E {
        boolean before = quiet;
        for (int tries = 0; tries < 2; tries++) {
            try {
                return unlessPaused(request);
            } catch (ProcessExit exit) {
                if (!exit.ofItself()) {
                    throw exit;
                }
            }
        }
        quiet = true;
        try {
            T answer = unlessPaused(request);
            wasQuiet = true;
            return answer;
        } catch (ProcessExit exit) {
            quiet = before;
            throw exit;
        }
    }

    /** Asks for something; and again where the grader was stopped meanwhile, since nobody can tell who is to blame. */
    private <T, E extends Throwable> T unlessPaused(Request<T, E> request) throws ProcessExit, E {
        for (int pauses = 0; pauses < MOST_PAUSES; pauses++) {
            try {
                return once(request);
            } catch (ProcessExit exit) {
                if (!exit.isPaused()) {
                    throw exit;
                }
            }
        }
        return once(request);
    }

    private <T, E extends Throwable> T once(Request<T, E> request) throws ProcessExit, E {
        try {
            return request.made();
        } catch (ProcessExit exit) {
            end();
            throw exit;
        }
    }

    /** A machine with a clear pipe: what one left there that is asked nothing is no fault of what comes next. */
    private void ready() throws ProcessExit {
        revive();
        try {
            process.clear();
        } catch (ProcessExit before) {
            end();
            revive();
        }
    }

    private void revive() throws ProcessExit {
        while (!process.isAlive()) {
            end();
            process.start(SNIPPET);
            replay();
        }
    }

    /**
     * Runs all again that was run before. If that ends the machine, the student's cells run nothing the next time; and if they
     * do not, the snippet at which it ended is left out.
     */
    private void replay() {
        for (ExecutedSnippet before : List.copyOf(executed)) {
            try {
                String unused = executed(quiet && before.own ? before.code.declarations() : before.code, before.own);
                here.add(before);
            } catch (ProcessExit exit) {
                if (!exit.isPaused() && (quiet || !exit.ofItself())) {
                    executed.remove(before);
                }
                quiet |= exit.ofItself();
                wasQuiet |= quiet;
                end();
                return;
            }
        }
        printed.setLength(0);
    }

    private void end() {
        here.clear();
        process.close();
    }

    @Override
    public void close() {
        end();
    }
}
