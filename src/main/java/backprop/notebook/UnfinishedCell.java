package backprop.notebook;

import java.util.Optional;
import jdk.jshell.JShell;

/** What a kernel says of a cell that does not end: in place of its own words and all of the code, what is open. */
final class UnfinishedCell {
    private static final String WORDS = "Incomplete input";

    private final JShell shell;
    private String cell = "";

    UnfinishedCell(JShell shell) {
        this.shell = shell;
    }

    /** A cell begins. */
    void began(String source) {
        cell = source;
    }

    /** What to say for the kernel's words; nothing where they are of something else. */
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
