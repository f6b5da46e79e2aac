package backprop.grade.marking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands before a notebook's first cell: the imports of the kernel and of Backprop, and the kernel's own
 * functions, which show nothing here. A shell compiles each of them by itself, so that most of its time would be spent
 * before the first cell: a submission gets those of which it can need a name.
 */
final class Prelude {
    private static final String IMPORTS = "/backprop/notebook/imports.jshell";
    private static final List<String> KERNEL_IMPORTS = Stream.of(
                    "java.util.*",
                    "java.io.*",
                    "java.math.*",
                    "java.net.*",
                    "java.time.*",
                    "java.util.concurrent.*",
                    "java.util.prefs.*",
                    "java.util.regex.*")
            .map("import %s;"::formatted)
            .toList();
    private static final List<Line> LINES = lines();

    private Prelude() {}

    /** A line, which can matter only to cells that say one of its names. */
    private record Line(String source, Set<String> names) {
        Line(String source, String name) {
            this(source, Set.of(name));
        }
    }

    /**
     * The lines of which the cells can need a name, which they may say in a comment or a text as well; all lines for
     * cells that may hide a name.
     */
    static String source(List<CellSource> cells) {
        String all = cells.stream()
                .map(cell -> cell.text() + "\n" + cell.otherwise())
                .collect(Collectors.joining("\n"));
        boolean hiding = all.contains("\\u") || all.chars().anyMatch(Prelude::unseen);
        Set<String> words = new HashSet<>(Arrays.asList(all.split("\\W+", -1)));
        return LINES.stream()
                .filter(line -> hiding || line.names.stream().anyMatch(words::contains))
                .map(Line::source)
                .collect(Collectors.joining("\n"));
    }

    /** Java takes a name as it would be without these. */
    private static boolean unseen(int character) {
        return Character.isIdentifierIgnorable(character);
    }

    private static List<Line> lines() {
        try (InputStream in = Prelude.class.getResourceAsStream(IMPORTS);
                BufferedReader own = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                ImportedNames names = new ImportedNames()) {
            Stream<Line> imports = Stream.concat(KERNEL_IMPORTS.stream(), own.lines())
                    .filter(line -> line.startsWith("import "))
                    .map(line -> new Line(line, names.of(line)));
            return Stream.concat(imports, functions()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Line> functions() {
        return Stream.of(
                new Line("String display(Object value, String... types) { return \"\"; }", "display"),
                new Line("void updateDisplay(String id, Object value, String... types) {}", "updateDisplay"),
                new Line("String render(Object value, String... types) { return \"\"; }", "render"));
    }
}
