package backprop.grade.protocol;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;

/**
 * What the one method of a functional interface takes and gives, its type variables filled in.
 *
 * @param method the method
 * @param parameters the types of its parameters
 * @param result the type of its result
 */
public record Signature(Method method, List<Type> parameters, Type result) {
    /**
     * Looks at an interface.
     *
     * @param function a contract, or a type such as {@code ToDoubleFunction<Matrix>}
     * @return its one method
     * @throws IllegalArgumentException if it is not an interface with one abstract method
     */
    public static Signature of(Type function) {
        Class<?> raw = raw(function);
        List<Method> methods = Arrays.stream(raw.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .toList();
        if (!raw.isInterface() || methods.size() != 1) {
            throw new IllegalArgumentException(raw.getName() + " must be an interface with one abstract method");
        }
        Method method = methods.get(0);
        List<Type> parameters = Arrays.stream(method.getGenericParameterTypes())
                .map(type -> filledIn(type, function))
                .toList();
        return new Signature(method, parameters, filledIn(method.getGenericReturnType(), function));
    }

    /**
     * The class of a type.
     *
     * @param type a class, or one with type arguments
     * @return the class
     */
    public static Class<?> raw(Type type) {
        if (type instanceof Class<?> itself) {
            return itself;
        }
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        throw new IllegalArgumentException("a contract must do without the type " + type);
    }

    private static Type filledIn(Type type, Type function) {
        if (!(type instanceof TypeVariable<?> variable)) {
            return type;
        }
        int place = Arrays.asList(raw(function).getTypeParameters()).indexOf(variable);
        return ((ParameterizedType) function).getActualTypeArguments()[place];
    }
}
