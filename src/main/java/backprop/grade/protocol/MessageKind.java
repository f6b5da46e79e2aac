package backprop.grade.protocol;

/** The kinds of messages between the grader and the executor: the first byte of each. */
public final class MessageKind {
    /** To the executor: the code of a snippet. It answers {@link #DONE} or {@link #THREW}. */
    public static final int RUN = 1;
    /**
     * To the executor: call number (long), check number (int), arguments. It answers {@link #RESULT} or {@link #THREW},
     * and may send any number of {@link #CALLBACK} before.
     */
    public static final int CALL = 2;
    /** To the executor: the result of a callback. */
    public static final int ANSWER = 3;
    /** To the executor: a callback has failed; its message. */
    public static final int REFUSED = 4;
    /** To the executor: a number (long), which comes back with {@link #DONE}, and before it nothing else. */
    public static final int PING = 9;
    /** From the executor: the call number (long; 0 for a snippet), what was printed. */
    public static final int DONE = 5;
    /**
     * From the executor: the call number, what was printed, the simple name of what was thrown, whether it has a message,
     * the message.
     */
    public static final int THREW = 6;
    /**
     * From the executor: the call number, what was printed, whether arguments were changed; if so, all of them; the
     * result.
     */
    public static final int RESULT = 7;
    /** From the executor: the call number, the number of the function among the arguments, its arguments. */
    public static final int CALLBACK = 8;

    private MessageKind() {}
}
