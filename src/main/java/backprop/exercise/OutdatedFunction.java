package backprop.exercise;

import java.lang.reflect.Method;

/** Stands for a function that is not what the learner wrote last: each test fails, and says why. */
final class OutdatedFunction implements Subject {
    private final Answers.Older older;
    private boolean told;

    /** Says so, whatever the inputs are. */
    static final class NotChecked extends AssertionError {
        private static final long serialVersionUID = 1L;

        NotChecked(String sentence) {
            super(sentence);
        }
    }

    OutdatedFunction(Answers.Older older) {
        this.older = older;
    }

    @Override
    public void allow(double seconds) {}

    @Override
    public Object call(Method method, Object[] given) {
        String sentence = Texts.of("feedback.older", older.function(), older.why());
        String text = told ? Texts.of("feedback.older.too") : sentence + "\n" + Texts.of("feedback.older.next");
        told = true;
        throw new NotChecked(text);
    }

    @Override
    public String during(Runnable tests) {
        tests.run();
        return "";
    }
}
