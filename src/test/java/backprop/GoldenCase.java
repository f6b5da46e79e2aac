package backprop;

import java.util.function.Consumer;

/**
 * One function, network or trajectory of a golden file.
 *
 * @param file the file's name
 * @param name what it is, such as {@code elu(1.0)} or {@code case 3}
 * @param comparison compares the kit's values with the golden ones
 */
record GoldenCase(String file, String name, Consumer<GoldenComparison> comparison) {
    /** Compares; what does not fit together is a fault of the file, and named. */
    void compare(GoldenComparison result) {
        result.begin(name);
        try {
            comparison.accept(result);
        } catch (GoldenException wrong) {
            throw wrong.getMessage().startsWith(file) ? wrong : in(wrong.getMessage());
        } catch (IllegalArgumentException refused) {
            throw in(refused.getMessage() + ".");
        }
    }

    private GoldenException in(String sentence) {
        return new GoldenException("%s, %s: %s".formatted(file, name, sentence));
    }
}
