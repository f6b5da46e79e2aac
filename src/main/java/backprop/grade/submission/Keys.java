package backprop.grade.submission;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names for students that can name a file on every system. */
final class Keys {
  private static final int LONGEST = 60;
  private static final Pattern DEVICE = Pattern.compile("(?i)(?:con|prn|aux|nul|com\\d|lpt\\d|clock\\$)(?:\\..*)?");

  private Keys() {}

  /** Letters, digits, dot, hyphen and underscore; never empty. */
  static String key(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    String safe = trimmed(plain.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("-{2,}", "-"));
    String cut = trimmed(safe.substring(0, Math.min(LONGEST, safe.length())));
    if (cut.isEmpty()) { return "student"; }
    return DEVICE.matcher(cut).matches() ? trimmed("student-" + cut) : cut;
  }

  /** A key for each owner; those that would have the same get their number, or else are counted. */
  static Map<Owner, String> of(Collection<Owner> owners) {
    Map<String, List<Owner>> alike =
        owners.stream().sorted(Comparator.comparing(Owner::name).thenComparing(Owner::platformId))
            .collect(Collectors.groupingBy(owner -> lower(key(owner.name()))));
    Map<Owner, String> keys = new HashMap<>();
    Set<String> used = new HashSet<>();
    alike.values().stream().filter(same -> same.size() == 1).map(same -> same.get(0)).forEach(owner -> {
      keys.put(owner, key(owner.name()));
      used.add(lower(key(owner.name())));
    });
    alike.entrySet().stream().filter(same -> same.getValue().size() > 1).sorted(Map.Entry.comparingByKey())
        .forEach(same -> same.getValue().forEach(owner -> keys.put(owner, free(owner, used))));
    return keys;
  }

  private static String free(Owner owner, Set<String> used) {
    String key = key(owner.name());
    Function<String, String> with =
        end -> trimmed(key.substring(0, Math.min(key.length(), LONGEST - end.length()))) + end;
    String first = owner.platformId().isEmpty() ? key : with.apply("-" + owner.platformId());
    String free = first;
    for (int n = 2; !used.add(lower(free)); n++) { free = with.apply("-" + n); }
    return free;
  }

  private static String lower(String key) { return key.toLowerCase(Locale.ROOT); }

  private static String trimmed(String name) { return name.replaceAll("^[-.]+|[-.]+$", ""); }
}
