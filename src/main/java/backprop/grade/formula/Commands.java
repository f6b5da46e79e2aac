package backprop.grade.formula;

import backprop.grade.formula.Atom.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The commands that take arguments, and the names of functions. */
final class Commands {
    private static final Map<String, String> ACCENTS = Map.ofEntries(
            Map.entry("hat", "^"),
            Map.entry("tilde", "~"),
            Map.entry("bar", "¯"),
            Map.entry("vec", "→"),
            Map.entry("dot", "˙"),
            Map.entry("ddot", "¨"),
            Map.entry("check", "ˇ"),
            Map.entry("breve", "˘"));
    private static final Map<String, String> ABOVE = Map.of(
            "widehat",
            "^",
            "widetilde",
            "~",
            "overline",
            "¯",
            "overrightarrow",
            "→",
            "overleftarrow",
            "←",
            "overbrace",
            "⏞");
    private static final Map<String, String> BELOW = Map.of("underline", "_", "underbrace", "⏟");
    private static final Map<String, Alphabet> ALPHABETS = Map.of(
            "mathbf",
            Alphabet.BOLD,
            "boldsymbol",
            Alphabet.BOLD_ITALIC,
            "bm",
            Alphabet.BOLD_ITALIC,
            "mathcal",
            Alphabet.SCRIPT,
            "mathscr",
            Alphabet.SCRIPT,
            "mathbb",
            Alphabet.DOUBLE,
            "mathit",
            Alphabet.ITALIC,
            "mathnormal",
            Alphabet.ITALIC);
    private static final Set<String> TEXTS = Set.of("text", "textrm", "textbf", "textit", "texttt", "mbox");
    private static final Set<String> NAMES = Set.of("mathrm", "operatorname", "mathsf", "mathtt");
    private static final Map<String, String> SIZES =
            Map.of("big", "1.2em", "Big", "1.8em", "bigg", "2.4em", "Bigg", "3em");
    private static final Pattern SIZE = Pattern.compile("(big|Big|bigg|Bigg)([lrm]?)");
    private static final Pattern BESIDE = Pattern.compile("\\\\(left|right|end|cr|[bB]igg?[lrm]?)");

    private final TexParser parser;

    Commands(TexParser parser) {
        this.parser = parser;
    }

    /** What a command shows, with the arguments that follow it. */
    Atom of(String command) {
        Optional<Atom> simple = symbol(command).or(() -> accent(command)).or(() -> words(command));
        return simple.orElseGet(() -> switch (command) {
            case "frac", "cfrac" -> Atom.ordinary(fraction(""));
            case "dfrac" -> Atom.ordinary(MathMl.styled("displaystyle=\"true\"", fraction("")));
            case "tfrac" -> Atom.ordinary(MathMl.styled("displaystyle=\"false\"", fraction("")));
            case "binom" ->
                Atom.ordinary(
                        MathMl.row(MathMl.fence("(", "") + fraction(" linethickness=\"0\"") + MathMl.fence(")", "")));
            case "sqrt" -> Atom.ordinary(root());
            case "boxed" -> Atom.ordinary(MathMl.boxed(parser.argument()));
            case "overset", "stackrel" -> overset("mover");
            case "underset" -> overset("munder");
            case "left" -> Atom.ordinary(fenced());
            case "begin" -> Atom.ordinary(environment());
            default -> big(command);
        });
    }

    /** Whether what follows a function's name is what it is applied to, without a bracket. */
    static boolean isArgument(String token) {
        if (token.isEmpty() || BESIDE.matcher(token).matches()) {
            return false;
        }
        if (token.charAt(0) != '\\') {
            return Character.isLetterOrDigit(token.codePointAt(0));
        }
        String command = token.substring(1);
        return Symbols.letter(command).isPresent()
                || (command.length() > 1 && Symbols.of(command).isEmpty());
    }

    private Optional<Atom> symbol(String command) {
        boolean plain = parser.alphabet() == Alphabet.ITALIC;
        if (!plain && Symbols.letter(command).isPresent()) {
            return Optional.of(Atom.ordinary(
                    MathMl.name(parser.alphabet().of(Symbols.letter(command).get()), true)));
        }
        if (Symbols.function(command)) {
            boolean limits = Symbols.limits(command);
            return Optional.of(
                    limits
                            ? new Atom(MathMl.limit(command), Kind.OPERATOR, true)
                            : new Atom(MathMl.name(command, true), Kind.FUNCTION, false));
        }
        Kind kind = Symbols.operator(command) ? Kind.OPERATOR : Kind.ORDINARY;
        return Symbols.of(command).map(html -> new Atom(html, kind, Symbols.limits(command)));
    }

    private Optional<Atom> accent(String command) {
        if (ACCENTS.containsKey(command)) {
            return Optional.of(Atom.ordinary(MathMl.accent("mover", parser.argument(), ACCENTS.get(command), false)));
        }
        boolean above = ABOVE.containsKey(command);
        if (!above && !BELOW.containsKey(command)) {
            return Optional.empty();
        }
        String sign = above ? ABOVE.get(command) : BELOW.get(command);
        String html = MathMl.accent(above ? "mover" : "munder", parser.argument(), sign, true);
        return Optional.of(new Atom(html, Kind.ORDINARY, command.endsWith("brace")));
    }

    private Optional<Atom> words(String command) {
        if (TEXTS.contains(command)) {
            return Optional.of(Atom.ordinary(MathMl.text(parser.tokens.text())));
        }
        if (NAMES.contains(command)) {
            boolean star = parser.tokens.take("*");
            String name = MathMl.name(parser.tokens.text().strip(), true);
            return Optional.of(new Atom(name, command.equals("operatorname") ? Kind.FUNCTION : Kind.ORDINARY, star));
        }
        return Optional.ofNullable(ALPHABETS.get(command)).map(parser::argument).map(Atom::ordinary);
    }

    private String fraction(String attributes) {
        String above = parser.argument();
        String below = parser.argument();
        return MathMl.fraction(above, below, attributes);
    }

    private String root() {
        if (!parser.tokens.take("[")) {
            return MathMl.of("msqrt", parser.argument());
        }
        String index = MathMl.row(parser.sequence(Set.of("]")));
        TexParser.require(parser.tokens.take("]"));
        return MathMl.of("mroot", parser.argument(), index);
    }

    private Atom overset(String element) {
        String small = parser.argument();
        String base = parser.argument();
        return Atom.operator(MathMl.of(element, base, small));
    }

    private String fenced() {
        String open = bracket("");
        String body = parser.sequence(Set.of("\\right"));
        TexParser.require(parser.tokens.take("\\right"));
        String close = bracket("");
        return MathMl.row(open + body + close);
    }

    private String bracket(String size) {
        String bracket = Symbols.bracket(parser.tokens.next()).orElseThrow(() -> new TexException("no bracket"));
        return bracket.isEmpty() ? "" : MathMl.fence(bracket, size);
    }

    private Atom big(String command) {
        var big = SIZE.matcher(command);
        TexParser.require(big.matches());
        String html = bracket(SIZES.get(big.group(1)));
        return big.group(2).equals("l") || big.group(2).equals("m") ? Atom.operator(html) : Atom.ordinary(html);
    }

    private String environment() {
        String name = parser.tokens.text();
        MatrixEnvironment table =
                MatrixEnvironment.of(name).orElseThrow(() -> new TexException("an environment " + name));
        MatrixEnvironment shown = name.equals("array") ? table.withColumns(parser.tokens.text()) : table;
        var rows = parser.rows();
        TexParser.require(parser.tokens.take("\\end") && parser.tokens.text().equals(name));
        return shown.html(rows);
    }
}
