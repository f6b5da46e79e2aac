package backprop.grade.formula;

import backprop.grade.formula.Atom.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a formula: pieces, each with what stands above and below it. What a command does is said in
 * {@link Commands}.
 */
final class TexParser {
    /** Characters of a formula. */
    static final int LONGEST = 2_000;

    private static final int DEEPEST = 40; // groups in groups
    private static final Set<String> ENDS = Set.of(Tokens.END, "}", "&", "\\\\", "\\cr", "\\end", "\\right");
    private static final Set<String> ROW = Set.of("&", "\\\\", "\\cr", "\\end", Tokens.END);

    final Tokens tokens;
    private final Commands commands = new Commands(this);
    private Alphabet alphabet = Alphabet.ITALIC;
    private int depth;

    private TexParser(String tex) {
        tokens = new Tokens(tex);
    }

    /**
     * The formula as an element math.
     *
     * @param display whether it stands on a line of its own
     * @return empty for a formula that is too long or too deep, is not complete, or holds what is not known here
     */
    static Optional<String> mathMl(String tex, boolean display) {
        if (tex.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(MathMl.math(tex, display, new TexParser(tex).all()));
        } catch (TexException notRendered) {
            return Optional.empty();
        }
    }

    private String all() {
        List<List<String>> rows = rows();
        require(tokens.peek().equals(Tokens.END));
        boolean one = rows.size() == 1 && rows.get(0).size() == 1;
        return one ? rows.get(0).get(0) : MatrixEnvironment.ofRows().html(rows);
    }

    /** Rows of cells, up to what ends them. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        while (true) {
            row.add(sequence(ROW));
            if (tokens.take("&")) {
                continue;
            }
            rows.add(row);
            row = new ArrayList<>();
            if (!tokens.take("\\\\") && !tokens.take("\\cr")) {
                break;
            }
            tokens.skipDistance();
        }
        boolean blank = rows.size() > 1 && rows.get(rows.size() - 1).equals(List.of(""));
        return blank ? rows.subList(0, rows.size() - 1) : rows;
    }

    /** All up to one of these tokens, which stays. */
    String sequence(Set<String> until) {
        deeper();
        StringBuilder html = new StringBuilder();
        Kind before = Kind.OPERATOR;
        while (!until.contains(tokens.peek())) {
            Atom atom = scripted(before);
            boolean apart = atom.kind() == Kind.FUNCTION && before != Kind.OPERATOR;
            html.append(apart ? MathMl.space("0.1667") : "").append(atom.html());
            boolean applied = atom.kind() == Kind.FUNCTION && Commands.isArgument(tokens.peek());
            html.append(applied ? MathMl.space("0.1667") : "");
            before = applied ? Kind.OPERATOR : atom.kind();
        }
        depth--;
        return html.toString();
    }

    /** One group or token, as a single element; of a number the first digit alone, as in TeX. */
    String argument() {
        if (tokens.take("{")) {
            return group();
        }
        if (Tokens.isDigit(tokens.peek())) {
            return MathMl.number(alphabet.of(tokens.next()));
        }
        require(!Set.of("^", "_", "'").contains(tokens.peek()));
        return MathMl.row(atom(Kind.OPERATOR).html());
    }

    /** One argument whose letters are of an alphabet. */
    String argument(Alphabet letters) {
        Alphabet outside = alphabet;
        alphabet = letters;
        String argument = argument();
        alphabet = outside;
        return argument;
    }

    Alphabet alphabet() {
        return alphabet;
    }

    static void require(boolean right) {
        if (!right) {
            throw new TexException("not a formula");
        }
    }

    private String group() {
        String body = sequence(Set.of("}"));
        require(tokens.take("}"));
        return MathMl.row(body);
    }

    private Atom scripted(Kind before) {
        boolean bare = Set.of("^", "_", "'").contains(tokens.peek());
        Atom base = bare ? Atom.ordinary(MathMl.row("")) : atom(before);
        StringBuilder primes = new StringBuilder();
        String below = "";
        String above = "";
        while (true) {
            if (tokens.take("'")) {
                primes.append('′');
            } else if (above.isEmpty() && tokens.take("^")) {
                above = argument();
            } else if (below.isEmpty() && tokens.take("_")) {
                below = argument();
            } else {
                break;
            }
        }
        require(!tokens.peek().equals("^") && !tokens.peek().equals("_"));
        if (primes.length() > 0) {
            above = MathMl.row(MathMl.operator(primes.toString()) + above);
        }
        return new Atom(scripts(base, below, above), base.kind(), false);
    }

    private static String scripts(Atom base, String below, String above) {
        boolean limits = base.limits();
        if (below.isEmpty() && above.isEmpty()) {
            return base.html();
        }
        if (above.isEmpty()) {
            return MathMl.of(limits ? "munder" : "msub", base.html(), below);
        }
        if (below.isEmpty()) {
            return MathMl.of(limits ? "mover" : "msup", base.html(), above);
        }
        return MathMl.of(limits ? "munderover" : "msubsup", base.html(), below, above);
    }

    private Atom atom(Kind before) {
        String token = tokens.peek();
        require(!ENDS.contains(token));
        Object unused = tokens.next();
        if (token.equals("{")) {
            return Atom.ordinary(group());
        }
        if (token.length() > 1 && token.charAt(0) == '\\') {
            deeper();
            Atom atom = commands.of(token.substring(1));
            depth--;
            return atom;
        }
        return sign(token, before);
    }

    private Atom sign(String token, Kind before) {
        int code = token.codePointAt(0);
        if (Character.isDigit(code)) {
            return Atom.ordinary(number(token));
        }
        if (Character.isLetter(code)) {
            return Atom.ordinary(MathMl.name(alphabet.of(token), false));
        }
        if (Character.getType(code) == Character.OTHER_NUMBER) {
            return Atom.ordinary(MathMl.number(token));
        }
        require(!"\\$#^_".contains(token));
        if ("([".contains(token)) {
            return Atom.operator(MathMl.bracket(token));
        }
        if (")]|".contains(token)) {
            return Atom.ordinary(MathMl.bracket(token));
        }
        if (token.equals("~")) {
            return Atom.ordinary(MathMl.space("0.25"));
        }
        String shown = token.equals("-") ? "−" : token.equals("*") ? "∗" : token;
        boolean prefix = before == Kind.OPERATOR && "+−±∓".contains(shown);
        return Atom.operator(prefix ? MathMl.sign(shown) : MathMl.operator(shown));
    }

    private String number(String first) {
        StringBuilder number = new StringBuilder(alphabet.of(first));
        while (tokens.adjoins()) {
            number.append(alphabet.of(tokens.next()));
        }
        return MathMl.number(number.toString());
    }

    private void deeper() {
        depth++;
        require(depth <= DEEPEST);
    }
}
