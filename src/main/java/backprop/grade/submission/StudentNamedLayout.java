package backprop.grade.submission;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Files, folders or archives that bear the names of students, alone or as Moodle or Canvas write them.
 *
 * @param depth how many folders are around the whole class
 * @param canvas whether the names are Canvas's
 * @param files whether most hand-ins are files, so that a folder without a notebook is nobody's
 * @param assignment a name that says nothing of a student
 */
record StudentNamedLayout(int depth, boolean canvas, boolean files, String assignment) implements Layout {
    static final String HIDDEN = "%s was left out: it is hidden, for its name begins with a dot.";

    static StudentNamedLayout of(List<FileEntry> items, String assignment) {
        List<List<String>> paths = items.stream()
                .filter(StudentNamedLayout::holds)
                .map(FileEntry::path)
                .toList();
        int depth = 0;
        while (wrapped(paths, depth)) {
            depth++;
        }
        int around = depth;
        Set<String> tops = paths.stream()
                .filter(path -> path.size() == around + 1)
                .map(path -> path.get(around))
                .collect(Collectors.toSet());
        Set<String> folders = paths.stream()
                .filter(path -> path.size() > around + 1)
                .map(path -> path.get(around))
                .filter(name -> !tops.contains(name))
                .collect(Collectors.toSet());
        long canvas =
                tops.stream().filter(name -> CANVAS.matcher(name).matches()).count();
        return new StudentNamedLayout(
                depth, canvas > 0 && 2 * canvas >= tops.size(), tops.size() > folders.size(), assignment);
    }

    private static boolean holds(FileEntry item) {
        return FileNames.handIn(item) || item.path().stream().anyMatch(MoodleName::is);
    }

    /** Whether all lies in one folder that holds more than one student's, there or in the only folder in it. */
    private static boolean wrapped(List<List<String>> paths, int depth) {
        Set<String> tops = names(paths, depth);
        Set<String> below = names(paths, depth + 1);
        if (tops.size() != 1 || below.isEmpty() || tops.stream().anyMatch(StudentNamedLayout::platforms)) {
            return false;
        }
        return below.size() > 1 || below.stream().anyMatch(StudentNamedLayout::platforms) || wrapped(paths, depth + 1);
    }

    private static Set<String> names(List<List<String>> paths, int depth) {
        return paths.stream()
                .filter(path -> path.size() > depth)
                .map(path -> path.get(depth))
                .collect(Collectors.toSet());
    }

    private static boolean platforms(String name) {
        return MoodleName.is(name) || CANVAS.matcher(name).matches();
    }

    @Override
    public Optional<StudentIdentity> owner(FileEntry item) {
        boolean outside = item.path().size() <= depth;
        if (outside || FileNames.junk(item.path().subList(depth, depth + 1))) {
            return Optional.empty();
        }
        Optional<Matcher> name = canvas(item);
        if (name.isPresent()) {
            return name.map(parts -> new StudentIdentity(parts.group(1), parts.group(3)));
        }
        List<MoodleName> moodle = moodle(item);
        if (moodle.isEmpty()) {
            return plain(item);
        }
        return moodle.size() > 1
                ? Optional.empty()
                : Optional.of(
                        new StudentIdentity(moodle.get(0).name(), moodle.get(0).number()));
    }

    @Override
    public Optional<String> unowned(FileEntry item) {
        List<MoodleName> moodle = moodle(item);
        String where = SafeText.quoted(
                String.join(
                        "/",
                        item.path().subList(0, Math.min(depth + 1, item.path().size()))),
                200);
        if (moodle.size() > 1) {
            String numbers = moodle.stream().map(MoodleName::number).collect(Collectors.joining(" or "));
            return Optional.of(
                    "%s was left out: its name can mean number %s; look whose it is, and give it another name."
                            .formatted(where, numbers));
        }
        if (item.path().size() > depth && submitted(item)) {
            return item.kind() != FileEntry.Kind.NOTEBOOK
                    ? Optional.empty()
                    : Optional.of("%s was left out: it lies in nbgrader's folder, and most of the others do not."
                            .formatted(item.quoted()));
        }
        boolean hidden = item.kind() == FileEntry.Kind.LEFTOVER && top(item) && FileNames.hidden(item.name());
        if (hidden) {
            return Optional.of(HIDDEN.formatted(where));
        }
        return item.kind() == FileEntry.Kind.NOTEBOOK
                ? Optional.of("%s was left out: its name tells no student.".formatted(item.quoted()))
                : Optional.empty();
    }

    /** Moodle puts what a student types into a folder of another kind. */
    @Override
    public boolean file(FileEntry item) {
        List<MoodleName> moodle = moodle(item);
        return moodle.isEmpty() || moodle.get(0).kind().equals("file");
    }

    @Override
    public boolean top(FileEntry item) {
        return item.path().size() == depth + 1;
    }

    @Override
    public Optional<Matcher> canvas(FileEntry item) {
        if (!canvas || item.path().size() <= depth || item.kind() == FileEntry.Kind.FOLDER) {
            return Optional.empty();
        }
        return Optional.of(CANVAS.matcher(item.path().get(depth))).filter(Matcher::matches);
    }

    /** What Moodle's name can mean; nothing where Canvas's decides. */
    private List<MoodleName> moodle(FileEntry item) {
        if (item.path().size() <= depth || canvas(item).isPresent()) {
            return List.of();
        }
        return MoodleName.readings(item.path().get(depth), folder(item));
    }

    private boolean folder(FileEntry item) {
        boolean inside = item.path().size() > depth + 1;
        return inside ? !FileNames.archive(item.path().get(depth)) : item.kind() == FileEntry.Kind.FOLDER;
    }

    /** A folder that has nbgrader's name, where the class has not nbgrader's arrangement. */
    private boolean submitted(FileEntry item) {
        return folder(item) && item.path().get(depth).equals(NbgraderLayout.SUBMITTED);
    }

    private Optional<StudentIdentity> plain(FileEntry item) {
        boolean inside = item.path().size() > depth + 1;
        String top = item.path().get(depth);
        boolean counts = switch (item.kind()) {
            case MISNAMED -> inside && FileNames.archive(top);
            case FOLDER -> !files;
            case LEFTOVER -> inside && !files;
            case NOTEBOOK -> true;
            case OTHER -> inside ? !files : FileNames.archive(top);
            case REFUSED -> inside || !files || FileNames.handIn(top);
        };
        return counts && !submitted(item)
                ? Optional.of(new StudentIdentity(student(FileNames.stem(top)), ""))
                : Optional.empty();
    }

    /** The name without the assignment's before or behind it, where something is left. */
    private String student(String name) {
        String quoted = Pattern.quote(assignment);
        String left =
                name.replaceFirst("(?i)^" + quoted + "[-_. ]+", "").replaceFirst("(?i)[-_. ]+" + quoted + "$", "");
        return left.isBlank() ? name : left;
    }
}
