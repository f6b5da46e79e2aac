package backprop.grade.executor;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.Diag;

/**
 * What becomes of code that is right, and yet more than the compiler can take: a shell that has seen it compiles
 * nothing after it as it should.
 */
final class CompilerLimits {
    private static final String LIMIT = "compiler.err.limit.";

    private CompilerLimits() {}

    /** A limit of Java's, among what the compiler says. */
    static Optional<Diag> limit(Stream<Diag> said) {
        return said.filter(diag -> diag.isError() && diag.getCode().startsWith(LIMIT))
                .findFirst();
    }

    /** In a sentence. */
    static String sentence(Diag limit) {
        return switch (limit.getCode().substring(LIMIT.length())) {
            case "code" ->
                "The code is too large for Java: a method may have 64 kB, and so may the values of an array.";
            case "code.too.large.for.try.stmt" -> "The code of a try statement is too large for Java.";
            case "string", "string.overflow" -> "A text or a name is longer than Java allows, 65,535 bytes.";
            case "pool" -> "There are more names and constants than a class may have in Java, 65,535.";
            case "parameters" -> "A method has more parameters than Java allows, 255.";
            case "dimensions" -> "An array has more dimensions than Java allows, 255.";
            case "locals" -> "A method has more variables than Java allows.";
            default -> "This is more than Java allows: " + limit.getMessage(Locale.ROOT);
        };
    }

    /** What made the compiler fail, in a sentence. */
    static String sentence(Throwable failed) {
        for (Throwable one = failed; one != null; one = one.getCause()) {
            if (one instanceof StackOverflowError) {
                return "The code is nested more deeply than the compiler can follow.";
            }
        }
        return "The compiler itself fails at this code: " + failed.getClass().getSimpleName() + ".";
    }
}
