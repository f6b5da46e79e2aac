package backprop.grade.sandbox;

import backprop.grade.result.GradeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The system's libraries that a JDK loads, and where its configuration lies if that is outside of its folder. Those
 * that do not lie where every system has its own get a folder whose name tells nothing of this computer.
 */
final class SystemLibraries {
    /** {@code libz.so.1 => /lib/x86_64-linux-gnu/libz.so.1 (0x…)}, or the loader, which stands alone. */
    private static final Pattern FOUND =
            Pattern.compile("^\\s*(?:\\S+ => )?(/\\S+) \\(0x\\p{XDigit}+\\)$", Pattern.MULTILINE);
    /** What draws on screens. */
    private static final Pattern NOT_NEEDED = Pattern.compile("lib(?:.*xawt|splashscreen|jawt|jsound).*");

    /** Where each computer may have the same. */
    private static final Pattern COMMON = Pattern.compile("/(?:usr/)?lib[^/]*/.*|/(?:etc|usr|nix|gnu)/.*");

    private static final Path OTHERS = Path.of("/libraries");

    private final List<Sandbox.Shared> files;

    private SystemLibraries(List<Sandbox.Shared> files) {
        this.files = files;
    }

    /** What is given to a program, and where it finds it. */
    List<Sandbox.Shared> files() {
        return files;
    }

    /** What tells the linker where those lie that are in no usual place. */
    Map<String, String> environment() {
        boolean others = files.stream().anyMatch(file -> file.inside().startsWith(OTHERS));
        return others ? Map.of("LD_LIBRARY_PATH", OTHERS.toString()) : Map.of();
    }

    /**
     * The files, as ldd finds them.
     *
     * @throws IOException if the JDK cannot be read
     */
    static SystemLibraries of(Path jdk) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("ldd", jdk.resolve("bin/java").toString()));
        try (Stream<Path> files = Files.walk(jdk.resolve("lib"))) {
            files.filter(file -> file.toString().endsWith(".so"))
                    .filter(file ->
                            !NOT_NEEDED.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .forEach(file -> command.add(file.toString()));
        }
        Process ldd = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(ldd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        TreeSet<Path> found = new TreeSet<>();
        Matcher line = FOUND.matcher(said);
        while (line.find()) {
            Path file = Path.of(line.group(1));
            if (!file.startsWith(jdk)) {
                found.add(file);
            }
        }
        if (found.isEmpty()) {
            throw new GradeException("ldd must tell which libraries Java loads, but said: " + said.strip());
        }
        found.addAll(configuration(jdk));
        List<Sandbox.Shared> files = new ArrayList<>();
        for (Path file : found) {
            files.add(new Sandbox.Shared(file.toRealPath(), inside(file), false));
        }
        return new SystemLibraries(List.copyOf(files));
    }

    private static Path inside(Path file) {
        return COMMON.matcher(file.toString()).matches() ? file : OTHERS.resolve(file.getFileName());
    }

    /** Debian's JDK has links into /etc. */
    private static List<Path> configuration(Path jdk) throws IOException {
        List<Path> targets = new ArrayList<>();
        for (String folder : List.of("conf", "lib")) {
            try (Stream<Path> files = Files.walk(jdk.resolve(folder))) {
                for (Path link : files.filter(Files::isSymbolicLink)
                        .filter(Files::exists)
                        .toList()) {
                    Path target = link.toRealPath();
                    if (!target.startsWith(jdk)) {
                        targets.add(target);
                    }
                }
            }
        }
        return targets;
    }
}
