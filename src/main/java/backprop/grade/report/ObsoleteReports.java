package backprop.grade.report;

import backprop.grade.result.AtomicFile;
import backprop.grade.result.ResultsException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Takes away reports of students who are no longer in the class, and nothing else. */
final class ObsoleteReports {
    private static final String HTML = ".html";

    private ObsoleteReports() {}

    /** The pages of all others. */
    static void pages(Path folder, Collection<String> students) {
        Set<String> stay = new HashSet<>(students);
        each(folder, "*" + HTML, page -> {
            String name = page.getFileName().toString();
            boolean file = Files.isRegularFile(page, LinkOption.NOFOLLOW_LINKS);
            if (file && !stay.contains(name.substring(0, name.length() - HTML.length()))) {
                Files.delete(page);
            }
        });
    }

    /** The file in the folders of all others; a folder goes if nothing else is in it. */
    static void folders(Path folder, Collection<String> students, String file) {
        Set<String> stay = new HashSet<>(students);
        each(folder, "*", of -> {
            if (Files.isDirectory(of, LinkOption.NOFOLLOW_LINKS)
                    && !stay.contains(of.getFileName().toString())) {
                Files.deleteIfExists(of.resolve(file));
                try {
                    Files.delete(of);
                } catch (DirectoryNotEmptyException other) {
                    // somebody keeps something there
                }
            }
        });
    }

    private static void each(Path folder, String glob, Step step) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
            for (Path entry : entries) {
                step.take(entry);
            }
        } catch (IOException why) {
            throw new ResultsException(
                    "%s: the reports of students who are no longer in the class cannot be removed (%s)"
                            .formatted(folder, AtomicFile.reason(why)));
        }
    }

    /** What is done with an entry. */
    @FunctionalInterface
    private interface Step {
        void take(Path entry) throws IOException;
    }
}
