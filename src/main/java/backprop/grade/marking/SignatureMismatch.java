package backprop.grade.marking;

import backprop.exercise.Quoted;
import backprop.grade.assignment.CheckCell;
import backprop.grade.result.GraderTexts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a check cannot take a student's function, from what the compiler says of the line that hands it over. */
final class SignatureMismatch {
    private static final Pattern TYPES =
            Pattern.compile("(\\S+) cannot be converted to (\\S+?)\\)?$", Pattern.MULTILINE);

    private SignatureMismatch() {}

    static String sentence(CheckCell check, String error) {
        if (error.contains("cannot find symbol")) {
            return GraderTexts.of("grade.missing", check.function());
        }
        Matcher types = TYPES.matcher(error);
        if (error.contains("differ in length")) {
            return GraderTexts.of("grade.misfit.arguments");
        }
        if (!types.find()) {
            return GraderTexts.of(
                    "grade.misfit", Quoted.lines(error.lines().findFirst().orElse("")));
        }
        return types.group(1).equals("void")
                ? GraderTexts.of("grade.misfit.void", types.group(2))
                : GraderTexts.of("grade.misfit", Quoted.lines(types.group()));
    }
}
