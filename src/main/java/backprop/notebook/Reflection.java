package backprop.notebook;

import java.lang.reflect.Field;

/** Reads and sets private fields of a kernel or of JShell, for what their interfaces do not offer. */
final class Reflection {
    private Reflection() {}

    /**
     * The value of a field of an object, whichever of its classes declares it.
     *
     * @throws ReflectiveOperationException if this release has no such field
     * @throws RuntimeException if the field is locked
     */
    static Object value(Object owner, String field) throws ReflectiveOperationException {
        return find(owner, field).get(owner);
    }

    /** Gives a field of an object another value; throws as {@link #value} does. */
    static void set(Object owner, String field, Object value) throws ReflectiveOperationException {
        find(owner, field).set(owner, value);
    }

    private static Field find(Object owner, String name) throws NoSuchFieldException {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(owner.getClass().getName() + "." + name);
    }
}
