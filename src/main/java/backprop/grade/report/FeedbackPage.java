package backprop.grade.report;

import backprop.grade.formula.Formulas;
import backprop.grade.result.ExerciseMark;
import backprop.grade.result.MarkedSubmission;
import backprop.grade.result.Status;
import backprop.grade.result.TestMark;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a student's page says, as its template takes it. */
record FeedbackPage(ReportInfo about, GradedSubmission graded) {
    /** One exercise of the page. */
    record Section(int number, GradedSubmission.Part part) {
        /** HTML, with its formulas as MathML. */
        String title() {
            return Formulas.html(Formatting.line(part.exercise().title()));
        }

        String points() {
            return part.points().isPresent() ? Formatting.points(part.points().getAsDouble()) : "–";
        }

        String maximum() {
            return Formatting.points(part.exercise().maximum());
        }

        boolean open() {
            return part.points().isEmpty();
        }

        boolean full() {
            return part.full();
        }

        boolean some() {
            return !full() && part.points().orElse(0) > 0;
        }

        boolean none() {
            return !open() && !notAnswered() && part.points().orElse(0) <= 0 && !full();
        }

        boolean notAnswered() {
            return part.notAnswered();
        }

        boolean byHand() {
            return part.exercise().byHand();
        }

        boolean overridden() {
            return part.override().isPresent();
        }

        /** HTML, with its formulas as MathML. */
        String reason() {
            return part.override()
                    .map(row -> Formulas.html(Formatting.line(row.reason())))
                    .orElse("");
        }

        /** What the tests alone had given, where a person has changed it. */
        String before() {
            return byHand() || !overridden()
                    ? ""
                    : Formatting.points(part.mark().map(ExerciseMark::points).orElse(0.0));
        }

        String problem() {
            return of(ExerciseMark::problem);
        }

        String note() {
            return of(ExerciseMark::note);
        }

        String printed() {
            return of(ExerciseMark::printed);
        }

        String answer() {
            return of(ExerciseMark::answer);
        }

        /** A written answer as HTML, with its formulas as MathML. */
        String answerWithFormulas() {
            return Formulas.html(answer());
        }

        /** Whether there is more to say of it than its points. */
        boolean shown() {
            return part.mark().isPresent() || overridden();
        }

        List<Test> tests() {
            return part.mark().stream()
                    .flatMap(mark -> mark.tests().stream())
                    .map(Test::new)
                    .toList();
        }

        boolean hasTests() {
            return !tests().isEmpty();
        }

        private String of(Function<ExerciseMark, String> text) {
            return Formatting.text(part.mark().map(text).orElse("")).strip();
        }
    }

    /** One test; of a hidden one only its name and points. */
    record Test(TestMark mark) {
        String name() {
            return Formatting.line(mark.name());
        }

        boolean hidden() {
            return mark.hidden();
        }

        boolean passed() {
            return mark.passed();
        }

        String points() {
            return Formatting.points(mark.passed() ? mark.points() : 0);
        }

        String maximum() {
            return Formatting.points(mark.points());
        }

        String headline() {
            return mark.hidden() ? "" : Formatting.line(mark.headline());
        }

        String details() {
            List<String> lines =
                    mark.hidden() ? List.of() : mark.message().lines().skip(1).toList();
            return Formatting.text(String.join("\n", lines)).strip();
        }
    }

    String assignment() {
        return Formatting.line(about.assignment());
    }

    String title() {
        return Formatting.line(about.title());
    }

    String name() {
        return Formatting.line(graded.name());
    }

    String total() {
        return Formatting.points(graded.total());
    }

    String maximum() {
        return Formatting.points(about.maximum());
    }

    String time() {
        return Formatting.line(marked().handIn().time()).replace('T', ' ').replaceAll("Z$", " UTC");
    }

    String lateness() {
        return Formatting.line(marked().handIn().lateness());
    }

    String file() {
        return Formatting.line(marked().handIn().file());
    }

    boolean unreadable() {
        return graded.status() == Status.UNREADABLE;
    }

    String problem() {
        return Formatting.line(marked().problem());
    }

    List<String> remarks() {
        return Stream.concat(marked().handIn().remarks().stream(), marked().remarks().stream())
                .map(Formatting::line)
                .toList();
    }

    boolean hasRemarks() {
        return !remarks().isEmpty();
    }

    List<Section> sections() {
        return IntStream.range(0, graded.parts().size())
                .mapToObj(i -> new Section(i + 1, graded.parts().get(i)))
                .toList();
    }

    /** What a person must still mark, in words; empty if nothing. */
    String open() {
        List<GradedSubmission.Part> open =
                graded.parts().stream().filter(part -> part.points().isEmpty()).toList();
        double worth =
                open.stream().mapToDouble(part -> part.exercise().maximum()).sum();
        String answers = open.size() == 1 ? "One written answer has" : open.size() + " written answers have";
        return open.isEmpty()
                ? ""
                : answers + " not been marked yet: up to " + Formatting.points(worth) + " more points are possible.";
    }

    boolean sandboxed() {
        return marked().sandboxed();
    }

    String version() {
        return Formatting.line(about.version());
    }

    private MarkedSubmission marked() {
        return graded.marked();
    }

    /** The place of a student's page below the folder of the reports. */
    static String place(String student) {
        return "feedback/" + student + ".html";
    }
}
