package backprop.grade.report;

/** Another grader is at work in the output folder. The message is one sentence and what to do. */
public final class FolderInUseException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    FolderInUseException(String message) {
        super(message);
    }
}
