package backprop.notebook;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;

/**
 * Describes the exception that a cell threw, by a headline, a hint, and the lines of the notebook in its stack trace.
 */
final class ThrownException {
    private static final Pattern NULL_VARIABLE =
            Pattern.compile("because \"REPL\\.\\$JShell\\$\\w+\\.([^\".]+)\" is null", Pattern.DOTALL);
    private static final Pattern OLDER_CLASS = Pattern.compile(
            "class REPL\\.\\$JShell\\$\\w+\\$(\\S+) cannot be cast to class REPL\\.\\$JShell\\$\\w+\\$\\1 .*",
            Pattern.DOTALL);
    /** What the kernels make of a magic. */
    private static final Pattern MAGIC = Pattern.compile("\\b(?:line|cell)Magic\\(");

    private static final Pattern MAGIC_FAILED =
            Pattern.compile("Exception (?:occurred while )?running (?:line|cell) magic '(\\w+)': (.*)", Pattern.DOTALL);
    private static final String UNDEFINED_MAGIC = "UndefinedMagicException";
    /** Where the JVM found two classes that do not fit; of no use to a learner. */
    private static final Pattern LOADERS = Pattern.compile(" \\([^()]* in (?:unnamed )?module .*\\)$");
    /** An anonymous class. */
    private static final Pattern UNNAMED = Pattern.compile("(?:^|\\$)\\d+");

    private static final String BEFORE_HINT = " — ";

    private final JShell shell;

    private final LostValues losses;

    /**
     * Explains what a notebook throws.
     *
     * @param shell what runs it
     * @param losses variables without their values, and how to get them again
     */
    ThrownException(JShell shell, LostValues losses) {
        this.shell = shell;
        this.losses = losses;
    }

    /**
     * The note; nothing where the kernel ended the cell, as at an interrupt: then the "class" has a space in its
     * name.
     */
    Optional<Note> note(EvalException e, Snippet cell) {
        if (e.getExceptionClassName().contains(" ")) {
            return Optional.empty();
        }
        String message = Objects.toString(e.getMessage(), "");
        Matcher older = OLDER_CLASS.matcher(message);
        Matcher variable = NULL_VARIABLE.matcher(message);
        int hint = e.getExceptionClassName().startsWith("backprop.") ? message.lastIndexOf(BEFORE_HINT) : -1;
        if (hint >= 0) {
            return note(e, message.substring(0, hint), message.substring(hint + BEFORE_HINT.length()), cell);
        } else if (older.matches()) {
            String type = older.group(1).replace('$', '.');
            return note(
                    e,
                    "this " + type + " was made by an older class " + type,
                    type + " was declared anew: run the cell again that makes the object",
                    cell);
        } else if (variable.find()) {
            return note(e, message, losses.hint(variable.group(1)).orElse(""), cell);
        }
        return isUndefinedMagic(e)
                ? note(e, message, Help.magics(), cell)
                : note(
                        e,
                        message,
                        losses.hintFor(lines(e, cell))
                                .or(() -> format(e, message))
                                .orElse(""),
                        cell);
    }

    /** What printf takes for a number of the other kind. */
    private static Optional<String> format(EvalException e, String message) {
        if (!e.getExceptionClassName().equals("java.util.IllegalFormatConversionException")) {
            return Optional.empty();
        }
        return message.endsWith("java.lang.Double")
                ? Optional.of("write %f for a double, or %.3f for three decimals")
                : message.endsWith("java.lang.Integer") ? Optional.of("write %d for an int") : Optional.empty();
    }

    /** Whether a magic of a cell threw it. */
    static boolean isOfMagic(EvalException e) {
        return MAGIC_FAILED.matcher(Objects.toString(e.getMessage(), "")).matches();
    }

    private static boolean isUndefinedMagic(EvalException e) {
        return Note.withoutPackages(e.getExceptionClassName()).endsWith(UNDEFINED_MAGIC);
    }

