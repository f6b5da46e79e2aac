package backprop.grade.submission;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names of files and of entries in archives tell. */
final class FileNames {
    /** Why an archive of a kind that is not read is refused. */
    static final String CLOSED_ARCHIVE =
            "is an archive of a kind that cannot be read; hand in the notebook itself, or a .zip of it";
    /** Why a part of a file is refused. */
    static final String NOT_WHOLE = "is no whole notebook, but part of a download or a copy that an editor made";

    private static final int LONGEST = 4_000;
    private static final String COPY = "(?:[ _]?\\([0-9]{1,3}\\))?";
    private static final String BOOK = "\\.ipynb(?:\\.txt|\\.json)?" + COPY;
    private static final String REST =
            "(?:~|[._-](?:crdownload|opdownload|download|part|partial|tmp|temp|bak|backup|old|orig|save|swp))+";
    private static final String READ = "\\.(?:zip|tar|tgz|gz)" + COPY;
    private static final String CLOSED =
            "\\.(?:rar|7z|bz2|tbz2?|xz|txz|zst|tzst|lz|lz4|lzma|z|arj|cab|iso|dmg|sitx?|zipx"
                    + "|ace|lzh|lha|alz|egg|rev|r[0-9]{2}|z[0-9]{2}|(?:zip|7z|rar)\\.[0-9]{3})" + COPY;
    private static final Pattern NOTEBOOK = ends(BOOK);
    private static final Pattern UNFINISHED = ends(BOOK + REST);
    private static final Pattern ARCHIVE = ends(READ);
    private static final Pattern UNREADABLE = ends(CLOSED + "|(?:" + READ + "|" + CLOSED + ")" + REST);
    private static final Pattern ENDING =
            Pattern.compile("(?i)(?:" + BOOK + "|\\.json|" + READ + "|" + CLOSED + ")(?:" + REST + ")?\\z");
    private static final List<String> LINKS = List.of(".url", ".webloc", ".lnk", ".desktop", ".website");
    private static final Set<String> TOOLS = Set.of(
            ".ds_store",
            ".ipynb_checkpoints",
            ".git",
            ".gitignore",
            ".gitattributes",
            ".gitkeep",
            ".idea",
            ".vscode",
            ".cache",
            ".trash",
            ".trashes",
            ".spotlight-v100",
            ".fseventsd",
            ".directory",
            ".venv",
            ".local",
            ".jupyter");
    private static final Set<String> JUNK = Set.of("__macosx", "desktop.ini", "thumbs.db");
    private static final Pattern ELSEWHERE = Pattern.compile("[\\\\\\p{Cc}]|^/|^[A-Za-z]:|(?:^|/)\\.\\.(?:/|$)");

    private FileNames() {}

    private static Pattern ends(String with) {
        return Pattern.compile("(?i)(?:" + with + ")\\z");
    }

    /** Whether a name may lead out of its folder on some system. */
    static boolean leadsElsewhere(String name) {
        return name.length() > LONGEST
                || name.isBlank()
                || ELSEWHERE.matcher(name).find();
    }

    /** The folders and the name, without those that stand for a place. */
    static List<String> segments(String name) {
        return List.of(name.substring(0, Math.min(name.length(), LONGEST)).split("[/\\\\]+")).stream()
                .filter(part -> !part.isBlank() && !part.equals(".") && !part.equals(".."))
                .limit(50)
                .toList();
    }

    /** Whether it is what systems and editors leave behind. A student's name may begin with a dot in Moodle. */
    static boolean junk(List<String> path) {
        return path.stream()
                .anyMatch(name -> name.startsWith("._")
                        || (name.startsWith(".") && !MoodleName.is(name))
                        || JUNK.contains(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether it is hidden, though no system or tool is known that would call it so. */
    static boolean hidden(String name) {
        return name.startsWith(".") && !name.startsWith("._") && !TOOLS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** A notebook, also as browsers and platforms rename it. */
    static boolean notebook(String name) {
        return NOTEBOOK.matcher(name).find();
    }

    /** A download that did not finish, or an editor's or a person's older copy; it may be a notebook or a part of one. */
    static boolean unfinished(String name) {
        return UNFINISHED.matcher(name).find();
    }

    /** What may be a notebook, or any other JSON. */
    static boolean json(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".json") && !notebook(name);
    }

    static boolean archive(String name) {
        return ARCHIVE.matcher(name).find();
    }

    /** An archive of a kind that is not read. */
    static boolean unreadable(String name) {
        return UNREADABLE.matcher(name).find();
    }

    /** Whether the name is one of something handed in, which must not get lost. */
    static boolean handIn(String name) {
        return notebook(name) || unfinished(name) || archive(name) || unreadable(name);
    }

    /** Whether it is a notebook or may hold one. */
    static boolean handIn(FileEntry item) {
        return switch (item.kind()) {
            case NOTEBOOK -> true;
            case OTHER, REFUSED -> handIn(item.name());
            case FOLDER, LEFTOVER, MISNAMED -> false;
        };
    }

    /** A file of a system or a browser that only says where something else is. */
    static boolean link(String name) {
        return LINKS.stream().anyMatch(end -> name.toLowerCase(Locale.ROOT).endsWith(end));
    }

    /** The name without the endings of notebooks and archives. */
    static String stem(String name) {
        String stem = name;
        for (Matcher end = ENDING.matcher(stem); end.find() && end.start() > 0; end = ENDING.matcher(stem)) {
            stem = stem.substring(0, end.start());
        }
        return stem;
    }
}
