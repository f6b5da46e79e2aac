package backprop.grade.sandbox;

import backprop.grade.result.GradeException;
import java.io.IOException;
import java.util.Optional;

/** Starts virtual machines in a sandbox: an executor for each submission, and compilers, which are used again. */
public final class SandboxLauncher {
    private static final double STARTING = 20; // seconds
    private static final double STARTING_CLOCK = 120;
    private static final int TRIES = 3;

    private final Sandbox sandbox;
    private final SandboxJar jar;

    /**
     * Starts what is in a jar.
     *
     * @param sandbox where they run
     * @param jar what they may know
     */
    public SandboxLauncher(Sandbox sandbox, SandboxJar jar) {
        this.sandbox = sandbox;
        this.jar = jar;
    }

    /**
     * The clock by which they are waited for: it stands still while the grader is stopped.
     *
     * @return seconds for which the grader has run
     */
    public static double clock() {
        return Watchdog.nanos() / 1e9;
    }

    /**
     * Whether they are confined.
     *
     * @return true if so
     */
    public boolean confined() {
        return sandbox.confines();
    }

    /**
     * Tries one, before anything is marked.
     *
     * @return itself
     * @throws IOException if none can be started
     * @throws GradeException if it is not confined as it must be
     */
    public SandboxLauncher tried() throws IOException {
        try {
            executor().close();
            return this;
        } catch (NotConfinedException e) {
            throw new GradeException(e.getMessage());
        }
    }

    /**
     * A fresh virtual machine for the code of one submission.
     *
     * @return the machine, which has said that it is up
     * @throws IOException if it cannot be started, or is not confined as it must be
     */
    public SandboxProcess executor() throws IOException {
        return started(SandboxProgram.EXECUTOR);
    }

    /**
     * A virtual machine that compiles.
     *
     * @return the machine, which has said that it is up
     * @throws IOException if it cannot be started, or is not confined as it must be
     */
    public SandboxProcess compiler() throws IOException {
        return started(SandboxProgram.COMPILER);
    }

    /** Nothing of a student's has been there yet: that it does not start is nobody's fault but this computer's. */
    private SandboxProcess started(SandboxProgram program) throws IOException {
        for (int left = TRIES; true; left--) {
            SandboxProcess process =
                    new SandboxProcess(sandbox, sandbox.start(jar.command(program), jar.files(program)));
            process.allow(STARTING, STARTING_CLOCK);
            try {
                byte[] unused = process.hear();
                return confined(process);
            } catch (ProcessExit exit) {
                if (left == 1) {
                    throw new IOException(
                            "a virtual machine does not start in the sandbox: "
                                    + exit.why().words(),
                            exit);
                }
            }
        }
    }

    private static SandboxProcess confined(SandboxProcess process) throws IOException {
        Optional<String> lack = process.lack();
        if (lack.isPresent()) {
            process.close();
            throw new NotConfinedException(lack.get());
        }
        return process;
    }
}
