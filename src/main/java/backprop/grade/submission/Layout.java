package backprop.grade.submission;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a folder of submissions is arranged: whose an item is. Only names that are no student's to choose decide it, and
 * no single one of them against the others.
 */
interface Layout {
    /** lastfirst_LATE_12345_67890_name.ipynb: a student's number, a submission's. Canvas leaves no _ in the name. */
    Pattern CANVAS = Pattern.compile("(?s)([^_]+)_(LATE_)?([0-9]{1,20})_([0-9]{1,20})_.+");

    /** Whose it is, where that can be told. */
    Optional<StudentIdentity> owner(FileEntry item);

    /** Why nobody can be told, as a sentence, where that is worth a word. */
    Optional<String> unowned(FileEntry item);

    /** How many folders lie around the students' own folders or files. */
    int depth();

    /** Whether it was handed in as a file, and not typed into the platform. */
    default boolean file(FileEntry item) {
        return true;
    }

    /** Whether it stands where the students' folders or files stand, so that somebody may miss it. */
    default boolean top(FileEntry item) {
        return false;
    }

    /** Whether a file lies where only the platform or whoever collects writes, and no student. */
    default boolean collectors(FileEntry item) {
        return false;
    }

    /** Canvas's name for it, where it has one. */
    default Optional<Matcher> canvas(FileEntry item) {
        return Optional.empty();
    }

    /**
     * The arrangement that the names speak of.
     *
     * @param root the name of the folder itself
     */
    static Layout of(String root, List<FileEntry> all, String assignment) {
        List<FileEntry> items = all.stream()
                .filter(item -> item.kind() != FileEntry.Kind.LEFTOVER)
                .toList();
        return NbgraderLayout.of(root, items, assignment).orElseGet(() -> StudentNamedLayout.of(items, assignment));
    }
}
