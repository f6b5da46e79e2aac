package backprop.exercise;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;

/**
 * Stands between the tests and the learner's function: the function gets copies of its arguments, and what it does to
 * them is noticed.
 */
final class InvocationGuard implements InvocationHandler {
    private final Class<?> contract;
    private final Subject subject;
    private final Object proxy;
    private final Evidence evidence;
    private final Arguments arguments = new Arguments();

    /**
     * A guard around a function.
     *
     * @param contract the exercise's contract
     * @param evidence is told of each call
     */
    InvocationGuard(Class<?> contract, Subject subject, Evidence evidence) {
        this.contract = contract;
        this.subject = subject;
        this.evidence = evidence;
        this.proxy = Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] {contract}, this);
    }

    /** The function as the tests call it. */
    Object function() {
        return proxy;
    }

    /** The function itself. */
    Subject subject() {
        return subject;
    }

    /** What was noticed of its arguments, as a sentence. */
    Optional<String> touched() {
        return arguments.touched();
    }

    /** What it changed of them, as a sentence. */
    Optional<String> changed() {
        return arguments.changed();
    }

    @Override
    public Object invoke(Object itself, Method method, Object[] args) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofEveryObject(itself, method.getName(), args);
        }
        Object[] given = Arguments.copies(args);
        evidence.call();
        Object result = subject.call(method, given);
        if (result == null) {
            throw new AssertionError(Texts.of("feedback.null"));
        }
        arguments.notice(method, args, given, result);
        return result;
    }

    private Object ofEveryObject(Object itself, String method, Object[] args) {
        return switch (method) {
            case "equals" -> itself == args[0];
            case "hashCode" -> System.identityHashCode(itself);
            default -> contract.getSimpleName();
        };
    }
}
