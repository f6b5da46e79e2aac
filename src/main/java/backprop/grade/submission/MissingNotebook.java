package backprop.grade.submission;

import java.util.List;
import java.util.stream.Collectors;

/** Why there is nothing to mark of somebody who has handed in something. */
final class MissingNotebook {
    private static final String NOTHING = "no notebook was handed in";
    private static final int SHOWN = 3;

    private MissingNotebook() {}

    static String of(List<FileEntry> items, Layout layout) {
        List<FileEntry> files = items.stream()
                .filter(item -> item.kind() == FileEntry.Kind.OTHER || item.kind() == FileEntry.Kind.NOTEBOOK)
                .toList();
        List<String> names = files.stream()
                .filter(layout::file)
                .map(FileEntry::name)
                .sorted()
                .distinct()
                .toList();
        if (!names.isEmpty()) {
            return NOTHING + ", only " + listed(names);
        }
        if (!files.isEmpty()) {
            return NOTHING + ", only text that was typed into the platform";
        }
        List<String> leftovers = items.stream()
                .filter(item -> item.kind() == FileEntry.Kind.LEFTOVER)
                .flatMap(item -> item.path().stream()
                        .filter(name -> FileNames.junk(List.of(name)))
                        .limit(1))
                .sorted()
                .distinct()
                .toList();
        if (!leftovers.isEmpty()) {
            return NOTHING + ", only what a system or an editor leaves behind (" + quoted(leftovers) + ")";
        }
        return NOTHING + ": the folder is empty";
    }

    /** Whether it is a sentence of here. */
    static boolean says(String problem) {
        return problem.startsWith(NOTHING);
    }

    private static String listed(List<String> names) {
        if (names.size() > 1) {
            return quoted(names);
        }
        String name = names.get(0);
        if (FileNames.link(name)) {
            return "a link, " + quoted(names);
        }
        return quoted(names) + (FileNames.archive(name) ? ", in which there is none" : "");
    }

    private static String quoted(List<String> names) {
        String first = names.stream().limit(SHOWN).map(SafeText::quoted).collect(Collectors.joining(", "));
        return names.size() > SHOWN ? first + " and " + (names.size() - SHOWN) + " more" : first;
    }
}
