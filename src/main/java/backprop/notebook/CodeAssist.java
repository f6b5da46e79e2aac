package backprop.notebook;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/**
 * Helps JShell to complete and to explain in a notebook. It takes the kind of the first snippet for that of the whole
 * cell, and is at a loss where a cell begins with an import, a magic or a declaration.
 */
final class CodeAssist {
    private static final Pattern MAGIC = Pattern.compile("(?m)^[ \\t]*%.*$");

    /** The head of a class. JShell could tell, but from JDK 25 on it explains nothing more once it was asked of one. */
    private static final Pattern TYPE = Pattern.compile("""
      (?:\\s|//[^\\n]*\\n|/\\*(?s:.*?)\\*/|@(?!interface)[\\w.]+(?:\\([^()]*\\))?\
      |(?:public|protected|private|abstract|static|final|strictfp|sealed|non-sealed)\\b)*+\
      (?:class\\b|interface\\b|enum\\b|@interface\\b|record\\s+\\p{javaJavaIdentifierPart}+\\s*[<(])""");

    private final JShell shell;
    private boolean sourcesOffered;

    CodeAssist(JShell shell) {
        this.shell = shell;
    }

    /**
     * The code with blanks for what comes before the snippet at the cursor and would hide it. Imports take effect, for
     * what follows may need their names.
     */
    String visible(String code, int cursor) {
        StringBuilder seen = new StringBuilder(code);
        int line = code.lastIndexOf('\n', Math.max(0, cursor - 1)) + 1;
        String before = code.substring(0, Math.min(line, cursor));
        seen.replace(0, before.length(), blankMagics(before));
        int begin = 0;
        while (true) {
            String rest = seen.substring(begin);
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            int end = begin
                    + rest.length()
                    - (info.remaining() == null ? 0 : info.remaining().length());
            if (!info.completeness().isComplete() || end >= cursor || end == begin) {
                return seen.toString();
            }
            if (hides(info.source())) {
                seen.replace(begin, end, blank(seen.substring(begin, end)));
            }
            begin = end;
        }
    }

    /** Signature and Javadoc of what stands at the cursor; null where there is none, or JShell fails at the code. */
    Rendering inspect(String code, int cursor) {
        try {
            return explained(code, cursor);
        } catch (RuntimeException noAnswer) {
            return null;
        }
    }

    private Rendering explained(String code, int cursor) {
        if (!sourcesOffered) {
            sourcesOffered = true;
            LibrarySources.offer(shell);
        }
        List<Documentation> found =
                shell.sourceCodeAnalysis().documentation(visible(code, cursor), endOfName(code, cursor), true);
        if (found.isEmpty()) {
            return null;
        }
        List<Rendering> all = found.stream()
                .map(d -> JavadocText.of(d.signature(), d.javadoc()))
                .distinct()
                .toList();
        return new Rendering(
                all.stream().map(Rendering::text).collect(Collectors.joining("\n\n")),
                all.stream().map(Rendering::html).collect(Collectors.joining("<hr>")));
    }

    /** Behind the name at the cursor, and behind the parenthesis that opens its arguments, if there is one. */
    private static int endOfName(String code, int cursor) {
        int end = cursor;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        int open = end;
        while (open < code.length() && Character.isWhitespace(code.charAt(open))) {
            open++;
        }
        return open < code.length() && code.charAt(open) == '(' ? open + 1 : end;
    }

    private boolean hides(String source) {
        return TYPE.matcher(source).lookingAt()
                || shell.sourceCodeAnalysis().sourceToSnippets(source).stream()
                        .map(Snippet::kind)
                        .anyMatch(kind -> {
                            if (kind == Snippet.Kind.IMPORT) {
                                bring(source);
                            }
                            return kind == Snippet.Kind.IMPORT || kind == Snippet.Kind.METHOD;
                        });
    }

    private void bring(String source) {
        if (shell.imports().anyMatch(known -> known.source().strip().equals(source.strip()))) {
            return;
        }
        try {
            shell.eval(source);
        } catch (RuntimeException toBeSaidWhenTheCellRuns) {
            return;
        }
    }

    private static String blankMagics(String code) {
        return MAGIC.matcher(code).replaceAll(match -> blank(match.group()));
    }

    private static String blank(String code) {
        return code.replaceAll("[^\\n]", " ");
    }
}
