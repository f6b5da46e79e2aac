package backprop.notebook;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;

/** Code that runs, but does something else than a beginner expects of it. */
final class SuspiciousCode {
    private static final Pattern ROW =
            Pattern.compile("(?<![\\w.)])([A-Za-z_]\\w*)\\s*\\.\\s*(row|column)\\s*\\(\\s*(\\w+)\\s*\\)");

    private SuspiciousCode() {}

    /** Returns the remarks on a snippet. */
    static Stream<Note> notes(JShell shell, Snippet snippet) {
        Stream<Optional<Note>> all = Stream.of(
                IntegerDivision.note(shell, snippet.source()),
                row(shell, snippet.source()),
                main(snippet),
                hides(shell, snippet));
        return all.flatMap(Optional::stream);
    }

    /** {@code A.row(0)}: a method of the class, which makes a matrix of the number 0. */
    private static Optional<Note> row(JShell shell, String source) {
        Matcher call = ROW.matcher(CompileError.code(source));
        if (!call.find() || !CompileError.typeOf(shell, source, call.group(1)).equals("Matrix")) {
            return Optional.empty();
        }
        String what = call.group(2);
        String right = call.group(1) + (what.equals("row") ? ".rows(" : ".cols(") + call.group(3) + ")";
        return Optional.of(new Note(
                call.group() + " is a new matrix of the number " + call.group(3) + ", not a " + what + " of "
                        + call.group(1) + ".",
                "write " + right + " for that " + what,
                List.of()));
    }

    private static Optional<Note> main(Snippet snippet) {
        boolean main = snippet instanceof MethodSnippet method
                && method.name().equals("main")
                && method.parameterTypes().equals("String[]");
        return main
                ? Optional.of(new Note(
                        "main(…) is declared here, but nothing runs it: a notebook has no main method.",
                        "write its lines into a cell, without the method around them",
                        List.of()))
                : Optional.empty();
    }

    /** A class with the name of one that the library's imports bring. */
    private static Optional<Note> hides(JShell shell, Snippet snippet) {
        if (!(snippet instanceof TypeDeclSnippet type)) {
            return Optional.empty();
        }
        String name = type.name();
        boolean kits = shell.imports()
                .map(imported -> imported.fullname())
                .filter(full -> full.startsWith("backprop.") && full.endsWith(".*"))
                .anyMatch(full -> exists(full.replaceFirst("\\*$", "") + name));
        return kits
                ? Optional.of(new Note(
                        name + " is your class from now on, and hides the library's.",
                        "where you want the library's, give yours another name, restart the kernel and run all cells",
                        List.of()))
                : Optional.empty();
    }

    private static boolean exists(String type) {
        try {
            return Modifier.isPublic(Class.forName(type, false, SuspiciousCode.class.getClassLoader())
                    .getModifiers());
        } catch (ClassNotFoundException | LinkageError notThere) {
            return false;
        }
    }
}
