package backprop.notebook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Slips of a Java beginner, of which the compiler says no more than what it expects, and what to write. */
final class JavaSyntax {
    private static final String NAME = "(?!(?:if|for|while|switch|catch|try|synchronized|return|new)\\b)(\\w+)";

    private static final String TYPE = "(?:int|double|long|boolean|String|Matrix|var)";
    private static final String WORDS = "class|new|for|if|int|double|case|do|this|enum|final|static|public|private|void"
            + "|try|package|import|switch|while|return|default|interface|super|null|true|false";

    /**
     * A slip.
     *
     * @param code the compiler's key, as a pattern for its beginning
     * @param where what is looked at
     * @param slip what stands there
     * @param java what to write
     */
    private record Slip(String code, Where where, Pattern slip, Function<MatchResult, String> java) {
        Optional<String> hint(CompileError error) {
            if (!error.diag().getCode().matches("compiler\\.err\\.(?:" + code + ").*")) {
                return Optional.empty();
            }
            return slip.matcher(where.of(error)).results().findFirst().map(java);
        }
    }

    /** The part of an error that a slip is looked for in. */
    private enum Where {
        MESSAGE,
        LINE,
        SPLIT,
        PLACE;

        /** SPLIT is the code with a bar at the place, PLACE the same behind the compiler's words. */
        String of(CompileError error) {
            return switch (this) {
                case MESSAGE -> Note.withoutPackages(error.message());
                case LINE -> error.line();
                case SPLIT -> error.before() + "|" + error.after();
                case PLACE -> error.message() + "\n" + error.before() + "|" + error.after();
            };
        }
    }

    private static Slip message(String code, String slip, Function<MatchResult, String> java) {
        return new Slip(code, Where.MESSAGE, Pattern.compile(slip), java);
    }

    private static Slip line(String code, String slip, Function<MatchResult, String> java) {
        return new Slip(code, Where.LINE, Pattern.compile(slip), java);
    }

    private static Slip at(String code, String slip, Function<MatchResult, String> java) {
        return new Slip(code, Where.SPLIT, Pattern.compile(slip), java);
    }

    private static final List<Slip> OF_MEANING = List.of(
            message(
                    "missing\\.ret\\.stmt",
                    ".",
                    m -> "end the method with return and its value, on every way through it"),
            message(
                    "unreported\\.exception",
                    "exception (\\w+);",
                    m -> "write throws " + m.group(1) + " behind the parentheses of the method's first line"),
            message(
                    "var\\.might\\.not\\.have\\.been",
                    "variable (\\w+) might",
                    m -> "give " + m.group(1) + " a value before it is used"),
            message(
                    "already\\.defined",
                    "variable (\\w+) is",
                    m -> "give one of the two another name; to change " + m.group(1) + ", leave out the type"),
            message(
                    "unreachable|stmt\\.unreachable",
                    ".",
                    m -> "what stands behind a return, or behind a loop without end, never runs"),
            message("missing\\.meth\\.body", ".", m -> "take out the semicolon between the parentheses and the brace"),
            message(
                    "prob\\.found\\.req",
                    "unexpected return value",
                    m -> "void returns nothing: write the type of the value in its place"),
            message(
                    "prob\\.found\\.req",
                    "equality constraints: Double\\s+lower bounds: Integer",
                    m -> "write each number with a point, for 1 is an Integer and 1.0 a Double"),
            line(
                    "cant\\.infer\\.local\\.var",
                    "\\bvar\\s+(\\w+)",
                    m -> "write the type in place of var, as in double " + m.group(1) + " = 0;"),
            line(
                    "array\\.dimension\\.missing",
                    "new\\s+(\\w+)\\s*\\[\\s*]",
                    m -> "say how many, as in new " + m.group(1) + "[3]"),
            line(
                    "illegal\\.array\\.creation",
                    "new\\s+(\\w+)\\s*\\[[^\\]]*]",
                    m -> "leave out the number: new " + m.group(1) + "[] {…}"),
            message(
                    "type\\.found\\.req",
                    "found:\\s*(\\w+)",
                    m -> "write " + boxed(m.group(1)) + " in place of " + m.group(1) + " between < and >"),
            line(
                    "unexpected\\.type",
                    "([\\w.]+)\\.get\\(([^()]*)\\)\\s*=(?!=)\\s*([^;]+)",
                    m -> "write " + m.group(1) + ".set(" + m.group(2) + ", "
                            + m.group(3).strip() + ")"),
            line(
                    "foreach\\.not\\.applicable",
                    "for\\s*\\(\\s*int\\s+(\\w+)\\s*:\\s*([\\w.]+)\\s*\\)",
                    m -> "a loop that counts is for (int " + m.group(1) + " = 0; " + m.group(1) + " < " + m.group(2)
                            + "; " + m.group(1) + "++) { … }"),
            line(
                    "foreach\\.not\\.applicable",
                    "for\\s*\\(\\s*\\w+\\s+\\w+\\s*:\\s*(\\w+)\\s*\\)",
                    m -> "a matrix takes two loops, over i < " + m.group(1) + ".rows() and j < " + m.group(1)
                            + ".cols()"),
            line(
                    "illegal\\.initializer",
                    "\\bMatrix\\s+\\w+\\s*=\\s*(\\{\\s*\\{.*}\\s*})",
                    m -> "write Matrix.of(new double[][] " + m.group(1) + ")"),
            line(
                    "illegal\\.initializer",
                    "\\bMatrix\\s+\\w+\\s*=\\s*\\{([^{}]*)}",
                    m -> "write Matrix.row(" + m.group(1) + ") or Matrix.column(" + m.group(1) + ")"),
            line(
                    "operator\\.cant\\.be\\.applied",
                    "(\\w+)\\s*=!\\s*(\\w+)",
                    m -> "write " + m.group(1) + " != " + m.group(2)));

