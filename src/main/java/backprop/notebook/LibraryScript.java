package backprop.notebook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The script {@code kit.jshell} that a notebook's first cell loads, to bring the library into any Java kernel. Where
 * the library is there already, a notebook that was copied without the script runs all the same.
 */
final class LibraryScript {
    private static final Path NAME = Path.of("kit.jshell");
    private static final String MAGIC = "load";

    private LibraryScript() {}

    /**
     * Has {@code %load kit.jshell} do nothing where there is no such file.
     *
     * @param magics the line magics by name, whose interface is the kernel's, with the words as its last argument
     */
    static void mayBeMissing(Map<String, Object> magics) {
        magics.computeIfPresent(MAGIC, (name, load) -> lenient(load));
    }

    private static Object lenient(Object load) {
        Class<?>[] interfaces = load.getClass().getInterfaces();
        if (interfaces.length == 0) {
            return load;
        }
        return Proxy.newProxyInstance(load.getClass().getClassLoader(), interfaces, (proxy, method, args) -> {
            if (isMissing(args)) {
                return null;
            }
            try {
                return method.invoke(load, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private static boolean isMissing(Object[] args) {
        return args != null
                && args[args.length - 1] instanceof List<?> words
                && words.size() == 1
                && words.get(0) instanceof String word
                && word.equals(NAME.toString())
                && Files.notExists(NAME);
    }
}
