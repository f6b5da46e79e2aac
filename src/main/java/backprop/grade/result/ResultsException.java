package backprop.grade.result;

/** Results or reports cannot be written. The message is one sentence: the file or folder, why, and what to do. */
public final class ResultsException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * Carries the sentence.
     *
     * @param message names the file or folder, what is wrong and the next step
     */
    public ResultsException(String message) {
        super(message);
    }
}
