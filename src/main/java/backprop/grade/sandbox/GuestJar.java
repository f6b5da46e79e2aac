package backprop.grade.sandbox;

import backprop.grade.guest.CellCompiler;
import backprop.grade.guest.Frames;
import backprop.grade.guest.Player;
import backprop.matrix.Matrix;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All classes that a sandbox may know: the student's jar without the tests of the exercises and what they know of the
 * right answers, and the programs that run inside. Made afresh when one of them has changed, with an archive of the
 * classes that each program loads, so that it starts sooner.
 */
public final class GuestJar {
    private static final String EXERCISES = "backprop/exercise/";
    private static final String GRADE = "backprop/grade/";
    private static final String GUEST = "backprop/grade/guest/";
    private static final String ARCHIVE = "classes.jsa";
    private static final Duration KEPT = Duration.ofDays(2);
    private static final Duration LONGEST = Duration.ofMinutes(2); // an archive takes some seconds

    private final Sandbox sandbox;
    private final Path java;
    private final Path jar;
    private final List<Path> others;

    private GuestJar(Sandbox sandbox, Path jdk, Path jar, List<Path> others) {
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
    public static GuestJar prepared(Sandbox sandbox, Path jdk, Path folder, Consumer<String> say) throws IOException {
        Files.createDirectories(folder);
        Path kit = origin(Matrix.class);
        Path grader = origin(Player.class);
        List<Path> others = Files.isDirectory(kit) ? libraries() : List.of();
        StringBuilder all = new StringBuilder(stamp(kit) + stamp(grader));
        for (Path library : others) {
            all.append(stamp(library));
        }
        String key = digest(jdk + " " + Runtime.version() + sandbox.confines() + all);
        GuestJar made = new GuestJar(sandbox, jdk, folder.resolve("guest-" + key + ".jar"), others);
        if (!made.complete()) {
            say.accept("Preparing what the sandbox may know ...");
            made.make(kit, grader);
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
                && Arrays.stream(Program.values()).map(this::archive).allMatch(Files::exists);
    }

    private void make(Path kit, Path grader) throws IOException {
        if (!Files.exists(jar)) {
            removeOld(jar.getParent());
            Path fresh = Files.createTempFile(jar.getParent(), "guest", ".tmp");
            write(fresh, kit, grader);
            Files.move(fresh, jar, StandardCopyOption.ATOMIC_MOVE);
        }
        for (Program program : Program.values()) {
            makeArchive(program);
        }
    }

    /** The command that starts a program. */
    List<String> command(Program program) {
        Path archive = archive(program);
        return command(
                program,
                Files.exists(archive) ? "-XX:SharedArchiveFile=" + sandbox.inside(archive, ARCHIVE) : "-Xshare:auto",
                program.main());
    }

    private List<String> command(Program program, String archive, Class<?> main) {
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:-UseContainerSupport",
                "-Xlog:disable",
                "-XX:+SuppressFatalErrorMessage",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+DisableAttachMechanism",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=/tmp"));
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
        return IntStream.range(0, all.size()).mapToObj(k -> shared(all.get(k), "kit-" + k + ".jar"));
    }

    private Sandbox.Shared shared(Path file, String name) {
        return new Sandbox.Shared(file, sandbox.inside(file, name), false);
    }

    private Path archive(Program program) {
        String name =
                jar.getFileName().toString().replaceFirst("jar$", program.name().toLowerCase(Locale.ROOT) + ".jsa");
        return jar.resolveSibling(name);
    }

    /** What a program must be able to read. */
    List<Sandbox.Shared> files(Program program) {
        Path archive = archive(program);
        return Stream.concat(jars(), Stream.of(archive).filter(Files::exists).map(file -> shared(file, ARCHIVE)))
                .toList();
    }

    /** Where a class comes from: a jar, or a folder while the kit is being built. */
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
            for (Path file : files.filter(old -> old.getFileName().toString().startsWith("guest"))
                    .toList()) {
                Instant made = Files.getLastModifiedTime(file).toInstant();
                if (made.isBefore(Instant.now().minus(KEPT))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static void write(Path jar, Path kit, Path grader) throws IOException {
        TreeMap<String, byte[]> entries = new TreeMap<>();
        collect(kit, entries);
        if (!grader.equals(kit)) {
            collect(grader, entries);
        }
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.setLevel(Deflater.NO_COMPRESSION); // each guest reads it
            for (var entry : entries.entrySet()) {
                ZipEntry one = new ZipEntry(entry.getKey());
                one.setTime(0);
                out.putNextEntry(one);
                out.write(entry.getValue());
            }
        }
    }

    private static void collect(Path origin, Map<String, byte[]> entries) throws IOException {
        if (Files.isDirectory(origin)) {
            try (Stream<Path> files = Files.walk(origin)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    add(origin.relativize(file).toString(), Files.readAllBytes(file), entries);
                }
            }
            return;
        }
        try (JarFile jar = new JarFile(origin.toFile())) {
            for (JarEntry entry : jar.stream().filter(one -> !one.isDirectory()).toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    add(entry.getName(), in.readAllBytes(), entries);
                }
            }
        }
    }

    /** Of exercises, contracts and the records that they speak of are public; tests and what they know are not. */
    private static void add(String name, byte[] content, Map<String, byte[]> entries) throws IOException {
        if (name.startsWith(GRADE) && !name.startsWith(GUEST)) {
            return;
        }
        boolean ofAnExercise =
                name.startsWith(EXERCISES) && (name.indexOf('/', EXERCISES.length()) > 0 || name.contains("$Tests"));
        boolean isContract = name.endsWith(".class")
                && !name.contains("$")
                && ClassFile.of(content).isPublic();
        if (ofAnExercise && !isContract) {
            return;
        }
        entries.put(name, content);
    }

    /**
     * Lets a program start and end once, where it will, and keeps the classes that it loaded. Without it, guests start
     * more slowly.
     */
    private void makeArchive(Program program) throws IOException {
        Path folder = Files.createTempDirectory(jar.getParent(), "rehearsal");
        Path fresh = folder.resolve(ARCHIVE);
        Path inside = sandbox.inside(folder, "rehearsal");
        List<String> command =
                command(program, "-XX:ArchiveClassesAtExit=" + inside.resolve(ARCHIVE), program.rehearsal());
        Stream<Sandbox.Shared> made = Stream.of(new Sandbox.Shared(folder, inside, true));
        Process rehearsal = sandbox.start(command, Stream.concat(jars(), made).toList());
        try (OutputStream pipe = rehearsal.getOutputStream()) {
            new Frames(InputStream.nullInputStream(), pipe)
                    .write(CellCompiler.REHEARSAL.getBytes(StandardCharsets.UTF_8));
        } catch (IOException needsNoMessage) {
            // it has ended already
        }
        await(rehearsal);
        if (Files.exists(fresh) && Files.size(fresh) > 0) {
            Files.move(fresh, archive(program), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(fresh);
        Files.delete(folder);
    }

    /** A program that does not end is ended: then there is no archive of its classes, and guests start more slowly. */
    private static void await(Process rehearsal) {
        try {
            if (rehearsal.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        rehearsal.destroyForcibly().onExit().join();
    }
}
