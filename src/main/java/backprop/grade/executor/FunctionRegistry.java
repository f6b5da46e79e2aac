package backprop.grade.executor;

import backprop.grade.protocol.ProtocolException;
import backprop.grade.protocol.Signature;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The student's functions, by the number of their check. */
public final class FunctionRegistry {
    private static final Map<Integer, FunctionRegistry> ALL = new ConcurrentHashMap<>();

    private final Signature signature;
    private final Object function;

    private FunctionRegistry(Signature signature, Object function) {
        this.signature = signature;
        this.function = function;
    }

    /**
     * Called from the snippet that finds a contract its function.
     *
     * @param <C> the contract
     * @param number the number of the check
     * @param contract the contract
     * @param function the function that fulfils it
     */
    public static <C> void function(int number, Class<C> contract, C function) {
        ALL.put(number, new FunctionRegistry(Signature.of(contract), function));
    }

    static FunctionRegistry of(int number) throws ProtocolException {
        FunctionRegistry handed = ALL.get(number);
        if (handed == null) {
            throw new ProtocolException("function " + number);
        }
        return handed;
    }

    Signature signature() {
        return signature;
    }

    Object function() {
        return function;
    }
}
