package backprop.grade.sandbox;

import backprop.grade.result.GradeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Bubblewrap: namespaces of its own for everything, so that there is no network, no other process, an empty
 * environment, and of the file system the JDK, the system's libraries that it loads, what a program is given to read,
 * and a small /tmp; a filter on system calls, so that there is no new process; and limits of the kernel. What lies in
 * the sandbox has names that tell nothing of this computer.
 */
public final class Bubblewrap implements Sandbox {
    private static final long TMP = 16 << 20; // bytes
    private static final int NO_COMMAND = 127; // the shell's exit code
    private static final int PATIENCE = 20; // seconds for the trial
    private static final String USER = "1000"; // any but this computer's own
    private static final Path JDK = Path.of("/jdk");
    private static final Path LIBRARY = Path.of("/backprop");
    /** Read by the linker and by Java's launcher, which look for their libraries beside it; there is no more of /proc. */
    private static final String ITSELF = "/proc/self/exe";

    private static final List<String> DEVICES = List.of("/dev/null", "/dev/random", "/dev/urandom");

    private static final String OTHERWISE =
            " With --no-sandbox students' code runs with your own rights, and each report says so.";

    private final Path jdk;
    private final SystemLibraries libraries;
    private final Path filter;
    private final String limits;

    /**
     * Looks whether it can be had.
     *
     * @param jdk the JDK's folder
     * @param folder where the filter of system calls is kept
     * @throws GradeException if it is not installed, or not allowed here
     */
    public Bubblewrap(Path jdk, Path folder) {
        this(jdk, folder, ResourceLimit.script());
    }

    /**
     * With other limits.
     *
     * @param limits a shell's commands, each of which ends with a semicolon
     */
    Bubblewrap(Path jdk, Path folder, String limits) {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            throw new GradeException("The sandbox needs Linux with bubblewrap." + OTHERWISE);
        }
        this.limits = limits;
        try {
            this.jdk = jdk.toRealPath();
            this.libraries = SystemLibraries.of(this.jdk);
            this.filter = SystemCallFilter.written(folder);
            require(start(List.of(JDK.resolve("bin/java").toString(), "-Xshare:auto", "-version"), List.of()));
        } catch (IOException e) {
            throw new GradeException("The sandbox needs bubblewrap (bwrap), which does not start: install the package"
                    + " bubblewrap." + OTHERWISE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GradeException("Stopped.");
        }
    }

    private static void require(Process trial) throws IOException, InterruptedException {
        trial.getOutputStream().close();
        boolean ended = trial.waitFor(PATIENCE, TimeUnit.SECONDS);
        if (!ended) {
            trial.destroyForcibly();
        }
        if (ended && trial.exitValue() == 0) {
            return;
        }
        if (ended && trial.exitValue() == NO_COMMAND) {
            throw new IOException("no bwrap");
        }
        Optional<ResourceLimit> refused = ended ? ResourceLimit.refused(trial.exitValue()) : Optional.empty();
        if (refused.isPresent()) {
            throw new GradeException("The sandbox's limit of " + refused.get().words() + " cannot be set to "
                    + refused.get().value() + " here: may your own limit be lower (ulimit -a)?" + OTHERWISE);
        }
        throw new GradeException(
                "Bubblewrap (bwrap) does not start Java here: are user namespaces allowed?" + OTHERWISE);
    }

    @Override
    public boolean confines() {
        return true;
    }

    @Override
    public Path jdk(Path folder) {
        return JDK;
    }

    @Override
    public Path inside(Path file, String name) {
        return LIBRARY.resolve(name);
    }

    @Override
    public Process start(List<String> command, List<Shared> files) throws IOException {
        // the shell runs outside of the sandbox: it sets the limits, opens the filter and then becomes bubblewrap;
        // a Ctrl-C that is meant for the grader must not look as if the student's code had ended
        List<String> line = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                limits + "trap '' INT QUIT HUP; exec bwrap \"$@\" 3<" + quoted(filter),
                "sh",
                "--seccomp",
                "3"));
        // the first process of the sandbox is bubblewrap's own: it ends with the grader, and all others with it
        line.addAll(List.of(
                "--unshare-all",
                "--unshare-user",
                "--die-with-parent",
                "--new-session",
                "--clearenv",
                "--cap-drop",
                "ALL",
                "--uid",
                USER,
                "--gid",
                USER,
                "--hostname",
                "sandbox",
                "--dir",
                "/proc/self",
                "--symlink",
                JDK.resolve("bin/java").toString(),
                ITSELF,
                "--tmpfs",
                "/dev",
                "--size",
                Long.toString(TMP),
                "--tmpfs",
                "/tmp"));
        for (String device : DEVICES) {
            line.addAll(List.of("--dev-bind", device, device));
        }
        line.addAll(List.of("--ro-bind", jdk.toString(), JDK.toString()));
        libraries.environment().forEach((name, value) -> line.addAll(List.of("--setenv", name, value)));
        for (Shared file : libraries.files()) {
            bind(line, file);
        }
        for (Shared file : files) {
            bind(line, file);
        }
        line.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/tmp", "--"));
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path);
        return builder.start();
    }

    private static void bind(List<String> line, Shared file) {
        line.addAll(List.of(
                file.writable() ? "--bind" : "--ro-bind",
                file.outside().toAbsolutePath().toString(),
                file.inside().toString()));
    }

    private static String quoted(Path path) {
        return "'" + path.toAbsolutePath().toString().replace("'", "'\\''") + "'";
    }

    /** The only child of the sandbox's first process, which is the only child of what was started. */
    @Override
    public Optional<ProcessHandle> machine(Process started) {
        return ChildProcesses.first(started.toHandle()).flatMap(ChildProcesses::first);
    }

    @Override
    public Optional<String> lack(ProcessHandle machine) {
        return ConfinementCheck.lack(machine.pid());
    }

    @Override
    public boolean crowded(ProcessHandle machine) {
        return TemporaryFiles.crowded(Path.of("/proc", Long.toString(machine.pid()), "root/tmp"));
    }
}
