package backprop.notebook;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What a learner may have meant by a name that is not defined. */
final class Names {
  private static final int SHORTEST = 3;

  private final JShell shell;

  Names(JShell shell) { this.shell = shell; }

  /** The same name in other letters, an import that would bring it, or a name nearby; empty where there is none.
   * @param source the code in which it stands
   * @param begin where in the code
   * @param name the name */
  String hint(String source, int begin, String name) {
    List<String> continuations = continuations(source.substring(0, begin), name);
    if (continuations.contains(name + "(")) { return name + " is a method: write " + name + "(…)"; }
    List<String> near = near(continuations, name);
    Optional<String> qualified = shell.sourceCodeAnalysis().listQualifiedNames(name, name.length()).getNames().stream()
        .min(Comparator.comparing((String type) -> !type.startsWith("java.")).thenComparing(String::length));
    if (qualified.isPresent() && near.stream().noneMatch(name::equalsIgnoreCase)) {
      return "import " + qualified.get() + "; would bring it";
    }
    return near.isEmpty() ? "" : "did you mean " + near.get(0) + "?";
  }

  /** The nearest first, of equals that with the longest common beginning: of three letters one may differ, of eight
   * two, of fewer none. */
  private static List<String> near(List<String> continuations, String name) {
    if (name.length() < SHORTEST) { return List.of(); }
    int most = Math.max(1, name.length() / 4);
    return continuations.stream().map(text -> text.replaceAll("\\W.*", "")).distinct()
        .filter(other -> !other.equals(name) && distance(name, other) <= most)
        .sorted(Comparator.comparingInt((String other) -> distance(name, other))
            .thenComparingInt(other -> -common(name, other)).thenComparing(other -> other))
        .toList();
  }

  private List<String> continuations(String before, String name) {
    String first = name.substring(0, 1);
    return Stream.of(first.toLowerCase(Locale.ROOT), first.toUpperCase(Locale.ROOT)).distinct()
        .map(letter -> before + letter).flatMap(code -> shell.sourceCodeAnalysis()
            .completionSuggestions(code, code.length(), new int[1]).stream().map(Suggestion::continuation))
        .toList();
  }

  private static int common(String one, String other) {
    int k = 0;
    while (k < Math.min(one.length(), other.length()) && one.charAt(k) == other.charAt(k)) { k++; }
    return k;
  }

  /** How many letters must be put in, left out, replaced or swapped with their neighbour; case counts for nothing.
   * Source: Damerau 1964, in its restricted form. */
  static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) { d[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : step(d, a, b, i, j); }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}
