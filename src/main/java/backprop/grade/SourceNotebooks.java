package backprop.grade;

import backprop.grade.assignment.Assignment;
import backprop.grade.result.GradeException;
import backprop.matrix.Matrix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where the assignments' source notebooks are: those of Backprop, and an instructor's own, which come first. */
final class SourceNotebooks {
    private SourceNotebooks() {}

    /** Backprop's folder, which holds target/ with the jar, or with the classes while it is being built. */
    static Path home() {
        try {
            return Path.of(Matrix.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath()
                    .getParent()
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The source notebook of an assignment.
     *
     * @param name its name, or the beginning of it, or the file itself
     * @throws GradeException if there is none, or more than one
     */
    static Path find(String name, Optional<Path> own) {
        Path file = Path.of(name);
        if (name.endsWith(".ipynb") && Files.isRegularFile(file)) {
            return file;
        }
        TreeMap<String, Path> all = new TreeMap<>();
        collect(home().resolve("exercises"), all);
        own.ifPresent(folder -> collect(folder.resolve("exercises"), all));
        if (all.containsKey(name)) {
            return all.get(name);
        }
        List<String> found =
                all.keySet().stream().filter(each -> each.startsWith(name)).toList();
        if (found.size() == 1) {
            return all.get(found.get(0));
        }
        throw new GradeException("There is %s assignment %s; there are %s."
                .formatted(found.isEmpty() ? "no" : "more than one", name, String.join(", ", all.keySet())));
    }

    /**
     * The assignments beside this one, Backprop's and those in the folder of its own source; without those that cannot be
     * read, for they are not asked for.
     */
    static List<Assignment> others(Assignment asked, Path source) {
        TreeMap<String, Path> all = new TreeMap<>();
        collect(home().resolve("exercises"), all);
        Optional.ofNullable(source.toAbsolutePath().getParent())
                .map(Path::getParent)
                .ifPresent(exercises -> collect(exercises, all));
        all.remove(asked.name());
        return all.values().stream()
                .map(SourceNotebooks::readable)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Assignment> readable(Path notebook) {
        try {
            return Optional.of(Assignment.read(notebook));
        } catch (GradeException unreadable) {
            return Optional.empty();
        }
    }

    private static void collect(Path exercises, Map<String, Path> all) {
        if (!Files.isDirectory(exercises)) {
            return;
        }
        try (Stream<Path> folders = Files.list(exercises)) {
            folders.forEach(folder -> {
                Path notebook = folder.resolve(folder.getFileName() + ".ipynb");
                if (Files.isRegularFile(notebook)) {
                    all.put(folder.getFileName().toString(), notebook);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
