package backprop.grade.marking;

import backprop.exercise.Quoted;
import backprop.exercise.Subject;
import backprop.exercise.Texts;
import backprop.exercise.Thrown;
import backprop.grade.protocol.Signature;
import backprop.grade.result.GraderTexts;
import backprop.grade.sandbox.ProcessExit;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A student's function in a sandbox. What ends its virtual machine costs the test in which it did; the next test has a
 * new machine.
 */
final class RemoteFunction implements Subject {
    private final ExecutionSession session;
    private final int check;
    private final Signature signature;
    private final List<String> undefined;
    private final Consumer<ProcessExit> ended;
    private boolean slow;
    private ProcessExit before;

    /**
     * A function.
     *
     * @param session where it is
     * @param check its number there
     * @param undefined names that its cell uses and nobody had defined
     * @param ended told when it ended its virtual machine
     */
    RemoteFunction(
            ExecutionSession session,
            int check,
            Class<?> contract,
            List<String> undefined,
            Consumer<ProcessExit> ended) {
        this.session = session;
        this.check = check;
        this.signature = Signature.of(contract);
        this.undefined = undefined;
        this.ended = ended;
    }

    @Override
    public void allow(double seconds) {
        before = null;
        try {
            session.allow(slow ? TimeBudget.again(seconds) : seconds);
        } catch (ProcessExit spent) {
            before = spent;
        }
    }

    @Override
    public Object call(Method method, Object[] given) throws Throwable {
        if (before != null) {
            throw new AssertionError(GraderTexts.of("grade.spent"));
        }
        try {
            return session.call(check, signature, given);
        } catch (ProcessExit exit) {
            slow |= exit.why() == ProcessExit.Cause.TIME || exit.why() == ProcessExit.Cause.WAITING;
            ended.accept(exit);
            throw new AssertionError(
                    GraderTexts.of("grade.death." + exit.why().name().toLowerCase(Locale.ROOT)));
        } catch (Thrown thrown) {
            if (undefined.isEmpty() || !thrown.isUndefinedName()) {
                throw thrown;
            }
            throw new AssertionError(Texts.of("feedback.undefined") + "\n" + Quoted.of(String.join(", ", undefined)));
        }
    }

    @Override
    public String during(Runnable tests) {
        String unused = session.printed(); // by the cells
        tests.run();
        return session.printed();
    }
}
