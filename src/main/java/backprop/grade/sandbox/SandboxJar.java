package backprop.grade.sandbox;

import backprop.grade.executor.Executor;
import backprop.matrix.Matrix;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All classes that a sandbox may know: the student's jar without the tests of the exercises and what they know of the
 * right answers, and the programs that run inside. Made afresh when one of them has changed, with an archive of the
 * classes that each program loads, so that it starts sooner.
 */
public final class SandboxJar {
    private static final String ARCHIVE = "classes.jsa";
    private static final Duration KEPT = Duration.ofDays(2);

    private final Sandbox sandbox;
    private final Path java;
    private final Path jar;
    private final List<Path> others;

    private SandboxJar(Sandbox sandbox, Path jdk, Path jar, List<Path> others) {
        this.sandbox = sandbox;
        this.java = sandbox.jdk(jdk).resolve("bin/java");
        this.jar = jar;
        this.others = others;
    }

    /**
     * Finds it or makes it.
     *
     * @param sandbox where it is used: an archive knows its classes by their paths
     * @param jdk the JDK's folder
     * @param folder where it is kept
     * @param say told what takes a while
     * @return the jar
     * @throws IOException if it cannot be made
     */
    public static SandboxJar prepared(Sandbox sandbox, Path jdk, Path folder, Consumer<String> say) throws IOException {
        Files.createDirectories(folder);
        Path library = origin(Matrix.class);
        Path grader = origin(Executor.class);
        List<Path> others = Files.isDirectory(library) ? libraries() : List.of();
        StringBuilder all = new StringBuilder(stamp(library) + stamp(grader));
        for (Path other : others) {
            all.append(stamp(other));
        }
        String key = digest(jdk + " " + Runtime.version() + sandbox.confines() + all);
        SandboxJar made = new SandboxJar(sandbox, jdk, folder.resolve("sandbox-" + key + ".jar"), others);
        if (!made.complete()) {
            say.accept("Preparing what the sandbox may know ...");
            made.make(library, grader);
        }
        return made;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }

    private boolean complete() {
        return Files.exists(jar)
                && Arrays.stream(SandboxProgram.values()).map(this::archive).allMatch(Files::exists);
    }

    private void make(Path library, Path grader) throws IOException {
        if (!Files.exists(jar)) {
            removeOld(jar.getParent());
            Path fresh = Files.createTempFile(jar.getParent(), "sandbox-", ".tmp");
            SandboxJarContent.write(fresh, library, grader);
            Files.move(fresh, jar, StandardCopyOption.ATOMIC_MOVE);
        }
        for (SandboxProgram program : SandboxProgram.values()) {
            train(program);
        }
    }

    /** The command that starts a program. */
    List<String> command(SandboxProgram program) {
        Path archive = archive(program);
        return command(
                program,
                Files.exists(archive) ? "-XX:SharedArchiveFile=" + sandbox.inside(archive, ARCHIVE) : "-Xshare:auto",
                program.main());
    }

    private List<String> command(SandboxProgram program, String archive, Class<?> main) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(program.options());
        command.addAll(List.of(archive, "-cp", classPath(), main.getName()));
        return command;
    }

    private String classPath() {
        return String.join(
                File.pathSeparator,
                jars().map(shared -> shared.inside().toString()).toList());
    }

    /** All jars, by their place. */
    private Stream<Sandbox.Shared> jars() {
        List<Path> all = Stream.concat(Stream.of(jar), others.stream()).toList();
        return IntStream.range(0, all.size()).mapToObj(k -> shared(all.get(k), "backprop-" + k + ".jar"));
    }

    private Sandbox.Shared shared(Path file, String name) {
        return new Sandbox.Shared(file, sandbox.inside(file, name), false);
    }

    private Path archive(SandboxProgram program) {
        String name =
                jar.getFileName().toString().replaceFirst("jar$", program.name().toLowerCase(Locale.ROOT) + ".jsa");
        return jar.resolveSibling(name);
    }

    /** What a program must be able to read. */
    List<Sandbox.Shared> files(SandboxProgram program) {
        Path archive = archive(program);
        return Stream.concat(jars(), Stream.of(archive).filter(Files::exists).map(file -> shared(file, ARCHIVE)))
                .toList();
    }

    /** Where a class comes from: a jar, or a folder while Backprop is being built. */
    private static Path origin(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The libraries that a build has in other jars. */
    private static List<Path> libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .map(Path::toAbsolutePath)
                .toList();
    }

    private static String stamp(Path origin) throws IOException {
        if (Files.isRegularFile(origin)) {
            return " " + origin + Files.getLastModifiedTime(origin) + Files.size(origin);
        }
        try (Stream<Path> files = Files.walk(origin)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> {
                        try {
                            return file + " " + Files.getLastModifiedTime(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList()
                    .toString();
        }
    }

    /** Those of builds long ago; a grader that runs beside this one, with another JDK, keeps its own. */
    private static void removeOld(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(old -> old.getFileName().toString().startsWith("sandbox-"))
                    .toList()) {
                Instant made = Files.getLastModifiedTime(file).toInstant();
                if (made.isBefore(Instant.now().minus(KEPT))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /**
     * Lets a program start and end once, where it will, and keeps the classes that it loaded. Without it, processes start
     * more slowly.
     */
    private void train(SandboxProgram program) throws IOException {
        Path folder = Files.createTempDirectory(jar.getParent(), "training");
        Path inside = sandbox.inside(folder, "training");
        List<String> command =
                command(program, "-XX:ArchiveClassesAtExit=" + inside.resolve(ARCHIVE), program.training());
        Stream<Sandbox.Shared> made = Stream.of(new Sandbox.Shared(folder, inside, true));
        ClassArchive.train(sandbox.start(command, Stream.concat(jars(), made).toList()));
        Path fresh = folder.resolve(ARCHIVE);
        if (Files.exists(fresh) && Files.size(fresh) > 0) {
            Files.move(fresh, archive(program), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(fresh);
        Files.delete(folder);
    }
}
