package backprop.grade.protocol;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Public records, taken apart and put together. */
final class RecordValues {
    private RecordValues() {}

    static Object component(Object whole, RecordComponent component) {
        try {
            return component.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(whole.getClass().getName() + " must be a public record", e);
        }
    }

    static Constructor<?> constructor(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + " must be a public record", e);
        }
    }

    /** A record of these parts; what its constructor refuses is not what must come. */
    static Object made(Constructor<?> constructor, Object[] parts) throws ProtocolException {
        try {
            return constructor.newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new ProtocolException("a " + constructor.getDeclaringClass().getSimpleName());
        }
    }
}