    private Optional<Note> note(EvalException e, String message, String hint, Snippet cell) {
        List<String> lines = new ArrayList<>(lines(e, cell));
        for (JShellException cause = e.getCause(); cause instanceof EvalException by; cause = by.getCause()) {
            lines.add("caused by " + headline(by, by.getMessage()));
            lines(by, cell).stream().filter(line -> !lines.contains(line)).forEach(lines::add);
        }
        return Optional.of(new Note(headline(e, message), hint, lines));
    }

    private static String headline(EvalException e, String message) {
        String type = Note.withoutPackages(Note.withoutWrapper(e.getExceptionClassName()))
                .replace('$', '.');
        if (isUndefinedMagic(e)) {
            return message;
        }
        Matcher magic = MAGIC_FAILED.matcher(Objects.toString(message, ""));
        if (magic.matches()) {
            return "%" + magic.group(1) + ": " + magic.group(2);
        }
        return Objects.toString(message, "").matches("|null") ? type : type + ": " + plain(e, message);
    }

    /** What the JVM itself says of a null or a cast, with short names. */
    private static String plain(EvalException e, String message) {
        boolean ofTheJvm = e.getExceptionClassName().matches("java\\.lang\\.(?:NullPointer|ClassCast)Exception");
        return ofTheJvm
                ? Note.withoutPackages(
                        LOADERS.matcher(Note.withoutWrapper(message)).replaceFirst(""))
                : message;
    }

    /**
     * The innermost line of the notebook on the way to what a snippet's code threw; nothing where JShell does not open
     * how it finds it.
     */
    Optional<String> line(Throwable thrown) {
        try {
            Exception trace = new Exception(thrown.toString());
            trace.setStackTrace(thrown.getStackTrace());
            Object eval = Reflection.value(shell, "eval");
            Method translate = eval.getClass().getDeclaredMethod("translateExceptionStack", Exception.class);
            translate.setAccessible(true);
            return lines((StackTraceElement[]) translate.invoke(eval, trace), null).stream()
                    .findFirst();
        } catch (ReflectiveOperationException | RuntimeException closed) {
            return Optional.empty();
        }
    }

    private List<String> lines(EvalException e, Snippet cell) {
        return lines(e.getStackTrace(), cell);
    }

    /** The innermost first, each once. */
    private List<String> lines(StackTraceElement[] frames, Snippet cell) {
        List<String> lines = new ArrayList<>();
        for (StackTraceElement frame : frames) {
            String file = String.valueOf(frame.getFileName());
            if (file.startsWith("#")) { // a snippet; all else is inside a library
                source(file.substring(1), cell)
                        .filter(source -> !MAGIC.matcher(source).find())
                        .flatMap(source -> line(source, frame.getLineNumber()))
                        .map(line -> place(frame) + line.strip())
                        .filter(line -> !lines.contains(line))
                        .ifPresent(lines::add);
            }
        }
        return lines;
    }

    /** Blank lines before a snippet belong to it, but do not count. */
    private static Optional<String> line(String source, int number) {
        return source.lines().skip(number - 1L).filter(line -> !line.isBlank()).findFirst();
    }

    private static String place(StackTraceElement frame) {
        String type = UNNAMED.matcher(frame.getClassName()).replaceAll("").replace('$', '.');
        String method = frame.getMethodName();
        return switch (method) {
            case "" -> "";
            case "<init>", "<clinit>" -> "in " + type + ": ";
            default -> method.contains("$") ? "" : "in " + (type.isEmpty() ? "" : type + ".") + method + ": ";
        };
    }

    /** The newest of an id: what is declared anew keeps it. */
    private Optional<String> source(String id, Snippet cell) {
        return cell != null && cell.id().equals(id)
                ? Optional.of(cell.source())
                : shell.snippets()
                        .filter(snippet -> snippet.id().equals(id))
                        .reduce((older, newer) -> newer)
                        .map(Snippet::source);
    }
}