    private static final List<Slip> OF_SYNTAX = List.of(
            line(
                    ".",
                    "\\b" + TYPE + "\\s+(\\d\\w*)\\s*=",
                    m -> "a name begins with a letter: " + m.group(1) + " does not"),
            line(
                    "expected|illegal|invalid\\.meth|dot\\.class",
                    "^\\s*((?:public|static|private|final)\\s+)*(?:function\\s+)?" + NAME + "\\s*\\([^(){}]*\\)\\s*\\{",
                    m -> "a method begins with the type that it returns, as in double " + m.group(2)
                            + "(double x) { … }"),
            at(
                    "expected",
                    "\\w+\\s+\\w+\\s*\\((?:\\s*[\\w<>\\[\\]]+\\s+\\w+\\s*,)*\\s*(\\w+)\\s*\\|\\s*[,)]",
                    m -> "each parameter has its type, as in double " + m.group(1)),
            at(
                    "expected",
                    "\\w+\\s+\\w+\\s*\\((?:\\s*[\\w<>\\[\\]]+\\s+\\w+\\s*,)*\\s*(\\w+)\\|",
                    m -> "each parameter has its type, as in double " + m.group(1)),
            line(
                    "expected",
                    "for\\s*\\(([^;,()]*=[^;,()]*),([^;,()]*),([^;,()]*)\\)",
                    m -> "write semicolons: for (" + m.group(1).strip() + "; "
                            + m.group(2).strip() + "; " + m.group(3).strip() + ")"),
            line(
                    ".",
                    "\\bforeach\\s*\\(\\s*([^()]*)\\)",
                    m -> "write for (" + m.group(1).strip() + ")"),
            line(
                    "bad\\.initializer",
                    "for\\s*\\(\\s*(\\w+)\\s*:\\s*([\\w.]+)",
                    m -> "write for (var " + m.group(1) + " : " + m.group(2) + ")"),
            line("expected", "\\belse\\s+if\\s*\\{", m -> "the last part is else alone; an else if has a condition"),
            line(
                    "expected",
                    "\\b(if|while)\\s+([^(].*?)\\s*\\{",
                    m -> "write " + m.group(1) + " (" + m.group(2) + ") { … }"),
            line("not\\.stmt", "\\)\\s*then\\b", m -> "leave out then"),
            at("illegal\\.start", "=\\s*\\|>", m -> "write >= for at least"),
            line("illegal\\.start", "\\w\\s*=<\\s*\\w", m -> "write <= for at most"),
            line("illegal\\.start", "\\w\\s*<>\\s*\\w", m -> "write != for not equal"),
            line("expected", "\\(.*\"\\s+\\w+\\s*\\)", m -> "join texts and values with +, as in \"n is \" + n"),
            line(
                    "expected",
                    "=\\s*(-?\\d+),(\\d+)\\s*;",
                    m -> "a number has a point, not a comma: " + m.group(1) + "." + m.group(2)),
            line(
                    "expected",
                    "\\bnew\\s+(double|int|long|boolean|float|char)\\s*\\((\\w+)\\)",
                    m -> "write new " + m.group(1) + "[" + m.group(2) + "]"),
            line("expected", "\\bnew\\s+(\\w+(?:<[^<>]*>)?)\\s*[,;)]", m -> "write new " + m.group(1) + "()"),
            line(
                    "expected",
                    "\\b(double|int|long|boolean|String)\\[(\\w+)]\\s+(\\w+)",
                    m -> "write " + m.group(1) + "[] " + m.group(3) + " = new " + m.group(1) + "[" + m.group(2) + "];"),
            line(
                    "expected",
                    "\\b(double|int|long|boolean|String)\\s+(\\w+)\\s*\\[(\\w+)]",
                    m -> "write " + m.group(1) + "[] " + m.group(2) + " = new " + m.group(1) + "[" + m.group(3) + "];"),
            at(
                    "illegal\\.start",
                    "\\|(private|public|protected|static)\\b",
                    m -> "leave out " + m.group(1) + " within a method"),
            at(
                    "expected",
                    "\\w\\s+(\\w+)\\s*\\|\\([^()]*\\)\\s*\\{",
                    m -> "a method cannot stand within another: declare " + m.group(1) + " before it"),
            at("expected", "\\)\\s*\\|\\s*(?:return|throw)\\b", m -> "the body of a method stands in braces: { … }"),
            at(
                    "illegal\\.start",
                    "(?:new\\s+Matrix|Matrix\\s*\\.\\s*of)\\s*\\(\\s*\\|(\\{[^();]*})\\s*\\)",
                    m -> "write Matrix.of(new double[]" + (m.group(1).matches("(?s)\\{\\s*\\{.*") ? "[] " : " ")
                            + m.group(1) + ")"),
            line(
                    "not\\.stmt",
                    "(\\w+)\\s*->\\s*\\{\\s*([^{};]+?)\\s*;?\\s*}",
                    m -> "leave out the braces: " + m.group(1) + " -> "
                            + m.group(2).strip()),
            new Slip(
                    "expected",
                    Where.PLACE,
                    Pattern.compile("^';'.*[\\w)\\]\"']\\s*\\|\\s*}", Pattern.DOTALL),
                    m -> "end the statement before the brace with a semicolon"),
            new Slip(
                    "expected",
                    Where.PLACE,
                    Pattern.compile("^'\\)'.*[\\w)\\]\"']\\s*\\|\\s*[;}]", Pattern.DOTALL),
                    m -> "a parenthesis is open: close it"),
            line(
                    ".",
                    "\\b" + TYPE + "\\s+(" + WORDS + ")\\s*=",
                    m -> m.group(1) + " is a word of Java's: choose another name"),
            at("illegal\\.start", "^\\s*\\|package\\b", m -> "a notebook is in no package: leave out this line"),
            at("illegal\\.start", "^\\s*\\|}", m -> "there is one } too many: take it out"),
            line("unclosed\\.str", "\"", m -> "close the text with \" in its line"),
            line("unclosed\\.char", "'(\\w)\\s*;?\\s*$", m -> "close the character with ': '" + m.group(1) + "'"),
            at("illegal\\.start", "^\\s*\\|\\?", m -> "Shift-Tab behind a name explains it"),
            at("illegal\\.start", "^\\s*\\|%(\\w+)\\s*\\(", m -> "a magic has no parentheses: write %" + m.group(1)));

    private JavaSyntax() {}

    /** What to write; nothing where no slip is seen. */
    static Optional<String> ofMeaning(CompileError error) {
        return first(OF_MEANING, error);
    }

    /** The same of what is no Java at all. */
    static Optional<String> ofSyntax(CompileError error) {
        return first(OF_SYNTAX, error);
    }

    private static Optional<String> first(List<Slip> slips, CompileError error) {
        return slips.stream().flatMap(slip -> slip.hint(error).stream()).findFirst();
    }

    private static String boxed(String type) {
        return switch (type) {
            case "int" -> "Integer";
            case "char" -> "Character";
            default -> type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
        };
    }
}
