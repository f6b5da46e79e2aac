package backprop.grade.submission;

import backprop.grade.notebook.Notebook;
import backprop.grade.result.GradeException;
import backprop.grade.result.HandIn;
import backprop.grade.result.UnreachableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What a class handed in.
 *
 * @param found one for each student, sorted by student
 * @param warnings what was left out and is nobody's, as sentences
 * @param difference how many were handed in and how many have a student, as a sentence; empty where none was left out
 * @param crowd what counts as one student and may be the class, as a sentence
 */
public record Submissions(List<Submission> found, List<String> warnings, String difference, Optional<String> crowd) {
    private static final int SHOWN = 100;

    /**
     * Keeps copies of the lists.
     *
     * @param found one for each student
     * @param warnings what was left out
     * @param difference how many were handed in and how many have a student
     * @param crowd what may be the class, though it counts as one student
     */
    public Submissions {
        found = List.copyOf(found);
        warnings = List.copyOf(warnings);
    }

    /**
     * Looks through a folder or an archive: nbgrader's, Moodle's, Canvas's, or files by student; or takes one notebook.
     * Reads no notebook yet but where only what is in it tells which counts.
     *
     * @param submissions the folder, the .zip or the notebook
     * @param assignment the assignment's name, such as 04-backward-pass
     * @param due when it had to be handed in, where lateness matters
     * @param written counts the answers in a notebook, where only this tells which of several counts
     * @return what was found
     * @throws GradeException when there is no such folder or archive, or no notebook in it
     */
    public static Submissions find(
            Path submissions, String assignment, Optional<Instant> due, ToIntFunction<Notebook> written) {
        try {
            Path real = submissions.toRealPath();
            List<FileEntry> items = items(real, assignment);
            items.sort(Comparator.comparing(FileEntry::where));
            String root = Files.isDirectory(real) ? String.valueOf(real.getFileName()) : "";
            Submissions all =
                    sorted(items, Layout.of(root, items, assignment), new NotebookSelection(assignment, due, written));
            if (items.stream().noneMatch(item -> item.kind() == FileEntry.Kind.NOTEBOOK)
                    && all.found.stream().allMatch(Submissions::isNothing)) {
                throw new GradeException("holds no notebook of " + assignment);
            }
            return all;
        } catch (IOException none) {
            throw new GradeException(submissions + " does not exist; it must be a folder or a .zip of submissions");
        } catch (GradeException | UnreachableException wrong) {
            throw new GradeException(submissions + ": " + wrong.getMessage());
        }
    }

    /** A platform's name tells that somebody has handed in; a name of a folder tells nothing without a notebook. */
    private static boolean isNothing(Submission found) {
        return MissingNotebook.says(found.problem())
                && found.handIn().platformId().isEmpty();
    }

    private static List<FileEntry> items(Path real, String assignment) {
        List<FileEntry> items = new ArrayList<>();
        if (Files.isDirectory(real)) {
            FolderListing.through(real, assignment, items);
        } else if (Files.isRegularFile(real) && isNotebook(real)) {
            items.add(FolderListing.single(real));
        } else if (Files.isRegularFile(real)) {
            ArchiveListing.ofClass(real, items);
        } else {
            throw new GradeException("must be a folder or a .zip of submissions, or a notebook, and is none of them");
        }
        return items;
    }

    private static boolean isNotebook(Path file) {
        String name = file.getFileName().toString();
        return FileNames.notebook(name) || (FileNames.json(name) && new FileSource(file, List.of()).holdsNotebook());
    }

    private static Submissions sorted(List<FileEntry> items, Layout layout, NotebookSelection choice) {
        FilesByStudent owners = new FilesByStudent();
        UnassignedFiles left = new UnassignedFiles(layout);
        for (FileEntry item : items) {
            layout.owner(item).ifPresentOrElse(owner -> owners.add(owner, item), () -> left.add(item));
        }
        left.add(owners.leave());
        left.beside(items);
        List<Submission> found = new ArrayList<>();
        owners.each((owner, files) -> found.add(chosen(choice, owner, files, layout)));
        found.sort(Comparator.comparing(one -> one.handIn().student()));
        String count = left.count(owners.items(), found.size());
        List<String> warnings = new ArrayList<>(owners.warnings());
        warnings.addAll(left.sentences());
        if (!count.isEmpty()) {
            warnings.add(0, count);
        }
        return new Submissions(found, warnings.size() <= SHOWN ? warnings : shortened(warnings), count, owners.crowd());
    }

    /** Which of a student's files counts, or that this cannot be found out. */
    private static Submission chosen(
            NotebookSelection choice, StudentIdentity owner, List<FileEntry> files, Layout layout) {
        String key = Slugs.key(owner);
        try {
            return choice.of(owner, key, files, layout);
        } catch (UnreachableException why) {
            FileEntry first = files.get(0);
            HandIn handIn = new HandIn(
                    key, SafeText.shortened(owner.name(), 100), owner.platformId(), first.where(), "", "", List.of());
            return new Submission(handIn, why.getMessage(), first.origin());
        }
    }

    private static List<String> shortened(List<String> warnings) {
        List<String> some = new ArrayList<>(warnings.subList(0, SHOWN));
        some.add(String.format(Locale.ROOT, "And %d more of this kind.", warnings.size() - SHOWN));
        return some;
    }
}
