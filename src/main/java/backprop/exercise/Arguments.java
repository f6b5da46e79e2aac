package backprop.exercise;

import backprop.matrix.Matrix;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a function does to its arguments: it shall change none, and return none. */
final class Arguments {
    private Optional<String> changed = Optional.empty();
    private Optional<String> returned = Optional.empty();

    /** The first change that was noticed, as a sentence. */
    Optional<String> changed() {
        return changed;
    }

    /** That change, or else the first argument that was returned. */
    Optional<String> touched() {
        return changed.or(() -> returned);
    }

    /** Copies of matrices, arrays and records; anything else as it is, such as W[0], which is not there. */
    static Object[] copies(Object[] args) {
        return args == null ? null : Arrays.stream(args).map(Arguments::copy).toArray();
    }

    private static Object copy(Object value) {
        if (value instanceof Matrix M) {
            return M.copy();
        }
        if (value instanceof Matrix[] all) {
            return Arrays.stream(all).map(Arguments::copy).toArray(Matrix[]::new);
        }
        if (value instanceof double[] numbers) {
            return numbers.clone();
        }
        if (value instanceof int[] numbers) {
            return numbers.clone();
        }
        return value instanceof Record whole ? copyOf(whole) : value;
    }

    /** A record of copies. */
    private static Record copyOf(Record whole) {
        RecordComponent[] components = whole.getClass().getRecordComponents();
        Object[] parts = Arrays.stream(components(whole)).map(Arguments::copy).toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return whole.getClass().getDeclaredConstructor(types).newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(whole.getClass().getName() + " must be a public record", e);
        }
    }

    /**
     * Compares what was given with what it was before, and looks whether the result shares its numbers.
     *
     * @param before the arguments
     * @param given the copies that the function got
     */
    void notice(Method method, Object[] before, Object[] given, Object result) {
        if (changed.isPresent() || before == null) {
            return;
        }
        for (int k = 0; k < before.length; k++) {
            String name = method.getParameters()[k].getName();
            if (!same(before[k], given[k])) {
                changed = Optional.of(Texts.of("feedback.changed", name));
                return;
            }
            if (returned.isEmpty() && shared(given[k], result)) {
                returned = Optional.of(Texts.of("feedback.aliased", name));
            }
        }
    }

    /** Whether two values are equal in every entry; the arrays in records too. */
    private static boolean same(Object one, Object other) {
        if (!(one instanceof Record whole)) {
            return Arrays.deepEquals(new Object[] {one}, new Object[] {other});
        }
        return Arrays.stream(whole.getClass().getRecordComponents())
                .allMatch(component -> same(component(whole, component), component((Record) other, component)));
    }

    /** Whether the result changes when the argument does, also where it has another shape. */
    private static boolean shared(Object given, Object result) {
        List<Matrix> parts = matrices(result);
        return matrices(given).stream().anyMatch(argument -> parts.stream().anyMatch(argument::sharesNumbers));
    }

    /** The matrices in a value: itself, the elements of an array, the components of a record. */
    private static List<Matrix> matrices(Object value) {
        List<Matrix> found = new ArrayList<>();
        if (value instanceof Matrix M) {
            found.add(M);
        } else if (value instanceof Object[] all) {
            for (Object element : all) {
                found.addAll(matrices(element));
            }
        } else if (value instanceof Record whole) {
            found.addAll(matrices(components(whole)));
        }
        return found;
    }

    /** What a record holds. */
    static Object[] components(Record whole) {
        return Arrays.stream(whole.getClass().getRecordComponents())
                .map(component -> component(whole, component))
                .toArray();
    }

    private static Object component(Record result, RecordComponent component) {
        try {
            return component.getAccessor().invoke(result);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(result.getClass().getName() + " must be a public record", e);
        }
    }
}
