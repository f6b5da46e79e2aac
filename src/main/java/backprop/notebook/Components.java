package backprop.notebook;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * What an array, a collection, a map, an optional or a record of Java's holds. Of many parts the first and the last
 * are there, and between them a part without a label that says how many are left out.
 *
 * @param name what holds them, such as {@code int[3]} or {@code List of 2}
 * @param open what opens it in Java's own text
 * @param close what closes it
 * @param parts what it holds
 */
record Components(String name, String open, String close, List<Part> parts) {
    private static final int LAST = 3;

    /**
     * A part.
     *
     * @param label such as {@code [0]} or {@code W}; empty where parts have no order, null for those left out
     * @param named whether Java's own text names it
     * @param value the part itself
     */
    record Part(String label, boolean named, Object value) {}

    /**
     * The parts of a value, so many at most; none for a value that says itself what it holds, such as a matrix, or that
     * fails when it is asked.
     */
    static Optional<Components> of(Object value, int most) {
        try {
            return Optional.ofNullable(read(value, most));
        } catch (RuntimeException | StackOverflowError | ReflectiveOperationException itself) {
            return Optional.empty();
        }
    }

    private static Components read(Object value, int most) throws ReflectiveOperationException {
        if (value == null) {
            return null;
        }
        if (value.getClass().isArray()) {
            return new Components(
                    arrayName(value), "[", "]", indexed(Array.getLength(value), i -> Array.get(value, i), most));
        }
        if (value instanceof Record) {
            return ofRecord(value);
        }
        if (!value.getClass().getName().startsWith("java.util.")) {
            return null;
        }
        if (value instanceof List<?> list) {
            return new Components("List of " + list.size(), "[", "]", indexed(list.size(), list::get, most));
        }
        if (value instanceof Collection<?> values) {
            return new Components("Collection of " + values.size(), "[", "]", first(values, most));
        }
        if (value instanceof Map<?, ?> map) {
            return new Components("Map of " + map.size(), "{", "}", entries(map, most));
        }
        if (value instanceof Optional<?> optional && optional.isPresent()) {
            return new Components("Optional", "Optional[", "]", List.of(new Part("", false, optional.get())));
        }
        return null;
    }

    /** The type and the length of an array, such as {@code double[2][]}. */
    private static String arrayName(Object array) {
        String type = array.getClass().getSimpleName();
        int bracket = type.indexOf('[');
        return type.substring(0, bracket + 1) + Array.getLength(array) + type.substring(bracket + 1);
    }

    private static List<Part> indexed(int n, IntFunction<?> get, int most) {
        List<Part> parts = new ArrayList<>();
        int head = n <= most ? n : most - LAST;
        for (int i = 0; i < head; i++) {
            parts.add(new Part("[" + i + "]", false, get.apply(i)));
        }
        if (head < n) {
            parts.add(leftOut(n - head - LAST));
            for (int i = n - LAST; i < n; i++) {
                parts.add(new Part("[" + i + "]", false, get.apply(i)));
            }
        }
        return parts;
    }

    private static List<Part> first(Collection<?> values, int most) {
        List<Part> parts = new ArrayList<>();
        values.stream().limit(most).forEach(value -> parts.add(new Part("", false, value)));
        if (values.size() > most) {
            parts.add(leftOut(values.size() - most));
        }
        return parts;
    }

    private static List<Part> entries(Map<?, ?> map, int most) {
        List<Part> parts = new ArrayList<>();
        map.entrySet().stream()
                .limit(most)
                .forEach(entry -> parts.add(new Part(Contents.line(entry.getKey(), 100), true, entry.getValue())));
        if (map.size() > most) {
            parts.add(leftOut(map.size() - most));
        }
        return parts;
    }

    private static Part leftOut(int n) {
        return new Part(null, false, "… " + n + " more …");
    }

    /** The components of a record, unless its text is one of its own making. */
    private static Components ofRecord(Object value) throws ReflectiveOperationException {
        List<Part> parts = new ArrayList<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            parts.add(new Part(component.getName(), true, accessor.invoke(value)));
        }
        String name = value.getClass().getSimpleName();
        return saysMore(name, value, parts) ? null : new Components(name, name + "[", "]", parts);
    }

    private static boolean saysMore(String name, Object value, List<Part> parts) {
        try {
            String ofJava = parts.stream()
                    .map(part -> part.label() + "=" + part.value())
                    .collect(Collectors.joining(", ", name + "[", "]"));
            return !ofJava.equals(value.toString());
        } catch (RuntimeException | StackOverflowError noTextAtAll) {
            return false;
        }
    }
}
