package backprop.grade.submission;

import backprop.exercise.Quoted;
import backprop.grade.result.HandIn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names for students that can name a file on every system. A key depends on the student alone, whoever else is in the
 * class. With a platform's number it is the name in plain letters and the number; else it is the whole name, in which a
 * space is {@code +}, and every sign but letters, digits, dot, hyphen and underscore is its number in hexadecimal
 * between two {@code ~}, so that two names never have one key.
 */
public final class Slugs {
    private static final int LONGEST_SLUG = 60;
    private static final int BYTES = 200; // a file's name has at most 255, with its ending
    private static final int DIGITS = 10; // of the hash that ends a key that was cut
    private static final Pattern PLAIN = Pattern.compile("[-\\p{L}\\p{M}\\p{N}._]");
    private static final Pattern DEVICE = Pattern.compile(
            "(?i)(?:con|prn|aux|nul|com[\\d\u00B9\u00B2\u00B3]|lpt[\\d\u00B9\u00B2\u00B3]|clock\\$)(?:\\..*)?");

    private Slugs() {}

    /**
     * The key of whoever handed this in, by the name and the number that the platform has.
     *
     * @param handIn what was handed in
     * @return the key that this student has today, whatever the earlier one was
     */
    public static String of(HandIn handIn) {
        return key(new StudentIdentity(handIn.name(), handIn.platformId()));
    }

    /**
     * A text with its letters composed, as keys have them: on some systems é is e and an accent.
     *
     * @param text a name or a key
     * @return the same for people, in Unicode's form NFC
     */
    public static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    static String key(StudentIdentity owner) {
        return owner.platformId().isEmpty() ? escaped(composed(owner.name())) : numbered(owner);
    }

    /**
     * A key without its case: where two are alike in this, a disk that ignores case has one file for both.
     *
     * @param key a student's
     * @return the same in small letters
     */
    public static String folded(String key) {
        return Normalizer.normalize(key.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    private static String numbered(StudentIdentity owner) {
        String end = "-" + owner.platformId();
        String name = slug(owner.name(), LONGEST_SLUG - end.length());
        String slug = DEVICE.matcher(name + end).matches() ? name.replace('.', '-') : name;
        return slug.chars().anyMatch(Character::isLetter) ? slug + end : owner.platformId();
    }

    /** A name in plain letters, digits, dots, hyphens and underscores; empty where it has none of them. */
    static String slug(String name, int most) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        String safe = trimmed(plain.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("-{2,}", "-"));
        return trimmed(safe.substring(0, Math.min(most, safe.length())));
    }

    static String trimmed(String name) {
        return name.replaceAll("^[-.]+|[-.]+$", "");
    }

    private static String escaped(String name) {
        StringBuilder key = new StringBuilder();
        int cut = 0; // so much of the key leaves room for a hash
        int bytes = 0;
        boolean device = DEVICE.matcher(name).matches();
        for (int i = 0; i < name.length(); i = name.offsetByCodePoints(i, 1)) {
            int sign = name.codePointAt(i);
            boolean last = i + Character.charCount(sign) == name.length();
            String part =
                    (device && i == 0) || unfit(sign, i == 0, last) ? escape(sign) : sign == ' ' ? "+" : part(sign);
            bytes += part.getBytes(StandardCharsets.UTF_8).length;
            key.append(part);
            if (bytes <= BYTES - DIGITS - 1) {
                cut = key.length();
            }
        }
        if (key.isEmpty()) {
            return "~~";
        }
        return bytes <= BYTES ? key.toString() : key.substring(0, cut) + "~" + hash(name);
    }

    /** What some systems do not take, or hide, where it begins or ends a name; an accent needs a letter before it. */
    private static boolean unfit(int sign, boolean first, boolean last) {
        int kind = Character.getType(sign);
        boolean mark = kind == Character.NON_SPACING_MARK
                || kind == Character.COMBINING_SPACING_MARK
                || kind == Character.ENCLOSING_MARK;
        return (first && (sign == '.' || sign == '-' || sign == ' ' || mark)) || (last && (sign == '.' || sign == ' '));
    }

    /** A letter that has no picture is escaped, too. */
    private static String part(int sign) {
        String text = Character.toString(sign);
        boolean plain = PLAIN.matcher(text).matches() && Quoted.visible(text).equals(text);
        return plain ? text : escape(sign);
    }

    private static String escape(int sign) {
        return String.format(Locale.ROOT, "~%X~", sign);
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every JDK has SHA-256", never);
        }
    }
}
