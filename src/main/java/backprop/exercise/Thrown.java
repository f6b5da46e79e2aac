package backprop.exercise;

import java.util.List;
import java.util.stream.Stream;

/** What a learner's function threw: no more than its name and its words, neither of which is believed. */
public final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** JShell's own exception, which is known by its name alone. */
    static final String UNDEFINED = "SPIResolutionException";

    /** Where the classes are that a learner's function throws without declaring them. */
    private static final List<String> PACKAGES = List.of(
            "java.lang.",
            "java.util.",
            "java.util.concurrent.",
            "java.io.",
            "java.util.zip.",
            "java.time.",
            "java.lang.reflect.");

    /** The simple name of its class. */
    private final String name;

    /**
     * Something that was thrown.
     *
     * @param name the simple name of its class
     * @param message its message, or null
     */
    public Thrown(String name, String message) {
        super(message);
        this.name = name;
    }

    /**
     * What a function threw in this virtual machine, with its trace: a class of the learner's own may do anything when
     * it is asked for its message.
     */
    static Thrown of(Throwable thrown) {
        Thrown same = new Thrown(thrown.getClass().getSimpleName(), message(thrown));
        try {
            same.setStackTrace(thrown.getStackTrace());
        } catch (RuntimeException | Error ofItsOwn) {
            same.setStackTrace(new StackTraceElement[0]);
        }
        return same;
    }

    private static String message(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (RuntimeException | Error ofItsOwn) {
            return null;
        }
    }

    /**
     * Whether a method was called that uses a name that is not defined, as JShell tells it.
     *
     * @return true if so
     */
    public boolean isUndefinedName() {
        return name.equals(UNDEFINED);
    }

    /**
     * What it was called there.
     *
     * @param thrown anything that was thrown
     * @return the simple name of its class
     */
    static String name(Throwable thrown) {
        return thrown instanceof Thrown elsewhere
                ? elsewhere.name
                : thrown.getClass().getSimpleName();
    }

    /** Whether a name is that of one of Java's own classes, so that nobody can say anything by it. */
    static boolean isJavas(String name) {
        return name.matches("[A-Z][A-Za-z]{1,60}")
                && Stream.of(name).flatMap(Thrown::inPackages).findAny().isPresent();
    }

    private static Stream<Class<?>> inPackages(String name) {
        return PACKAGES.stream().flatMap(of -> {
            try {
                return Stream.of(Class.forName(of + name, false, ClassLoader.getPlatformClassLoader()));
            } catch (ClassNotFoundException | LinkageError another) {
                return Stream.empty();
            }
        });
    }
}
