package backprop.grade.submission;

import backprop.grade.notebook.Notebook;
import backprop.grade.result.GradeException;
import backprop.grade.result.HandIn;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of a student's files counts: the newest by what the platform, the collector or the disk tells; of several with
 * the same time the one with the most written answers, then the one with the assignment's name, then the last by name.
 * Times that a student can write, in an archive or in a file of the student's own, count for nothing.
 *
 * @param assignment the assignment's name
 * @param due when it had to be handed in
 * @param written counts the answers that are written in a notebook
 */
record NotebookSelection(String assignment, Optional<Instant> due, ToIntFunction<Notebook> written) {
    private static final Pattern VERSION = Pattern.compile("-(\\d{1,9})$");
    private static final String STAMP = "timestamp.txt";
    private static final int READ = 20; // of notebooks with the same time
    private static final int TOLD = 10; // of files that were left out

    Submission of(StudentIdentity owner, String key, List<FileEntry> all, Layout layout) {
        List<FileEntry> items = asked(all);
        List<String> remarks = new ArrayList<>();
        Optional<Instant> stamp = stamp(items, layout, remarks);
        List<FileEntry> notebooks = notebooks(items, layout, stamp);
        List<FileEntry> refused = items.stream()
                .filter(FileEntry::refused)
                .sorted(Comparator.comparing(FileEntry::where))
                .toList();
        FileEntry one;
        String problem = "";
        if (!notebooks.isEmpty()) {
            one = best(notebooks, layout, remarks);
            refused.stream()
                    .limit(TOLD)
                    .forEach(item -> remarks.add("%s was left out: it %s.".formatted(item.quoted(), item.reason())));
        } else if (refused.isEmpty()) {
            one = items.get(0);
            problem = MissingNotebook.of(items, layout);
        } else {
            one = refused.get(0);
            problem = one.reason();
        }
        problem = unreachable(refused).orElse(problem);
        Optional<Instant> time = stamp.isPresent() ? stamp : one.time();
        boolean late = layout.canvas(one).filter(name -> name.group(2) != null).isPresent();
        HandIn handIn = new HandIn(
                key,
                SafeText.shortened(owner.name(), 100),
                owner.platformId(),
                one.where(),
                time.map(Instant::toString).orElse(""),
                SubmissionTimes.lateness(time, due, late),
                remarks);
        return new Submission(handIn, problem, one.origin());
    }

    /** All that may count, the newest first. */
    private List<FileEntry> notebooks(List<FileEntry> items, Layout layout, Optional<Instant> stamp) {
        List<FileEntry> handedIn = items.stream()
                .filter(item -> item.kind() == FileEntry.Kind.NOTEBOOK && layout.file(item))
                .toList();
        return whole(handedIn).stream()
                .map(item -> stamp.isPresent() ? item.at(stamp) : item)
                .sorted(newest(layout))
                .toList();
    }

    /** Why a file cannot be read now; it might be the one that counts, so nothing else does. */
    private static Optional<String> unreachable(List<FileEntry> refused) {
        return refused.stream()
                .map(FileEntry::reason)
                .filter(reason -> reason.startsWith(FileSource.UNREACHABLE))
                .findFirst();
    }

    /** What lies in a folder with the assignment's name, where there is one. */
    private List<FileEntry> asked(List<FileEntry> items) {
        List<FileEntry> inside = items.stream()
                .filter(item -> item.kind() == FileEntry.Kind.NOTEBOOK
                        && item.path().subList(0, item.path().size() - 1).contains(assignment))
                .toList();
        return inside.isEmpty()
                ? items
                : items.stream()
                        .filter(item -> item.path().contains(assignment))
                        .toList();
    }

    /** Without the copies that editors and unfinished downloads leave, where there is anything else. */
    private static List<FileEntry> whole(List<FileEntry> notebooks) {
        List<FileEntry> whole = notebooks.stream()
                .filter(item -> !FileNames.unfinished(item.name()))
                .toList();
        return whole.isEmpty() ? notebooks : whole;
    }

    private Comparator<FileEntry> newest(Layout layout) {
        return Comparator.comparing((FileEntry item) -> item.time().orElse(Instant.MIN))
                .thenComparing(item -> version(item, layout))
                .reversed();
    }

    private FileEntry best(List<FileEntry> notebooks, Layout layout, List<String> remarks) {
        FileEntry first = notebooks.get(0);
        Comparator<FileEntry> byName = Comparator.comparing(
                        (FileEntry item) -> FileNames.stem(item.name()).equals(assignment))
                .thenComparing(FileEntry::where);
        List<FileEntry> alike = notebooks.stream()
                .filter(item -> newest(layout).compare(item, first) == 0)
                .sorted(byName.reversed())
                .limit(READ)
                .toList();
        if (alike.size() == 1) {
            if (notebooks.size() > 1) {
                remarks.add(String.format(
                        Locale.ROOT,
                        "%d notebooks were handed in; %s counts, as the newest.",
                        notebooks.size(),
                        first.quoted()));
            }
            return first;
        }
        List<Integer> answers = alike.stream().map(this::answers).toList();
        int most = Collections.max(answers);
        FileEntry one = alike.get(answers.indexOf(most));
        String why = Collections.frequency(answers, most) == 1
                ? "of those with the same time it has the most answers"
                : "by its name, for others of the same time have as many answers";
        remarks.add(String.format(
                Locale.ROOT, "%d notebooks were handed in; %s counts: %s.", notebooks.size(), one.quoted(), why));
        return one;
    }

    private int answers(FileEntry item) {
        try {
            return written.applyAsInt(item.origin().read(Notebook::read));
        } catch (GradeException unreadable) {
            return -1;
        }
    }

    /** Canvas puts -1, -2 behind the name when something is handed in again. */
    private static int version(FileEntry item, Layout layout) {
        Matcher version = VERSION.matcher(FileNames.stem(item.name()));
        return layout.canvas(item).isPresent() && version.find() ? Integer.parseInt(version.group(1)) : 0;
    }

    private static Optional<Instant> stamp(List<FileEntry> items, Layout layout, List<String> remarks) {
        List<FileEntry> files = items.stream()
                .filter(item ->
                        item.kind() == FileEntry.Kind.OTHER && item.name().equals(STAMP))
                .toList();
        Optional<FileEntry> file = files.stream().filter(layout::collectors).findFirst();
        if (file.isEmpty() && !files.isEmpty()) {
            remarks.add("timestamp.txt was ignored: what is handed in with a notebook does not tell when that was.");
        }
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> time = Optional.empty();
        try {
            byte[] bytes = file.get().origin().read(in -> in.readNBytes(201));
            time = bytes.length > 200 ? time : SubmissionTimes.stamp(new String(bytes, StandardCharsets.UTF_8));
        } catch (GradeException unreadable) {
            remarks.add("timestamp.txt could not be read.");
            return time;
        }
        if (time.isEmpty()) {
            remarks.add("timestamp.txt holds no time that is understood.");
        }
        return time;
    }
}
