package backprop;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name in a golden file, with its hyperparameters: {@code relu}, {@code leakyRelu(0.2)}, {@code
 * adam(lr=0.01,eps=1e-8)}. A row of a table takes them one by one, by their key or by their place.
 */
final class GoldenName {
    private static final Pattern NAME = Pattern.compile("\\s*(\\w+)\\s*(?:\\(([^()]*)\\))?\\s*");

    private final String text;
    private final Map<String, String> left = new LinkedHashMap<>();

    private GoldenName(String text, String list) {
        this.text = text;
        for (String word : list.isBlank() ? new String[0] : list.split(",", -1)) {
            int equals = word.indexOf('=');
            String key = equals < 0
                    ? "place " + left.size()
                    : word.substring(0, equals).strip();
            if (left.put(key, word.substring(equals + 1).strip()) != null) {
                throw new GoldenException("%s must give %s once, got it twice.".formatted(text, key));
            }
        }
    }

    /** What a table makes of a name; refuses a name that has no row there. */
    static <T> T make(String kind, String text, Map<String, Function<GoldenName, T>> table) {
        return find(text, table)
                .orElseThrow(() -> new GoldenException("the kit has no %s %s; it has %s."
                        .formatted(kind, text, String.join(", ", new TreeSet<>(table.keySet())))));
    }

    /** The same, or nothing where the table has no row: a row stands for the whole name or its word. */
    static <T> Optional<T> find(String text, Map<String, Function<GoldenName, T>> table) {
        if (table.containsKey(text)) {
            return Optional.of(table.get(text).apply(new GoldenName(text, "")));
        }
        Matcher parts = NAME.matcher(text);
        if (!parts.matches() || !table.containsKey(parts.group(1))) {
            return Optional.empty();
        }
        GoldenName name =
                new GoldenName(text, Optional.ofNullable(parts.group(2)).orElse(""));
        T made = name.madeBy(table.get(parts.group(1)));
        if (!name.left.isEmpty()) {
            throw new GoldenException("%s must give what the kit knows, got also %s."
                    .formatted(text, String.join(", ", name.left.keySet())));
        }
        return Optional.of(made);
    }

    /** A hyperparameter: the one of this key, or else the next without a key. */
    double number(String key) {
        String word = left.remove(key);
        if (word == null) {
            String place = left.keySet().stream()
                    .filter(k -> k.startsWith("place "))
                    .findFirst()
                    .orElse("");
            word = left.remove(place);
        }
        if (word == null) {
            throw new GoldenException("%s must give %s, but it does not.".formatted(text, key));
        }
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException notOne) {
            throw new GoldenException("%s must give a number as %s, got %s.".formatted(text, key, word));
        }
    }

    /** The same, or the default where the name does not give it. */
    double number(String key, double otherwise) {
        return left.containsKey(key) ? number(key) : otherwise;
    }

    private <T> T madeBy(Function<GoldenName, T> row) {
        try {
            return row.apply(this);
        } catch (IllegalArgumentException refused) {
            throw new GoldenException("%s is refused: %s.".formatted(text, refused.getMessage()));
        }
    }
}
