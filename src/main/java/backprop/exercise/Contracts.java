package backprop.exercise;

import java.util.Optional;
import java.util.stream.Stream;

/** What belongs to a contract by its name. */
final class Contracts {
    private Contracts() {}

    /** The public tests. */
    static Class<?> tests(Class<?> contract) {
        if (!contract.isAnnotationPresent(Exercise.class)) {
            throw new IllegalArgumentException(
                    contract.getSimpleName() + " must be the contract of an exercise, an interface marked @Exercise");
        }
        return find(contract.getName() + "$Tests", contract.getClassLoader())
                .orElseThrow(() -> new IllegalStateException(contract.getName() + " has no class Tests"));
    }

    /** The hidden tests, if the instructor's jar is on the class path. */
    static Optional<Class<?>> hiddenTests(Class<?> contract) {
        tests(contract); // refuses what is no contract
        String name = contract.getName() + "HiddenTests";
        return Stream.of(contract.getClassLoader(), Thread.currentThread().getContextClassLoader())
                .flatMap(loader -> find(name, loader).stream())
                .findFirst();
    }

    private static Optional<Class<?>> find(String name, ClassLoader loader) {
        try {
            return Optional.of(Class.forName(name, true, loader));
        } catch (ClassNotFoundException notThere) {
            return Optional.empty();
        }
    }

    static String title(Class<?> contract) {
        return Texts.of(contract.getSimpleName() + ".title");
    }

    /** How many hints there are: the texts Foo.hint.1, Foo.hint.2 and so on. */
    static int hints(Class<?> contract) {
        int n = 0;
        while (Texts.has(hintKey(contract, n + 1))) {
            n++;
        }
        return n;
    }

    static String hint(Class<?> contract, int number) {
        return Texts.of(hintKey(contract, number));
    }

    private static String hintKey(Class<?> contract, int number) {
        return contract.getSimpleName() + ".hint." + number;
    }
}
