package backprop.grade.submission;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * nbgrader's submitted/STUDENT/ASSIGNMENT/name.ipynb.
 *
 * @param depth how many folders come before the student's
 * @param assignment only this one matters
 */
record NbgraderLayout(int depth, String assignment) implements Layout {
    static final String SUBMITTED = "submitted";
    private static final String SOURCE = "source";
    /** nbgrader's other folders in a course. */
    private static final Set<String> COURSE =
            Set.of(SUBMITTED, SOURCE, "release", "autograded", "feedback", "downloaded", "exercises");

    /** This arrangement, where most of what was handed in has it, or the folder is a course with the assignment. */
    static Optional<Layout> of(String root, List<FileEntry> items, String assignment) {
        return Stream.of(1, 2, 0)
                .map(depth -> new NbgraderLayout(depth, assignment))
                .filter(layout -> layout.fits(root, items))
                .map(Layout.class::cast)
                .findFirst();
    }

    /** Whether it is a folder of the course that holds nothing of the students'. */
    static boolean course(String name) {
        return COURSE.contains(name);
    }

    private boolean fits(String root, List<FileEntry> items) {
        boolean there = depth == 0 ? root.equals(SUBMITTED) : items.stream().anyMatch(this::submitted);
        if (!there) {
            return false;
        }
        boolean instructors = depth < 2
                || items.stream()
                                .flatMap(item -> item.path().stream().limit(1))
                                .distinct()
                                .count()
                        == 1;
        long students = items.stream()
                .filter(this::asked)
                .map(item -> item.path().get(depth))
                .distinct()
                .count();
        long others = items.stream()
                .filter(this::elsewhere)
                .map(this::place)
                .distinct()
                .count();
        boolean course = depth > 0
                && items.stream()
                        .anyMatch(item -> item.path().size() > depth
                                && item.path().get(depth - 1).equals(SOURCE)
                                && item.path().get(depth).equals(assignment));
        return others == 0 || (instructors && (students > others || (students > 0 && course)));
    }

    private List<String> place(FileEntry item) {
        return item.path()
                .subList(
                        0,
                        Math.min(
                                submitted(item) ? depth + 1 : depth, item.path().size()));
    }

    /** Below the folder of what was handed in, whoever's and for whichever assignment. */
    private boolean submitted(FileEntry item) {
        return item.path().size() > depth
                && (depth == 0 || item.path().get(depth - 1).equals(SUBMITTED));
    }

    private boolean asked(FileEntry item) {
        return submitted(item)
                && item.path().size() > depth + 1
                && item.path().get(depth + 1).equals(assignment);
    }

    /** A hand-in that lies where nbgrader does not look. */
    private boolean elsewhere(FileEntry item) {
        if (!FileNames.handIn(item) || asked(item)) {
            return false;
        }
        return submitted(item)
                ? item.path().size() <= depth + 2
                : item.path().size() < depth || !course(item.path().get(Math.max(0, depth - 1)));
    }

    @Override
    public Optional<StudentIdentity> owner(FileEntry item) {
        boolean owned = asked(item) && !FileNames.junk(item.path().subList(depth, depth + 1));
        return owned ? Optional.of(new StudentIdentity(item.path().get(depth), "")) : Optional.empty();
    }

    @Override
    public Optional<String> unowned(FileEntry item) {
        String where = SafeText.quoted(String.join("/", place(item)), 200);
        boolean students = item.kind() == FileEntry.Kind.LEFTOVER
                && submitted(item)
                && item.path().size() == depth + 1;
        if (students && FileNames.hidden(item.name())) {
            return Optional.of(StudentNamedLayout.HIDDEN.formatted(where));
        }
        return elsewhere(item)
                ? Optional.of("%s was left out: what is handed in must lie in %s/STUDENT/%s."
                        .formatted(where, SUBMITTED, assignment))
                : Optional.empty();
    }

    /** nbgrader writes timestamp.txt beside what was handed in; what is in a student's archive is the student's. */
    @Override
    public boolean collectors(FileEntry item) {
        return asked(item)
                && item.path().size() == depth + 3
                && item.path().stream().noneMatch(FileNames::archive);
    }
}
