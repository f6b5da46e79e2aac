package backprop.grade.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the kernel says of a process: whether it is confined as it must be. Nothing that the process itself says is
 * asked for.
 */
final class ConfinementCheck {
    private static final Path PROCESSES = Path.of("/proc");
    private static final String OWN = "self";
    private static final Map<String, String> STATUS = Map.of(
            "Seccomp",
            "2",
            "NoNewPrivs",
            "1",
            "CapInh",
            "0+",
            "CapPrm",
            "0+",
            "CapEff",
            "0+",
            "CapBnd",
            "0+",
            "CapAmb",
            "0+");
    private static final List<String> NAMESPACES = List.of("user", "pid", "net", "ipc", "uts", "mnt", "cgroup");

    private ConfinementCheck() {}

    /** What does not hold of a process, as the end of a sentence. */
    static Optional<String> lack(long process) {
        String name = Long.toString(process);
        try {
            Optional<String> status = lackOfStatus(text(name, "status"));
            if (status.isPresent()) {
                return status;
            }
            Optional<String> limits = lackOfLimits(text(name, "limits"));
            return limits.isPresent()
                    ? limits
                    : lackOfNamespaces(space -> target(name, space), space -> target(OWN, space));
        } catch (IOException e) {
            return Optional.of("what the kernel says of process " + name + " cannot be read");
        }
    }

    /** Of {@code /proc/PID/status}: the filter of system calls, and rights. */
    static Optional<String> lackOfStatus(String text) {
        return STATUS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> {
                    String is = found(text, entry.getKey() + ":\\s+(\\S+)").orElse("missing");
                    boolean right = is.matches(entry.getValue());
                    return right
                            ? Optional.<String>empty().stream()
                            : Optional.of(entry.getKey() + " must be "
                                            + entry.getValue().charAt(0) + " and is " + is)
                                    .stream();
                })
                .findFirst();
    }

    /** Of {@code /proc/PID/limits}: both the limit and what it could be raised to. */
    static Optional<String> lackOfLimits(String text) {
        for (ResourceLimit limit : ResourceLimit.values()) {
            String value = Long.toString(limit.value());
            String is =
                    found(text, "Max " + limit.words() + "\\s+(\\S+\\s+\\S+)").orElse("missing");
            if (!is.matches(value + "\\s+" + value)) {
                return Optional.of(
                        "the limit of " + limit.words() + " must be " + value + " and is " + is.split(" ", 2)[0]);
            }
        }
        return Optional.empty();
    }

    /** Each kind of namespace must be another than the grader's own. A kernel without a kind has none of it here, too. */
    static Optional<String> lackOfNamespaces(UnaryOperator<String> its, UnaryOperator<String> own) {
        return NAMESPACES.stream()
                .filter(space -> !own.apply(space).isEmpty()
                        && (its.apply(space).isEmpty() || its.apply(space).equals(own.apply(space))))
                .map(space -> "the " + space + " namespace must be its own and is the grader's")
                .findFirst();
    }

    private static String text(String process, String file) throws IOException {
        return Files.readString(PROCESSES.resolve(process).resolve(file), StandardCharsets.ISO_8859_1);
    }

    private static String target(String process, String space) {
        try {
            return Files.readSymbolicLink(
                            PROCESSES.resolve(process).resolve("ns").resolve(space))
                    .toString();
        } catch (IOException notThere) {
            return "";
        }
    }

    private static Optional<String> found(String text, String line) {
        Matcher matcher = Pattern.compile("(?m)^" + line).matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
