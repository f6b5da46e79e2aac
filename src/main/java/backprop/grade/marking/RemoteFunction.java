package backprop.grade.marking;

import backprop.exercise.Quoted;
import backprop.exercise.Subject;
import backprop.exercise.Texts;
import backprop.exercise.Thrown;
import backprop.grade.guest.Signature;
import backprop.grade.result.GraderTexts;
import backprop.grade.sandbox.Death;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A student's function in a sandbox. What ends its virtual machine costs the test in which it did; the next test has a
 * new machine.
 */
final class RemoteFunction implements Subject {
    private final Stage stage;
    private final int check;
    private final Signature signature;
    private final List<String> undefined;
    private final Consumer<Death> ended;
    private boolean slow;
    private Death before;

    /**
     * A function.
     *
     * @param stage where it is
     * @param check its number there
     * @param undefined names that its cell uses and nobody had defined
     * @param ended told when it ended its virtual machine
     */
    RemoteFunction(Stage stage, int check, Class<?> contract, List<String> undefined, Consumer<Death> ended) {
        this.stage = stage;
        this.check = check;
        this.signature = Signature.of(contract);
        this.undefined = undefined;
        this.ended = ended;
    }

    @Override
    public void allow(double seconds) {
        before = null;
        try {
            stage.allow(slow ? Budget.again(seconds) : seconds);
        } catch (Death spent) {
            before = spent;
        }
    }

    @Override
    public Object call(Method method, Object[] given) throws Throwable {
        if (before != null) {
            throw new AssertionError(GraderTexts.of("grade.spent"));
        }
        try {
            return stage.call(check, signature, given);
        } catch (Death death) {
            slow |= death.why() == Death.Cause.TIME || death.why() == Death.Cause.WAITING;
            ended.accept(death);
            throw new AssertionError(
                    GraderTexts.of("grade.death." + death.why().name().toLowerCase(Locale.ROOT)));
        } catch (Thrown thrown) {
            if (undefined.isEmpty() || !thrown.isUndefinedName()) {
                throw thrown;
            }
            throw new AssertionError(Texts.of("feedback.undefined") + "\n" + Quoted.of(String.join(", ", undefined)));
        }
    }

    @Override
    public String during(Runnable tests) {
        String unused = stage.printed(); // by the cells
        tests.run();
        return stage.printed();
    }
}
