package backprop.grade.executor;

import backprop.grade.protocol.SnippetCode;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;

/** The classes of the snippets, which come as bytes. */
final class SnippetClassLoader extends ClassLoader {
    private final Map<String, byte[]> files = new HashMap<>();

    SnippetClassLoader() {
        super(SnippetClassLoader.class.getClassLoader());
    }

    /**
     * Learns of a class, or calls a static method of one.
     *
     * @throws Throwable what the method throws
     */
    void run(SnippetCode.Step step) throws Throwable {
        if (!step.isCall()) {
            files.put(step.type(), step.bytes());
            return;
        }
        var method = loadClass(step.type()).getDeclaredMethod(step.method());
        method.setAccessible(true);
        try {
            method.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] file = files.remove(name);
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, file, 0, file.length);
    }
}
