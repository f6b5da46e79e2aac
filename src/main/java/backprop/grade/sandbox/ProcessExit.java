package backprop.grade.sandbox;

/** A virtual machine has ended, or was ended, while something was asked of it. */
public final class ProcessExit extends Exception {
    private static final long serialVersionUID = 1L;

    /** What ended it. */
    private final Cause cause;

    /** Whether the grader was stopped meanwhile. */
    private final boolean paused;

    /** Why it ended. */
    public enum Cause {
        /** Of itself. */
        EXIT("it ended its virtual machine, as System.exit does"),
        /** No memory was left. */
        MEMORY("it needed more memory than there is"),
        /** It used up its time of the processor. */
        TIME("it did not return in time"),
        /** It waited for too long. */
        WAITING("it waited, and did not return in time"),
        /** It started too many threads. */
        THREADS("it started too many threads"),
        /** It printed without end. */
        OUTPUT("it printed without end"),
        /** It wrote what must not be on the pipe. */
        PIPE("it wrote on the grader's pipe");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        /**
         * For whoever marks.
         *
         * @return what happened, as the end of a sentence
         */
        public String words() {
            return words;
        }
    }

    /**
     * A virtual machine has ended.
     *
     * @param cause why
     */
    public ProcessExit(Cause cause) {
        this(cause, false);
    }

    /**
     * A virtual machine was ended since it did not answer.
     *
     * @param paused whether the grader was stopped meanwhile, and the machine perhaps is still
     */
    ProcessExit(Cause cause, boolean paused) {
        super(cause.words);
        this.cause = cause;
        this.paused = paused;
    }

    /**
     * Why it ended.
     *
     * @return the cause
     */
    public Cause why() {
        return cause;
    }

    /**
     * Whether the grader was stopped meanwhile, as with a laptop, so that nothing is to blame: it is to be asked again.
     *
     * @return true if so
     */
    public boolean isPaused() {
        return paused;
    }

    /**
     * Whether it came from within, so that any thread may have done it.
     *
     * @return false where it had to be ended since its time was over
     */
    public boolean ofItself() {
        return cause != Cause.TIME && cause != Cause.WAITING;
    }
}
