package backprop.grade.marking;

import backprop.grade.protocol.SnippetCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which snippets reach beyond what an exercise needs: to threads, to files and pipes, or to the insides of their
 * virtual machine. What they leave there must not meet the next exercise. It is told by the methods and fields that
 * their classes name, whatever they do with them.
 */
final class SideEffectDetector {
    private static final Pattern NEAR = Pattern.compile(
            "(\\[.*|java/lang/(Object|String|StringBuilder|(Strict)?Math|Integer|Long|Double|Float|Boolean"
                    + "|Character|Byte|Short|Number|Iterable|Comparable|CharSequence|Record|Enum|\\w*Exception|\\w*Error|Throwable"
                    + "|System|invoke/(LambdaMetafactory|StringConcatFactory)|runtime/\\w+)"
                    + "|java/util/(function/|stream/)?(?!Timer|ServiceLoader|Formatter)[\\w$]+|java/(math|text)/[\\w$]+"
                    + "|backprop/(?!grade/)[\\w/$]+|backprop/grade/executor/FunctionRegistry)\\..*|java/io/PrintStream\\.(?!<).*");
    private static final String SHELL = "REPL/";

    private final Set<String> reaching = new HashSet<>();

    /** Whether a snippet does, itself or by an earlier one that it calls. To be asked about each, in order. */
    boolean reachesOutside(SnippetCode code) {
        List<SnippetCode.Step> classes =
                code.steps().stream().filter(step -> !step.isCall()).toList();
        boolean any = classes.stream().anyMatch(step -> reachesOutside(step.bytes()));
        if (any) {
            classes.forEach(step -> reaching.add(step.type().replace('.', '/')));
        }
        return any;
    }

    private boolean reachesOutside(byte[] file) {
        return MemberReferences.of(file)
                .map(members -> members.stream().anyMatch(this::reachesOutside))
                .orElse(true);
    }

    private boolean reachesOutside(String member) {
        return member.startsWith(SHELL)
                ? reaching.contains(member.substring(0, member.indexOf('.')))
                : !NEAR.matcher(member).matches();
    }
}
