package backprop;

/** What is wrong with a golden file, in one sentence. */
final class GoldenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    GoldenException(String sentence) {
        super(sentence);
    }
}
