package backprop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Exchanges bodies of the library's methods in a running kernel, so that one kernel can try many planted mistakes. It
 * is a Java agent; the test that plants the mistakes packs it.
 */
public final class Redefinition {
    private static Instrumentation instrumentation;

    private Redefinition() {}

    /** Called by the JVM before {@code main}. */
    public static void premain(String arguments, Instrumentation given) {
        instrumentation = given;
    }

    /**
     * Gives classes other bodies, until they are given others again.
     *
     * @param folder holds their class files, in the folders of their packages
     * @return how many classes there are
     */
    public static int of(String folder) {
        Path root = Path.of(folder);
        try (Stream<Path> files = Files.walk(root)) {
            ClassDefinition[] definitions = files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> definition(root, file))
                    .toArray(ClassDefinition[]::new);
            instrumentation.redefineClasses(definitions);
            return definitions.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException | UnmodifiableClassException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClassDefinition definition(Path root, Path file) {
        String path = root.relativize(file).toString();
        String name =
                path.substring(0, path.length() - ".class".length()).replace(path.contains("\\") ? '\\' : '/', '.');
        try {
            return new ClassDefinition(Class.forName(name), Files.readAllBytes(file));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
