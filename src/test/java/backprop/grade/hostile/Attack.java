package backprop.grade.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * An attack on the grader, as it stands in a file of attacks: a line {@code === its name}, some lines of which each
 * begins with a word, an empty line, and the code. The words:
 *
 * <ul>
 * <li>{@code probe ID}: the code runs once in that function, which then goes on as it should; what the code returns is
 * what it reached, and must be null
 * <li>{@code begin ID}: the code stands at the beginning of that function
 * <li>{@code solution ID}: it is the whole cell
 * <li>{@code extra ID}: it is a cell of its own, behind that one
 * <li>{@code loses IDS}: these exercises get no points, and all others have all of theirs
 * <li>{@code risks IDS}: what these get is left open
 * <li>{@code says TEXT}: this stands in the result
 * <li>{@code never TEXT}: this does not
 * <li>{@code each}: it is tried in each run of the tests that takes minutes; the others only in the full one
 * <li>{@code open WHY}: the grader does not withstand it yet; it is skipped</ul>
 *
 * @param name what it does
 * @param way probe, begin, solution or extra
 * @param cell the grade_id
 * @param loses exercises without points
 * @param risks exercises with any points
 * @param says what the result says
 * @param never what the result does not say
 * @param each whether it is among the few that stand for their kinds
 * @param open why it is skipped, or empty
 * @param code the code
 */
record Attack(
        String name,
        String way,
        String cell,
        List<String> loses,
        List<String> risks,
        List<String> says,
        List<String> never,
        boolean each,
        String open,
        String code) {

    /** All attacks of a file. */
    static List<Attack> read(String file) {
        try (InputStream in = Attack.class.getResourceAsStream(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^=== ", -1))
                    .skip(1)
                    .map(Attack::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attack of(String text) {
        String[] parts = text.split("\n\n", 2);
        String name = parts[0].lines().findFirst().orElseThrow();
        List<String> lines = parts[0].lines().skip(1).toList();
        String way = lines.get(0).split(" ", 2)[0];
        String cell = lines.get(0).split(" ", 2)[1];
        return new Attack(
                name,
                way,
                cell,
                words(lines, "loses"),
                words(lines, "risks"),
                all(lines, "says"),
                all(lines, "never"),
                lines.contains("each"),
                String.join(" ", all(lines, "open")),
                grown(parts[1].stripTrailing()));
    }

    /** What is too long for a file. */
    private static String grown(String code) {
        return code.replace("%LONG%", "a".repeat(70_000))
                .replace("%MANY%", "1;\n".repeat(60_000))
                .replace("%NESTED%", "(".repeat(50_000) + "1" + ")".repeat(50_000))
                .replace("%BLOCKS%", "{".repeat(50_000) + "}".repeat(50_000))
                .replace("%SUM%", "+1".repeat(50_000))
                .replace("%STATEMENTS%", "x *= x*x*x;\n".repeat(9_000))
                .replace("%NUMBERS%", "1.5, 2.5, 3.5, 4.5,\n".repeat(3_000))
                .replace("%TYPES%", "List<".repeat(20_000) + "String" + ">".repeat(20_000));
    }

    private static List<String> all(List<String> lines, String word) {
        List<String> found = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(word + " ")) {
                found.add(line.substring(word.length() + 1));
            }
        }
        return found;
    }

    private static List<String> words(List<String> lines, String word) {
        return all(lines, word).stream()
                .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                .toList();
    }

    /** The name of the one who hands it in. */
    String student() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** The attacked cell, from its right solution. */
    String changed(String solution) {
        return switch (way) {
            case "probe" -> begun(solution, """
              if (System.setProperty("probed", "") == null) {
                  try {
                      Object got = new java.util.concurrent.Callable<Object>() {
                          public Object call() throws Exception {
                              %s
                          }
                      }.call();
                      System.out.println(got == null ? "nothing" : "reached " + got);
                  } catch (Throwable refused) {
                      System.out.println("refused " + refused);
                  }
              }
          """.formatted(code));
            case "begin" -> begun(solution, code);
            case "solution" -> code;
            default -> solution;
        };
    }

    private static String begun(String solution, String code) {
        int body = solution.indexOf(") {\n") + 4;
        return solution.substring(0, body) + code + "\n" + solution.substring(body);
    }
}
