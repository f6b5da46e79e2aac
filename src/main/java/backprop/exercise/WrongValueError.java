package backprop.exercise;

import java.util.List;

/**
 * A value is not what it must be. Often several mistakes would give the value that came, above all where an input is
 * degenerate, such as a batch of one example; which of them it is shows only when all tests have run.
 */
final class WrongValueError extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final transient List<Headline> headlines;
    private final String plain;
    private final String details;

    /**
     * Says what came.
     *
     * @param headlines the mistakes that would give it, the likeliest first
     * @param plain what is said where no mistake is named
     * @param details what was expected and what came
     */
    WrongValueError(List<Headline> headlines, String plain, String details) {
        super(headlines.stream().findFirst().map(Headline::text).orElse(plain) + "\n" + details);
        this.headlines = List.copyOf(headlines);
        this.plain = plain;
        this.details = details;
    }

    List<Headline> headlines() {
        return headlines;
    }

    /** The message under one of the headlines. */
    String message(Headline headline) {
        return headline.text() + "\n" + details;
    }

    /** The message that names no mistake. */
    String plainMessage() {
        return plain + "\n" + details;
    }
}
