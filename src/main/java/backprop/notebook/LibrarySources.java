package backprop.notebook;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.JShell;

/**
 * Shows JShell where the library's sources are, so that it finds the Javadoc. On the class path they would hinder it.
 */
final class LibrarySources {
    private LibrarySources() {}

    /** Offers JShell the sources jar, which lies in docs/ beside the library's jar. Without it there is no Javadoc. */
    static void offer(JShell shell) {
        try {
            Path jar = Path.of(LibrarySources.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path sources = jar.resolveSibling("docs")
                    .resolve(jar.getFileName().toString().replace(".jar", "-sources.jar"));
            if (Files.exists(sources)) {
                add(shell, sources);
            }
        } catch (URISyntaxException | IOException | ReflectiveOperationException | RuntimeException noJavadocThen) {
            return;
        }
    }

    private static void add(JShell shell, Path sources) throws IOException, ReflectiveOperationException {
        Object analysis = shell.sourceCodeAnalysis();
        List<Path> known = new ArrayList<>();
        java.lang.reflect.Method find = analysis.getClass().getDeclaredMethod("findSources");
        find.setAccessible(true);
        ((List<?>) find.invoke(analysis)).forEach(path -> known.add((Path) path));
        FileSystem zip = FileSystems.newFileSystem(sources);
        known.add(zip.getPath("/"));
        Reflection.set(analysis, "availableSources", known);
    }
}
