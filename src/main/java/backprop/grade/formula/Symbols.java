package backprop.grade.formula;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The commands that stand for a sign, each with it. */
final class Symbols {
    private static final Map<String, String> LETTERS = table("""
      alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ
      nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
      ell ℓ hbar ℏ imath ı jmath ȷ Re ℜ Im ℑ aleph ℵ""");
    private static final Map<String, String> UPRIGHT = table("""
      Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ partial ∂ nabla ∇
      emptyset ∅ varnothing ∅ top ⊤ bot ⊥ prime ′ degree ° checkmark ✓ dots … ldots … cdots ⋯ dotsc … dotsb ⋯ vdots ⋮
      ddots ⋱""");
    private static final Map<String, String> OPERATORS = table("""
          times × cdot ⋅ div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet ∙ odot ⊙ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ cap ∩ cup ∪
          setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ neg ¬ lnot ¬ le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ll ≪ gg ≫ ne ≠ neq ≠
          lt < gt > equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ propto ∝ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇
          mid ∣ parallel ∥ perp ⊥ forall ∀ exists ∃ nexists ∄ to → rightarrow → leftarrow ← gets ← leftrightarrow ↔
          longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹
          impliedby ⟸ iff ⟺ Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼ uparrow ↑
          downarrow ↓ updownarrow ↕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ hookrightarrow ↪ rightleftharpoons ⇌ colon :
          coloneqq ≔ triangleq ≜ therefore ∴ because ∵ backslash \\ models ⊨ vdash ⊢""");
    private static final Map<String, String> LARGE = table("""
      sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ bigvee ⋁
      bigwedge ⋀""");
    private static final Map<String, String> BRACKETS = table("""
      lbrace { rbrace } lbrack [ rbrack ] langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ vert | lvert | rvert |
      Vert ‖ lVert ‖ rVert ‖ { { } } | ‖""");
    private static final Set<String> FUNCTIONS = Set.of(
            "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "det", "dim", "exp", "gcd",
            "hom", "inf", "ker", "lg", "lim", "liminf", "limsup", "ln", "log", "max", "min", "Pr", "sec", "sin", "sinh",
            "sup", "tan", "tanh");
    private static final Set<String> WITH_LIMITS =
            Set.of("det", "gcd", "inf", "lim", "liminf", "limsup", "max", "min", "Pr", "sup");
    /** In em, as TeX has them: ³⁄₁₈, ⁴⁄₁₈, ⁵⁄₁₈ and so on. */
    private static final Map<String, String> SPACES = Map.ofEntries(
            Map.entry(",", "0.1667"),
            Map.entry(":", "0.2222"),
            Map.entry(">", "0.2222"),
            Map.entry(";", "0.2778"),
            Map.entry("!", "-0.1667"),
            Map.entry(" ", "0.25"),
            Map.entry("quad", "1"),
            Map.entry("qquad", "2"),
            Map.entry("thinspace", "0.1667"),
            Map.entry("enspace", "0.5"));

    private static final Set<String> SILENT =
            Set.of("displaystyle", "textstyle", "limits", "nolimits", "nonumber", "notag", "allowbreak", "hfill");

    private Symbols() {}

    /** What a command without arguments shows; empty for one that is not known, or has arguments. */
    static Optional<String> of(String command) {
        if (LETTERS.containsKey(command)) {
            return Optional.of(MathMl.name(LETTERS.get(command), false));
        }
        if (UPRIGHT.containsKey(command)) {
            return Optional.of(MathMl.name(UPRIGHT.get(command), true));
        }
        if (OPERATORS.containsKey(command)) {
            return Optional.of(MathMl.operator(OPERATORS.get(command)));
        }
        if (LARGE.containsKey(command)) {
            return Optional.of(MathMl.large(LARGE.get(command)));
        }
        if (BRACKETS.containsKey(command)) {
            return Optional.of(MathMl.bracket(BRACKETS.get(command)));
        }
        if (SPACES.containsKey(command)) {
            return Optional.of(MathMl.space(SPACES.get(command)));
        }
        if (SILENT.contains(command)) {
            return Optional.of("");
        }
        boolean sign = command.length() == 1 && "%&#$_".contains(command);
        return sign ? Optional.of(MathMl.operator(command)) : Optional.empty();
    }

    /** A Greek letter, for those that are bold. */
    static Optional<String> letter(String command) {
        return Optional.ofNullable(LETTERS.getOrDefault(command, UPRIGHT.get(command)));
    }

    /** Whether a sign such as − may follow it without standing between two. */
    static boolean operator(String command) {
        boolean opens = BRACKETS.containsKey(command) && (command.startsWith("l") || command.equals("{"));
        return OPERATORS.containsKey(command) || LARGE.containsKey(command) || SPACES.containsKey(command) || opens;
    }

    static boolean function(String command) {
        return FUNCTIONS.contains(command);
    }

    /** Whether bounds stand below and above it. */
    static boolean limits(String command) {
        return (LARGE.containsKey(command) && !command.endsWith("int")) || WITH_LIMITS.contains(command);
    }

    /** The bracket that a token behind left, right or big stands for; nothing for a dot. */
    static Optional<String> bracket(String token) {
        if (token.equals(".")) {
            return Optional.of("");
        }
        if (token.startsWith("\\")) {
            String command = token.substring(1);
            boolean arrow = command.endsWith("arrow") && OPERATORS.containsKey(command);
            return Optional.ofNullable(arrow ? OPERATORS.get(command) : BRACKETS.get(command));
        }
        return token.length() == 1 && "()[]|/<>".contains(token)
                ? Optional.of(token.replace('<', '⟨').replace('>', '⟩'))
                : Optional.empty();
    }

    private static Map<String, String> table(String pairs) {
        Map<String, String> table = new HashMap<>();
        String[] words = pairs.strip().split("\\s+", -1);
        for (int i = 0; i < words.length; i += 2) {
            table.put(words[i], words[i + 1]);
        }
        return table;
    }
}
