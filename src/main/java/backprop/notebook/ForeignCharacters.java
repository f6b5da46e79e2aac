package backprop.notebook;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;

/** Characters that look like Java's and are others: they come with code that is copied from a page or a document. */
final class ForeignCharacters {
    private static final String DELETE = "delete it; it is invisible";
    private static final String TEXT = "type \"";
    private static final int FULLWIDTH_FIRST = 0xFF01;
    private static final int FULLWIDTH_LAST = 0xFF5E;
    private static final int FULLWIDTH_SHIFT = 0xFEE0;
    private static final Map<Integer, String> TYPED = new HashMap<>();

    static {
        put("−‐‑‒–—―", "type -");
        put("“”„‟«»″", TEXT);
        put("‘’‚‛′´‹›", "type \" around a text, ' around a single character");
        put("×∗∙·⋅", "type *");
        put("÷∕⁄", "type /");
        put("≤", "type <=");
        put("≥", "type >=");
        put("≠", "type !=");
        put("→⇒", "type ->");
        put("∧", "type &&");
        put("∨", "type ||");
        put("¬", "type !");
        put("…", "write out what it stands for");
        put("、", "type ,");
        put("。", "type .");
        put("²", "write the factor twice, as in x * x");
        put("³", "write the factor three times, or Math.pow(x, 3)");
        put("√", "write Math.sqrt(x)");
        put("⊙", "write A.hadamard(B)");
        put("₀₁₂₃₄₅₆₇₈₉", "write a plain digit, as in W1");
        put(
                "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
                "type a plain space");
        put("\u00ad\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2060\ufeff", DELETE);
    }

    /** Short names of those that people meet most. */
    private static final Map<Integer, String> NAMES = Map.of(
            (int) '−',
            "minus",
            (int) '–',
            "dash",
            (int) '—',
            "dash",
            0xa0,
            "space",
            (int) '“',
            "quotation mark",
            (int) '”',
            "quotation mark",
            (int) '‘',
            "quotation mark",
            (int) '’',
            "quotation mark",
            (int) '×',
            "multiplication sign",
            0x200b,
            "space");

    /** Cyrillic and Greek letters, and below them the Latin ones that look alike. */
    private static final String LOOKALIKES = "АВЕКМНОРСТХасеорхуΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";

    private static final String LATIN = "ABEKMHOPCTXaceopxyABEZHIKMNOPTYXo";

    private ForeignCharacters() {}

    /** The character at which the compiler stopped, and what to type in its place. */
    static Optional<Note> note(CompileError error, List<String> place) {
        if (!error.is("illegal.char") && !error.is("illegal.nonascii.digit")) {
            return Optional.empty();
        }
        if (error.position() >= error.source().length()) {
            return Optional.empty();
        }
        int character = error.source().codePointAt(error.position());
        String typed = typed(character);
        return typed.isEmpty() ? Optional.empty() : Optional.of(new Note(headline(character), typed, place));
    }

    /** A name with a Greek or Cyrillic letter that looks like one of a known name. */
    static Optional<String> lookalike(CompileError error, String name) {
        OptionalInt letter =
                name.chars().filter(c -> LOOKALIKES.indexOf(c) >= 0).findFirst();
        String latin =
                name.chars().mapToObj(c -> String.valueOf(latin((char) c))).collect(Collectors.joining());
        if (letter.isEmpty() || !isKnown(error.shell(), latin)) {
            return Optional.empty();
        }
        int foreign = letter.getAsInt();
        return Optional.of(String.format(
                Locale.ROOT,
                "the %c here is U+%04X (%s); type %c",
                foreign,
                foreign,
                Character.getName(foreign).toLowerCase(Locale.ROOT),
                latin((char) foreign)));
    }

    private static boolean isKnown(JShell shell, String name) {
        boolean declared = Stream.of(shell.variables(), shell.methods(), shell.types())
                .flatMap(part -> part)
                .anyMatch(snippet -> snippet.name().equals(name));
        return declared
                || shell.sourceCodeAnalysis()
                        .listQualifiedNames(name, name.length())
                        .isResolvable();
    }

    private static char latin(char letter) {
        int k = LOOKALIKES.indexOf(letter);
        return k < 0 ? letter : LATIN.charAt(k);
    }

    private static String headline(int character) {
        String unicode = String.format(Locale.ROOT, "U+%04X", character);
        String name = String.valueOf(Character.getName(character)).toLowerCase(Locale.ROOT);
        String known = NAMES.getOrDefault(character, "character");
        return "the " + known + " here is " + unicode + " (" + name + "), which Java does not take.";
    }

    private static String typed(int character) {
        if (character >= FULLWIDTH_FIRST && character <= FULLWIDTH_LAST) {
            return "type " + Character.toString(character - FULLWIDTH_SHIFT);
        }
        boolean digit = character > 127 && Character.isDigit(character);
        return digit ? "type " + Character.digit(character, 10) : TYPED.getOrDefault(character, "");
    }

    private static void put(String characters, String typed) {
        characters.codePoints().forEach(character -> TYPED.put(character, typed));
    }
}
