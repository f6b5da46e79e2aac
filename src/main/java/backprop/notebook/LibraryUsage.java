package backprop.notebook;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Says how objects of the library are made and how its methods are called, if code does it in a wrong way. */
final class LibraryUsage {
    /** An object of each of the library's interfaces. */
    private static final Map<String, String> EXAMPLES = Map.of(
            "Activation",
            "new Relu()",
            "Loss",
            "new CrossEntropy()",
            "Layer",
            "new Dense(2, 3)",
            "Optimizer",
            "new Adam(0.001)",
            "Initializer",
            "new Normal(0.01)",
            "Regularizer",
            "new L2(0.01)",
            "Schedule",
            "Schedule.step(0.5, 10)");

    private static final Pattern PRIVATE = Pattern.compile("^(\\w+)(\\(.*\\))? has private access in (\\w+)$");
    private static final Pattern OF_OBJECT = Pattern.compile("^(?:static\\s+)?([A-Z]\\w*)\\.(\\w+)\\(");
    private static final Pattern OWNER = Pattern.compile("(?:constructor|method) (\\w+) in \\w+ (backprop\\.[\\w.]+)|"
            + "(?:constructor|method) (?:<\\w+>)?(backprop\\.[\\w.]+)\\.(\\w+)\\(");
    private static final Pattern TWO = Pattern.compile("^Matrix\\.(\\w+)\\(\\s*([\\w.]+)\\s*,\\s*([\\w.]+)\\s*\\)");
    private static final String[] MAKERS = {"load", "of"};

    private LibraryUsage() {}

    /** Returns the right form, or nothing if the code names nothing of the library's. */
    static Optional<String> hint(CompileError error) {
        String first = error.message().lines().findFirst().orElse("");
        if (error.is("abstract.cant.be.instantiated") && first.startsWith("backprop.")) {
            return implementation(first);
        }
        if (error.is("report.access")) {
            return notOpen(error, Note.withoutPackages(first));
        }
        if (error.is("non-static.cant.be.ref")) {
            return ofObject(error);
        }
        return error.is("cant.apply.symbol")
                ? called(error)
                : error.is("prob.found.req") ? argument(error) : Optional.empty();
    }

    private static Optional<String> implementation(String message) {
        String type = Note.withoutPackages(message).replaceFirst("\\W.*", "");
        return Optional.ofNullable(EXAMPLES.get(type)).map(example -> "take one that there is, such as " + example);
    }

    /** A class that is not made with new, or a part of one that a method gives. */
    private static Optional<String> notOpen(CompileError error, String message) {
        Matcher found = PRIVATE.matcher(message);
        if (!found.find()) {
            return Optional.empty();
        }
        String owner = found.group(3);
        String name = found.group(1);
        if (found.group(2) == null || !name.equals(owner)) {
            return Optional.of(name + " is a method: write " + ownerAt(error) + name + "()");
        }
        List<String> methods =
                members(error, owner + ".").filter(text -> text.contains("(")).toList();
        return Stream.concat(Stream.of(MAKERS).flatMap(maker -> starting(methods, maker)), methods.stream())
                .findFirst()
                .map(method -> owner + " is not made with new: write "
                        + (method.endsWith(")")
                                ? owner + "." + method
                                : "for example " + owner + "." + method.replaceFirst("\\(.*", "(…)")));
    }

    private static Stream<String> starting(List<String> methods, String name) {
        return methods.stream().filter(method -> method.startsWith(name + "("));
    }

    private static String ownerAt(CompileError error) {
        Matcher owner = Pattern.compile("(?<![\\w).])\\w+\\s*\\.")
                .matcher(error.source().substring(start(error)));
        return owner.lookingAt() ? owner.group() : "";
    }

