package backprop.grade.submission;

import backprop.grade.result.HandIn;
import java.util.regex.Pattern;

/**
 * The keys that students had before keys came to depend on the student alone, as they may stand in an instructor's
 * file still: a name in plain letters, with the platform's number or counted where two were alike.
 */
public final class PreviousSlugs {
    private static final int LONGEST = 60;
    private static final Pattern COUNTED = Pattern.compile(".*(-\\d{1,4})");
    private static final Pattern DEVICE = Pattern.compile("(?i)(?:con|prn|aux|nul|com\\d|lpt\\d|clock\\$)(?:\\..*)?");

    private PreviousSlugs() {}

    /**
     * Whether this key was surely this student's, if it was anybody's of today's class.
     *
     * @param key what stands in the file
     * @param handIn what the student handed in
     * @return whether it is the name in plain letters, alone or with the platform's number
     */
    public static boolean is(String key, HandIn handIn) {
        String plain = plain(handIn.name());
        return key.equals(plain)
                || (!handIn.platformId().isEmpty() && key.equals(with(plain, "-" + handIn.platformId())));
    }

    /**
     * Whether this key was given to one of several students whose names are alike, of whom this may be one.
     *
     * @param key what stands in the file
     * @param handIn what the student handed in
     * @return whether it is the name in plain letters and a number that only the class of that time explains
     */
    public static boolean mayBe(String key, HandIn handIn) {
        var counted = COUNTED.matcher(key);
        return counted.matches() && key.equals(with(plain(handIn.name()), counted.group(1)));
    }

    private static String plain(String name) {
        String slug = Slugs.slug(name, LONGEST);
        if (slug.isEmpty()) {
            return "student";
        }
        return DEVICE.matcher(slug).matches() ? Slugs.trimmed("student-" + slug) : slug;
    }

    private static String with(String plain, String end) {
        return Slugs.trimmed(plain.substring(0, Math.min(plain.length(), LONGEST - end.length()))) + end;
    }
}
