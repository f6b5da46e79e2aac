package backprop.grade.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * A system call that a virtual machine may make, as {@code system-calls.txt} has it.
 *
 * @param name as in the manual
 * @param x86 its number on x86-64, if it has one
 * @param arm its number on AArch64, if it has one
 * @param argument which argument is looked at, counted from 0, if any is
 * @param conditions of which one must hold for that argument
 */
record SystemCall(String name, OptionalInt x86, OptionalInt arm, OptionalInt argument, List<Condition> conditions) {
    private static final String FILE = "system-calls.txt";

    /**
     * What an argument may be.
     *
     * @param bit whether it is looked at for a bit, and not as a whole
     * @param number the bit or the whole
     * @param not whether the bit must be missing
     */
    record Condition(boolean bit, int number, boolean not) {
        static Condition of(String word, boolean bit) {
            boolean not = word.startsWith("!");
            return new Condition(bit, Integer.decode(not ? word.substring(1) : word), not);
        }
    }

    /**
     * All that are allowed.
     *
     * @throws IOException if the list cannot be read
     */
    static List<SystemCall> allowed() throws IOException {
        try (InputStream in = SystemCall.class.getResourceAsStream(FILE)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(SystemCall::of)
                    .toList();
        }
    }

    private static SystemCall of(String line) {
        String[] words = line.trim().split(" +", -1);
        OptionalInt x86 = number(words[1]);
        OptionalInt arm = number(words[2]);
        if (words.length == 3) {
            return new SystemCall(words[0], x86, arm, OptionalInt.empty(), List.of());
        }
        boolean bits = words[3].contains("&");
        String[] sides = words[3].split("[=&]", 2);
        List<Condition> conditions = Arrays.stream(sides[1].split(",", -1))
                .map(word -> Condition.of(word, bits))
                .toList();
        return new SystemCall(words[0], x86, arm, number(sides[0]), conditions);
    }

    private static OptionalInt number(String word) {
        return word.equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(word));
    }
}
