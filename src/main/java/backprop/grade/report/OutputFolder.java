package backprop.grade.report;

import backprop.grade.result.AtomicFile;
import backprop.grade.result.ResultsException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a folder may take students' data: it can be written, and no commit would take it along. */
public final class OutputFolder {
    private static final String PROBE = ".grade.part";
    /** What an instructor may have put there before, or a file system has. */
    private static final Set<String> FOUND = Set.of(Overrides.FILE, "former", "lost+found");

    private OutputFolder() {}

    /**
     * Makes the folder where there is none.
     *
     * @param dir the folder to be
     * @return it, as an absolute path
     * @throws ResultsException if it is a file, cannot be written, or lies in a git work tree that does not ignore it
     */
    public static Path check(Path dir) {
        return check(dir, "git");
    }

    /**
     * Looks at the folder and makes none.
     *
     * @param dir the folder to be
     * @throws ResultsException if it is a file, or lies in a git work tree that does not ignore it
     */
    public static void require(Path dir) {
        Path unused = require(dir, "git");
    }

    /**
     * Refuses a folder of results in that of the submissions, and the other way round: neither may be taken for a part
     * of the other.
     *
     * @param dir the folder to be
     * @param submissions the folder or file of submissions, which is there
     * @throws ResultsException if one lies in the other, wherever links lead
     */
    public static void requireApart(Path dir, Path submissions) {
        Path out = real(dir.toAbsolutePath().normalize());
        Path given = real(submissions.toAbsolutePath().normalize());
        Path submitted = given.resolve("submitted");
        Path in = Files.isDirectory(submitted) ? submitted : given; // of a course's folder nothing else is read
        if (out.equals(in) || out.equals(given)) {
            throw new ResultsException(
                    dir + ": the results cannot go where the submissions are. Choose another folder for --out.");
        }
        if (out.startsWith(in)) {
            throw new ResultsException(
                    "%s: lies in the folder of the submissions, %s, and would be taken for one of them. Choose another folder for --out."
                            .formatted(dir, submissions));
        }
        if (in.startsWith(out)) {
            throw new ResultsException(
                    "%s: holds the submissions, %s, and must hold only results. Choose another folder for --out."
                            .formatted(dir, submissions));
        }
    }

    /**
     * Removes a folder that was made and not needed.
     *
     * @param dir the folder; it stays if anything is in it
     */
    public static void removeEmpty(Path dir) {
        try {
            Files.deleteIfExists(dir);
        } catch (IOException holdsSomething) {
            // somebody else's
        }
    }

    /**
     * What lies in a folder in which the grader has written nothing yet, but for what is the grader's to find there.
     *
     * @param dir the folder to be
     * @return the names, sorted; none of those that begin with a dot
     */
    public static List<String> strangers(Path dir) {
        if (Files.isDirectory(dir.resolve("raw")) || !Files.isDirectory(dir)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(dir)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !FOUND.contains(name))
                    .sorted()
                    .toList();
        } catch (IOException why) {
            throw new ResultsException(
                    "%s: must be a folder that you can read (%s)".formatted(dir, AtomicFile.reason(why)));
        }
    }

    /** With another command in git's place. */
    static Path check(Path dir, String git) {
        Path folder = require(dir, git);
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(Files.writeString(folder.resolve(PROBE), ""));
        } catch (IOException why) {
            throw new ResultsException(
                    "%s: must be a folder that you can write to (%s)".formatted(folder, AtomicFile.reason(why)));
        }
        return folder;
    }

    private static Path require(Path dir, String git) {
        Path folder = dir.toAbsolutePath().normalize();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ResultsException(folder + ": must be a folder for the results, got a file");
        }
        Optional<Path> tree = workTree(real(folder));
        if (tree.isPresent() && !ignored(real(folder), tree.get(), git)) {
            throw new ResultsException(refusal(folder, tree.get()));
        }
        return folder;
    }

    private static String refusal(Path folder, Path tree) {
        return "%s: lies in the git work tree %s, which does not ignore it, and a commit could publish students' data. Choose a folder outside of it, or add a line to its .gitignore."
                .formatted(folder, tree);
    }

    /** Where links lead: of the part of the path that is there already. */
    private static Path real(Path folder) {
        try {
            if (Files.exists(folder)) {
                return folder.toRealPath();
            }
        } catch (IOException unknown) {
            return folder;
        }
        return folder.getParent() == null ? folder : real(folder.getParent()).resolve(folder.getFileName());
    }

    private static Optional<Path> workTree(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /**
     * Asks git, which knows all the places where rules stand; a file inside of the folder is asked for, so that a rule
     * for folders holds before there is one. Without git nothing counts as ignored.
     */
    private static boolean ignored(Path folder, Path tree, String git) {
        String file = tree.relativize(folder).resolve("grades.csv").toString().replace(File.separatorChar, '/');
        ProcessBuilder ask = new ProcessBuilder(List.of(git, "check-ignore", "-q", "--", file))
                .directory(tree.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        ask.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        try {
            return ask.start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
