package backprop.exercise;

/** Stands in an exercise where the learner's code will stand. */
public final class NotWrittenYet extends UnsupportedOperationException {
    private static final long serialVersionUID = 1L;

    /** Says so. */
    public NotWrittenYet() {
        super(Texts.of("feedback.notWritten"));
    }
}
