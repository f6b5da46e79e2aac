package backprop.grade.marking;

import backprop.exercise.Quoted;
import backprop.exercise.Texts;
import backprop.grade.assignment.CheckCell;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a check cannot take a student's function, from what the compiler says of the line that hands it over. */
final class SignatureMismatch {
    private static final Pattern TYPES =
            Pattern.compile("(\\S+) cannot be converted to (\\S+?)\\)?$", Pattern.MULTILINE);

    private SignatureMismatch() {}

    static String sentence(CheckCell check, String error) {
        if (error.contains("cannot find symbol")) {
            return Texts.of("grade.missing", check.function());
        }
        Matcher types = TYPES.matcher(error);
        if (error.contains("differ in length")) {
            return Texts.of("grade.misfit.arguments");
        }
        if (!types.find()) {
            return Texts.of(
                    "grade.misfit", Quoted.lines(error.lines().findFirst().orElse("")));
        }
        return types.group(1).equals("void")
                ? Texts.of("grade.misfit.void", types.group(2))
                : Texts.of("grade.misfit", Quoted.lines(types.group()));
    }
}
