package backprop.grade.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** Which classes a sandbox may know: nothing of the grader but the programs that run inside, and no test. */
final class SandboxJarContent {
    private static final String EXERCISES = "backprop/exercise/";
    private static final String GRADE = "backprop/grade/";
    private static final List<String> INSIDE = List.of("backprop/grade/executor/", "backprop/grade/protocol/");

    private SandboxJarContent() {}

    /**
     * Writes the jar.
     *
     * @param jar the file
     * @param library where Backprop's own classes come from
     * @param grader where the grader's come from, which may be the same place
     * @throws IOException if a class cannot be read, or the jar not be written
     */
    static void write(Path jar, Path library, Path grader) throws IOException {
        TreeMap<String, byte[]> entries = new TreeMap<>();
        collect(library, entries);
        if (!grader.equals(library)) {
            collect(grader, entries);
        }
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.setLevel(Deflater.NO_COMPRESSION); // each process reads it
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
        if (name.startsWith(GRADE) && INSIDE.stream().noneMatch(name::startsWith)) {
            return;
        }
        boolean ofAnExercise =
                name.startsWith(EXERCISES) && (name.indexOf('/', EXERCISES.length()) > 0 || name.contains("$Tests"));
        boolean isContract = name.endsWith(".class") && !name.contains("$") && isPublic(content);
        if (ofAnExercise && !isContract) {
            return;
        }
        entries.put(name, content);
    }

    private static boolean isPublic(byte[] file) {
        return (new ClassReader(file).getAccess() & Opcodes.ACC_PUBLIC) != 0;
    }
}
