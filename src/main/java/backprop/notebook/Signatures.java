package backprop.notebook;

import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the library's methods and constructors take. From Java 25 on, JShell knows it no longer once a class did not
 * compile.
 */
final class Signatures {
    private Signatures() {}

    /**
     * The lists of parameters, such as {@code (int rows, int cols)}; none of what is not there.
     *
     * @param type the full name of a class
     * @param method the name of a method; empty for the constructors
     */
    static List<String> of(String type, String method) {
        try {
            Class<?> owner = Class.forName(type, false, Signatures.class.getClassLoader());
            Stream<? extends Executable> all =
                    Arrays.stream(method.isEmpty() ? owner.getDeclaredConstructors() : owner.getMethods());
            return all.filter(each -> method.isEmpty() || each.getName().equals(method))
                    .filter(each -> Modifier.isPublic(each.getModifiers()) && !each.isSynthetic())
                    .map(Signatures::parameters)
                    .toList();
        } catch (ClassNotFoundException | LinkageError notThere) {
            return List.of();
        }
    }

    private static String parameters(Executable each) {
        return Arrays.stream(each.getParameters())
                .map(Signatures::parameter)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String parameter(Parameter one) {
        String type = one.getParameterizedType().getTypeName().replaceAll("(?:\\w+[.$])+(?=\\w)", "");
        return (one.isVarArgs() ? type.replaceFirst("\\[]$", "...") : type) + " " + one.getName();
    }
}
