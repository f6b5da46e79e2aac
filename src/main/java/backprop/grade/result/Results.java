package backprop.grade.result;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The marked submissions of a class on disk, one file each: {@code DIR/raw/STUDENT.json}. They are read one at a time,
 * so that a class of any size needs the memory of one. A file that is damaged counts as one that is not there.
 */
public final class Results {
    private static final Pattern STUDENT = Pattern.compile("[\\p{L}\\p{M}\\p{N}._~+-]{1,200}");
    private static final String JSON = ".json";
    private static final long LARGEST = 64L << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER =
            MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));

    private final Path folder;
    private final Consumer<String> tell;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /**
     * The results in a folder, which need not be there yet.
     *
     * @param dir the grader's output folder
     * @param tell takes a sentence for each file that is damaged, once
     */
    public Results(Path dir, Consumer<String> tell) {
        this.folder = dir.resolve("raw");
        this.tell = tell;
    }

    /**
     * Keeps a result; the file is there as a whole, or as it was.
     *
     * @param marked what to keep
     * @throws ResultsException if the disk is full or the student's name is not one for a file
     */
    public void write(MarkedSubmission marked) {
        String student = marked.handIn().student();
        if (!isName(student)) {
            throw new ResultsException(
                    "A student must be named by letters, digits and the signs . _ - + ~, got \"%.60s\""
                            .formatted(student.replaceAll("\\p{C}", "?")));
        }
        AtomicFile.keep(file(student), out -> {
            WRITER.writeValue(out, marked);
            out.write('\n');
        });
    }

    /**
     * A student's result.
     *
     * @param student names the student
     * @return empty where there is none or it is damaged, of which it then tells
     */
    public Optional<MarkedSubmission> read(String student) {
        if (!isName(student)) {
            return Optional.empty();
        }
        Path file = file(student);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > LARGEST) {
                return damaged(file, "it is larger than any result");
            }
            MarkedSubmission marked = MAPPER.readValue(Files.readAllBytes(file), MarkedSubmission.class);
            boolean own = marked != null && marked.handIn().student().equals(student);
            return own ? Optional.of(marked) : damaged(file, "it does not name this student");
        } catch (JacksonException why) {
            String line = why.getLocation() == null
                    ? ""
                    : " in line " + why.getLocation().getLineNr();
            return damaged(file, "it is cut short or not as the grader wrote it" + line);
        } catch (IOException why) {
            return damaged(file, AtomicFile.reason(why));
        }
    }

    /**
     * Who has a result.
     *
     * @return the students, in order
     * @throws ResultsException if the folder cannot be read
     */
    public List<String> students() {
        List<String> students = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return students;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + JSON)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                String student = name.substring(0, name.length() - JSON.length());
                if (isName(student)) {
                    students.add(student);
                }
            }
        } catch (IOException | UncheckedIOException why) {
            throw new ResultsException(folder + ": cannot be read; is it a folder of yours?");
        }
        Collections.sort(students);
        return students;
    }

    /**
     * Hands over the results one by one, in the order of the students; those that are damaged are left out.
     *
     * @param each takes a result
     */
    public void forEach(Consumer<MarkedSubmission> each) {
        students().forEach(student -> read(student).ifPresent(each));
    }

    private static boolean isName(String student) {
        return STUDENT.matcher(student).matches() && !student.matches("\\.+");
    }

    private Path file(String student) {
        return folder.resolve(student + JSON);
    }

    private Optional<MarkedSubmission> damaged(Path file, String why) {
        String sentence = "%s: counts as not there, for %s; the next run marks it again".formatted(file, why);
        if (told.add(sentence)) {
            tell.accept(sentence);
        }
        return Optional.empty();
    }
}
