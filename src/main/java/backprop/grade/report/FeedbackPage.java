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
record FeedbackPage(About about, Graded graded) {
    /** One exercise of the page. */
    record Section(int number, Graded.Part part) {
        /** HTML, with its formulas as MathML. */
        String title() {
            return Formulas.html(Shown.line(part.exercise().title()));
        }

        String points() {
            return part.points().isPresent() ? Shown.points(part.points().getAsDouble()) : "–";
        }

        String maximum() {
            return Shown.points(part.exercise().maximum());
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
                    .map(row -> Formulas.html(Shown.line(row.reason())))
                    .orElse("");
        }

        /** What the tests alone had given, where a person has changed it. */
        String before() {
            return byHand() || !overridden()
                    ? ""
                    : Shown.points(part.mark().map(ExerciseMark::points).orElse(0.0));
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
            return Shown.text(part.mark().map(text).orElse("")).strip();
        }
    }

    /** One test; of a hidden one only its name and points. */
    record Test(TestMark mark) {
        String name() {
            return Shown.line(mark.name());
        }

        boolean hidden() {
            return mark.hidden();
        }

        boolean passed() {
            return mark.passed();
        }

        String points() {
            return Shown.points(mark.passed() ? mark.points() : 0);
        }

        String maximum() {
            return Shown.points(mark.points());
        }

        String headline() {
            return mark.hidden() ? "" : Shown.line(mark.headline());
        }

        String details() {
            List<String> lines =
                    mark.hidden() ? List.of() : mark.message().lines().skip(1).toList();
            return Shown.text(String.join("\n", lines)).strip();
        }
    }

    String assignment() {
        return Shown.line(about.assignment());
    }

    String title() {
        return Shown.line(about.title());
    }

    String name() {
        return Shown.line(graded.name());
    }

    String total() {
        return Shown.points(graded.total());
    }

    String maximum() {
        return Shown.points(about.maximum());
    }

    String time() {
        return Shown.line(marked().handIn().time()).replace('T', ' ').replaceAll("Z$", " UTC");
    }

    String lateness() {
        return Shown.line(marked().handIn().lateness());
    }

    String file() {
        return Shown.line(marked().handIn().file());
    }

    boolean unreadable() {
        return graded.status() == Status.UNREADABLE;
    }

    String problem() {
        return Shown.line(marked().problem());
    }

    List<String> remarks() {
        return Stream.concat(marked().handIn().remarks().stream(), marked().remarks().stream())
                .map(Shown::line)
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
        List<Graded.Part> open =
                graded.parts().stream().filter(part -> part.points().isEmpty()).toList();
        double worth =
                open.stream().mapToDouble(part -> part.exercise().maximum()).sum();
        String answers = open.size() == 1 ? "One written answer has" : open.size() + " written answers have";
        return open.isEmpty()
                ? ""
                : answers + " not been marked yet: up to " + Shown.points(worth) + " more points are possible.";
    }

    boolean sandboxed() {
        return marked().sandboxed();
    }

    String kit() {
        return Shown.line(about.kit());
    }

    private MarkedSubmission marked() {
        return graded.marked();
    }

    /** The place of a student's page below the folder of the reports. */
    static String place(String student) {
        return "feedback/" + student + ".html";
    }
}
