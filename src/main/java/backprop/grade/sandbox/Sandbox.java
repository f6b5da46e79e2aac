package backprop.grade.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where virtual machines run whose code nobody trusts. */
public interface Sandbox {
    /**
     * A file or folder that a program in the sandbox is given.
     *
     * @param outside where it lies
     * @param inside where the program finds it
     * @param writable whether it may be changed
     */
    record Shared(Path outside, Path inside, boolean writable) {}

    /**
     * Where a program inside finds the JDK.
     *
     * @param jdk the JDK's folder
     * @return the folder inside
     */
    Path jdk(Path jdk);

    /**
     * Where a program inside finds a file.
     *
     * @param file where it lies
     * @param name a name that tells nothing of this computer
     * @return the file inside
     */
    Path inside(Path file, String name);

    /**
     * Starts a program. Its stdin and stdout are pipes, its stderr goes nowhere. It ends when this process ends, or the
     * thread that started it.
     *
     * @param command the program and its arguments, with paths as they are inside
     * @param files what it is given, besides the JDK
     * @return the process
     * @throws IOException if it cannot be started
     */
    Process start(List<String> command, List<Shared> files) throws IOException;

    /**
     * The virtual machine itself.
     *
     * @param started what was started
     * @return the process in which it runs, or nothing while it is being set up
     */
    Optional<ProcessHandle> machine(Process started);

    /**
     * Asks the kernel whether a virtual machine is confined as it must be.
     *
     * @param machine the process in which it runs
     * @return what does not hold, as the end of a sentence, or nothing
     */
    Optional<String> lack(ProcessHandle machine);

    /**
     * Whether a virtual machine keeps more temporary files than any code needs.
     *
     * @param machine the process in which it runs
     * @return true if so
     */
    boolean crowded(ProcessHandle machine);

    /**
     * Whether what runs in it is confined.
     *
     * @return true if so
     */
    boolean confines();
}
