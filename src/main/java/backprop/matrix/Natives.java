package backprop.matrix;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds OpenBLAS in {@code natives/<platform>/} beside the library's jar (or beside the folder of its classes), where the
 * build lays it.
 */
final class Natives {
    private static final List<String> SYSTEM_FOLDERS = List.of(
            "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib", "/usr/local/lib");
    private static final List<String> SYSTEM_NAMES = List.of("libopenblas.so.0", "libblas.so.3");

    /** The run-time libraries of the Fortran compiler, each after those that it needs. */
    private static final List<String> COMPANIONS = List.of("libgcc_s.so.1", "libquadmath.so.0", "libgfortran.so.5");

    private Natives() {}

    /** Returns the OpenBLAS that lies beside the jar, if there is one. */
    static Optional<Path> openBlas() {
        return folder().flatMap(Natives::library);
    }

    /**
     * The system's BLAS on Linux, if it is there. Only a file that was seen is returned: netlib prints a message when it
     * is sent to load a library that is absent.
     */
    static Optional<Path> systemBlas() {
        return SYSTEM_FOLDERS.stream()
                .flatMap(folder -> SYSTEM_NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * Loads the libraries that OpenBLAS needs from its own folder, where they lie beside it: the system may not have
     * them, and the loader looks there for OpenBLAS's own needs, not for theirs.
     */
    static void loadCompanions(Path openBlas) {
        for (String name : COMPANIONS) {
            Path library = openBlas.resolveSibling(name);
            if (Files.isRegularFile(library)) {
                System.load(library.toAbsolutePath().toString());
            }
        }
    }

    private static Optional<Path> library(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("libopenblas"))
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Path> folder() {
        CodeSource source = Natives.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            URI jar = source.getLocation().toURI();
            Path folder = Path.of(jar).resolveSibling("natives").resolve(platform());
            return Optional.of(folder).filter(Files::isDirectory);
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return Optional.empty();
        }
    }

    /** The name that bytedeco's jars give to this platform. */
    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "macosx" : "linux";
        String machine = switch (arch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm64";
            default -> arch;
        };
        return system + "-" + machine;
    }
}