    /** A method that belongs to an object, called on its class. */
    private static Optional<String> ofObject(CompileError error) {
        String source = error.source();
        Matcher call = OF_OBJECT.matcher(source.substring(start(error)));
        if (!call.find()) {
            return Optional.empty();
        }
        String type = call.group(1);
        String method = call.group(2);
        boolean made = members(error, "new " + type.charAt(0)).anyMatch((type + "()")::equals);
        if (made) {
            return Optional.of("write new " + type + "()." + method + "(…)");
        }
        String example = type.equals("Matrix") ? "A" : type.substring(0, 1).toLowerCase(Locale.ROOT);
        return Optional.of(method + " belongs to an object: write " + example + "." + method + "(…), where " + example
                + " is a " + type);
    }

    /** Other arguments than a method or a constructor takes. */
    private static Optional<String> called(CompileError error) {
        String code = error.source().substring(start(error));
        Matcher two = TWO.matcher(code);
        if (two.find()
                && error.message().contains(" in class " + CompileError.MATRIX)
                && error.message().matches("(?s).*required:\\s+" + Pattern.quote(CompileError.MATRIX) + "\\s.*")) {
            return Optional.of("write " + two.group(2) + "." + two.group(1) + "(" + two.group(3) + ")");
        }
        Matcher owner = OWNER.matcher(error.message());
        if (!owner.find()) {
            return Optional.empty();
        }
        String type = owner.group(2) == null ? owner.group(3) : owner.group(2);
        return takes(type, owner.group(1) == null ? owner.group(4) : owner.group(1));
    }

    /** An argument of another type than a method or a constructor takes there. */
    private static Optional<String> argument(CompileError error) {
        int open = open(CompileError.code(error.source()), start(error), '(');
        Matcher made =
                Pattern.compile("new\\s+(\\w+)\\s*$").matcher(error.source().substring(0, Math.max(0, open)));
        if (!made.find()) {
            return Optional.empty();
        }
        return signatures(error, "new " + made.group(1) + "(").map(list -> "new " + made.group(1) + " takes " + list);
    }

    /** The parenthesis or the brace that is open at a place, or −1. */
    static int open(String code, int place, char bracket) {
        int depth = 0;
        for (int i = place - 1; i >= 0; i--) {
            char c = code.charAt(i);
            if (c == ')' || c == '}') {
                depth++;
            }
            if (c == bracket && depth == 0) {
                return i;
            }
            if (c == '{' || c == '(' || (c == ';' && bracket == '(')) {
                depth--;
            }
            if (depth < 0) {
                return -1;
            }
        }
        return -1;
    }

    private static Optional<String> takes(String type, String name) {
        boolean made = type.endsWith("." + name) || name.equals("<init>");
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return listed(Signatures.of(type, made ? "" : name))
                .map(list -> (made ? "new " + simple : name) + " takes " + list);
    }

    /**
     * Returns the parameters of a constructor, as {@code (int i, int j)}, or nothing if its class is not the library's.
     */
    private static Optional<String> signatures(CompileError error, String call) {
        return listed(error.shell().sourceCodeAnalysis().documentation(call, call.length(), false).stream()
                .map(Documentation::signature)
                .filter(signature -> !signature.contains("java."))
                .map(text -> text.substring(text.lastIndexOf('(')))
                .toList());
    }

    private static Optional<String> listed(List<String> signatures) {
        List<String> lists = signatures.stream()
                .sorted(Comparator.comparingInt(String::length))
                .distinct()
                .toList();
        if (lists.isEmpty()) {
            return Optional.empty();
        }
        int last = lists.size() - 1;
        return Optional.of(
                last == 0
                        ? plain(lists.get(0))
                        : lists.subList(0, last).stream()
                                        .map(LibraryUsage::plain)
                                        .collect(Collectors.joining(", ")) + " or " + plain(lists.get(last)));
    }

    private static String plain(String list) {
        return list.equals("()") ? "no arguments" : list;
    }

    private static Stream<String> members(CompileError error, String code) {
        return error.shell().sourceCodeAnalysis().completionSuggestions(code, code.length(), new int[1]).stream()
                .map(Suggestion::continuation);
    }

    private static int start(CompileError error) {
        return (int) Math.max(0, error.diag().getStartPosition());
    }
}
