package backprop.grade.marking;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaFileManager.Location;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Which simple names an import brings in, as the compiler of this JDK sees it. */
final class ImportedNames implements AutoCloseable {
    private final StandardJavaFileManager files =
            ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
    private final List<Location> places = new ArrayList<>(List.of(StandardLocation.CLASS_PATH));

    /**
     * Of the JDK and of this program's class path.
     *
     * @throws IOException if they cannot be read
     */
    ImportedNames() throws IOException {
        String classPath = System.getProperty("java.class.path");
        files.setLocationFromPaths(
                StandardLocation.CLASS_PATH,
                Arrays.stream(classPath.split(File.pathSeparator, -1))
                        .map(Path::of)
                        .toList());
        files.listLocationsForModules(StandardLocation.SYSTEM_MODULES).forEach(places::addAll);
    }

    /**
     * The names of an import: of one class, one static member or a whole package.
     *
     * @param line such as {@code import java.util.*;}
     * @throws IllegalArgumentException for all static members of a class
     */
    Set<String> of(String line) {
        String imported = line.replaceFirst("^import\\s+(static\\s+)?", "").replaceFirst("\\s*;.*", "");
        String last = simple(imported);
        if (!last.equals("*")) {
            return Set.of(last);
        }
        if (line.startsWith("import static ")) {
            throw new IllegalArgumentException(line + " must name its member");
        }
        String inside = imported.substring(0, imported.length() - ".*".length());
        return places.stream().flatMap(place -> classes(place, inside)).collect(Collectors.toSet());
    }

    private Stream<String> classes(Location place, String inside) {
        try {
            Iterable<JavaFileObject> found = files.list(place, inside, Set.of(JavaFileObject.Kind.CLASS), false);
            return StreamSupport.stream(found.spliterator(), false)
                    .map(file -> simple(files.inferBinaryName(place, file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
