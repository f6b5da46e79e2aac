package backprop.exercise;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the tests of an exercise the learner's function, as a parameter of the contract's type, and their cases. */
final class SubjectResolver implements ParameterResolver, BeforeEachCallback {
    private static final double SECONDS = 1.5;
    private static final ThreadLocal<Session> SESSION = new ThreadLocal<>();

    /** Made by JUnit. */
    SubjectResolver() {}

    /** Runs an action whose tests get this session's function. */
    static void with(Session session, Runnable action) {
        SESSION.set(session);
        try {
            action.run();
        } finally {
            SESSION.remove();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == SESSION.get().contract() || type == TestCases.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Session session = SESSION.get();
        return parameter.getParameter().getType() == TestCases.class
                ? new TestCases(session)
                : session.guard().function();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        SESSION.get()
                .begin(context.getTestMethod()
                        .map(test -> test.getAnnotation(Limit.class))
                        .map(Limit::value)
                        .orElse(SECONDS));
    }
}
