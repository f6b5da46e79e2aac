package backprop.grade.submission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What was handed in and is nobody's: every piece is told, and counted. */
final class UnassignedFiles {
    private static final int NAMED = 10;

    private final Layout layout;
    private final Set<String> sentences = new LinkedHashSet<>();
    private final Set<List<String>> places = new LinkedHashSet<>();

    UnassignedFiles(Layout layout) {
        this.layout = layout;
    }

    /** An item that no student owns. */
    void add(FileEntry item) {
        Optional<String> why = layout.unowned(item);
        if (why.isEmpty() && item.refused()) {
            why = Optional.of("%s %s.".formatted(item.quoted(), item.reason()));
        }
        why.ifPresent(sentence -> tell(item, sentence));
    }

    void add(Map<String, List<FileEntry>> left) {
        left.forEach((sentence, items) -> items.forEach(item -> tell(item, sentence)));
    }

    /** What lies beside the notebooks of a class and holds none: perhaps somebody's. */
    void beside(List<FileEntry> items) {
        Set<List<String>> whose = new HashSet<>();
        items.stream()
                .filter(item -> layout.owner(item).isPresent())
                .map(FileEntry::path)
                .forEach(path -> around(path, whose));
        places.forEach(path -> around(path, whose));
        items.stream()
                .filter(item -> item.kind() == FileEntry.Kind.FOLDER || item.kind() == FileEntry.Kind.OTHER)
                .filter(item -> layout.top(item) && layout.owner(item).isEmpty() && !whose.contains(item.path()))
                .forEach(item -> tell(
                        item,
                        "%s was left out: it holds no notebook, and its name alone tells no student."
                                .formatted(item.quoted())));
    }

    List<String> sentences() {
        return new ArrayList<>(sentences);
    }

    /**
     * How many files and folders were handed in, how many are somebody's, and which are nobody's; empty where all
     * are.
     */
    String count(Collection<FileEntry> owned, int students) {
        Set<List<String>> theirs = owned.stream().map(this::place).collect(Collectors.toSet());
        List<List<String>> left =
                places.stream().filter(place -> !theirs.contains(place)).toList();
        if (left.isEmpty()) {
            return "";
        }
        String names = left.stream()
                .limit(NAMED)
                .map(place -> SafeText.quoted(String.join("/", place)))
                .collect(Collectors.joining(", "));
        String more = left.size() > NAMED ? String.format(Locale.ROOT, " and %d more", left.size() - NAMED) : "";
        return String.format(
                Locale.ROOT,
                "%d files or folders were found: %d of %d %s, and %d left out: %s%s.",
                theirs.size() + left.size(),
                theirs.size(),
                students,
                students == 1 ? "student" : "students",
                left.size(),
                names,
                more);
    }

    private void tell(FileEntry item, String sentence) {
        sentences.add(sentence);
        places.add(place(item));
    }

    private List<String> place(FileEntry item) {
        if (item.kind() == FileEntry.Kind.MISNAMED) {
            return List.of(item.where());
        }
        return item.path().subList(0, Math.min(item.path().size(), layout.depth() + 1));
    }

    private static void around(List<String> path, Set<List<String>> all) {
        IntStream.rangeClosed(1, path.size()).forEach(n -> all.add(path.subList(0, n)));
    }
}
