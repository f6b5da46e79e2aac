package backprop.notebook;

import java.util.Optional;
import jdk.jshell.JShell;

/**
 * The message for a cell whose brackets or quotes are not all closed. It says what is open, where the kernel would
 * repeat all of the code.
 */
final class UnfinishedCell {
    private static final String WORDS = "Incomplete input";

    private final JShell shell;
    private String cell = "";

    UnfinishedCell(JShell shell) {
        this.shell = shell;
    }

    /** Notes the code of the cell that begins. */
    void began(String source) {
        cell = source;
    }

    /** Returns the message to show in place of the kernel's, or nothing if the kernel's is about something else. */
    Optional<String> instead(String words) {
        return words.startsWith(WORDS) && !cell.isBlank()
                ? Optional.of(new CellError(Unclosed.note(cell)).toString())
                : Optional.empty();
    }

    /** Whether some code that the kernel is to show is what does not end. */
    boolean is(String code) {
        return !cell.isBlank()
                && !code.isBlank()
                && !shell.sourceCodeAnalysis()
                        .analyzeCompletion(code)
                        .completeness()
                        .isComplete();
    }
}
