package backprop.grade.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing in a folder or an archive of submissions.
 *
 * @param kind what it is
 * @param path the names of the folders and archives that lead to it, and its own
 * @param where the same for people
 * @param origin where its bytes are
 * @param time when it came, as far as the outermost archive or the disk tells
 * @param reason why it is refused; empty where it is not
 */
record FileEntry(Kind kind, List<String> path, String where, FileSource origin, Optional<Instant> time, String reason) {
    private static final int QUOTED = 200; // characters

    /** What it is. */
    enum Kind {
        NOTEBOOK,
        FOLDER,
        OTHER,
        /** What a system or an editor leaves behind. */
        LEFTOVER,
        /** Something that cannot be read. */
        REFUSED,
        /** Something whose name leads elsewhere, so that it tells nothing. */
        MISNAMED
    }

    FileEntry {
        path = List.copyOf(path);
    }

    String name() {
        return path.isEmpty() ? "" : path.get(path.size() - 1);
    }

    /** Where it is, for a sentence: as the words of whoever named it. */
    String quoted() {
        return SafeText.quoted(where, QUOTED);
    }

    boolean refused() {
        return kind == Kind.REFUSED || kind == Kind.MISNAMED;
    }

    FileEntry as(Kind other) {
        return new FileEntry(other, path, where, origin, time, reason);
    }

    FileEntry at(Optional<Instant> other) {
        return new FileEntry(kind, path, where, origin, other, reason);
    }
}
