package backprop.grade.report;

import backprop.grade.formula.Formulas;
import backprop.grade.result.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the instructor's page says, as its template takes it. It holds no times: a run that is repeated gives the same
 * bytes.
 */
record OverviewPage(ClassOverview of, boolean pseudonymous, List<String> warnings) {
    private static final int BINS = 10;

    /** A number with its word. */
    record Fact(String number, String word) {}

    /** So many submissions from one tenth of the points; width is the bar's, in percent of the longest. */
    record Bin(String range, int count, int width) {
        boolean any() {
            return count > 0;
        }
    }

    /** How an exercise went. */
    record ByExercise(String title, String maximum, String mean, int width, String full, String none, int open) {}

    /** A student with a page. */
    record Student(StudentRow line, String maximum) {
        String student() {
            return line.student();
        }

        String name() {
            return line.name().equals(line.student()) ? "" : line.name();
        }

        String total() {
            return line.marked() ? Formatting.points(line.total()) : "–";
        }

        boolean page() {
            return line.marked();
        }

        String status() {
            return line.status().toString();
        }

        boolean unreadable() {
            return line.status() == Status.UNREADABLE;
        }

        String problem() {
            return line.problem();
        }

        String lateness() {
            return line.lateness();
        }
    }

    /** A sentence, and how many of the class it befell. */
    record Told(SentenceCounts.Count count, int all) {
        String group() {
            return Formulas.html(count.group());
        }

        String sentence() {
            return count.sentence();
        }

        int size() {
            return count.size();
        }

        List<String> students() {
            return count.students();
        }
    }

    /** A written answer that is still to mark, with the title's formulas as MathML. */
    record ToMark(UnmarkedAnswers.Answer answer) {
        String title() {
            return Formulas.html(answer.title());
        }

        String exercise() {
            return answer.exercise();
        }

        String maximum() {
            return answer.maximum();
        }

        int count() {
            return answer.students().size();
        }

        int number() {
            return answer.number();
        }

        List<String> students() {
            return answer.students();
        }

        /** How many have not answered it, in words; empty if none. */
        String silent() {
            long silent = answer.notAnswered();
            if (silent == 0) {
                return "";
            }
            return silent == 1
                    ? "1 student did not answer it and gets 0 points."
                    : silent + " students did not answer it and get 0 points.";
        }
    }

    /** An override in words, the reason with its formulas as MathML. */
    record Applied(String student, String exercise, String points, String reason) {}

    String assignment() {
        return Formatting.line(of.about.assignment());
    }

    String title() {
        return Formatting.line(of.about.title());
    }

    String maximum() {
        return Formatting.points(of.about.maximum());
    }

    List<Fact> facts() {
        long open = count(Status.NEEDS_MARKING);
        long notMarked = count(Status.NOT_MARKED);
        Stream<Fact> facts = Stream.of(
                new Fact(of.lines.size() + "", of.lines.size() == 1 ? "submission" : "submissions"),
                new Fact(count(Status.GRADED) + "", "graded"),
                new Fact(open + "", open == 1 ? "needs marking" : "need marking"),
                new Fact(count(Status.UNREADABLE) + "", "unreadable"),
                new Fact(late().size() + "", "late"),
                new Fact(of.odd.size() + "", "crashed or odd"));
        return Stream.concat(facts, notMarked == 0 ? Stream.empty() : Stream.of(new Fact(notMarked + "", "not marked")))
                .toList();
    }

    List<ToMark> toMark() {
        return unmarked().answers().stream()
                .filter(answer -> !answer.students().isEmpty())
                .map(ToMark::new)
                .toList();
    }

    boolean hasToMark() {
        return unmarked().open() > 0;
    }

    /** How many answers are to mark and what to do; a page without names is not for those who mark. */
    List<String> whatToDo() {
        return pseudonymous ? List.of() : unmarked().sentences(Overrides.FILE);
    }

    boolean any() {
        return !of.readable().isEmpty();
    }

    String mean() {
        return one(totals().average().orElse(0));
    }

    String median() {
        double[] sorted = totals().sorted().toArray();
        int n = sorted.length;
        return one((sorted[(n - 1) / 2] + sorted[n / 2]) / 2);
    }

    List<Bin> histogram() {
        double tenth = of.about.maximum() / BINS;
        int[] counts = new int[BINS];
        totals().forEach(total -> counts[bin(total, of.about.maximum())]++);
        int longest = Math.max(1, Arrays.stream(counts).max().orElse(1));
        return IntStream.range(0, BINS)
                .map(i -> BINS - 1 - i)
                .mapToObj(i -> {
                    String to = i < BINS - 1 ? " to below " : " to ";
                    return new Bin(
                            Formatting.points(tenth * i) + to + Formatting.points(tenth * (i + 1)),
                            counts[i],
                            100 * counts[i] / longest);
                })
                .toList();
    }

    List<ByExercise> exercises() {
        return IntStream.range(0, of.about.exercises().size())
                .mapToObj(i -> byExercise(
                        of.about.exercises().get(i), points(i), of.readable().size() - points(i).length))
                .toList();
    }

    List<Told> slips() {
        return told(of.slips);
    }

    int moreSlips() {
        return of.slips.more();
    }

    List<Told> remarks() {
        return told(of.remarks);
    }

    int moreRemarks() {
        return of.remarks.more();
    }

    List<ClassOverview.Odd> odd() {
        return of.odd;
    }

    List<Student> students() {
        return of.lines.stream().map(line -> new Student(line, maximum())).toList();
    }

    List<Student> unreadable() {
        return students().stream().filter(Student::unreadable).toList();
    }

    /** All whose lateness is known and is not on time. */
    List<Student> late() {
        return students().stream()
                .filter(s -> !s.lateness().isEmpty() && !s.lateness().equals("on time"))
                .toList();
    }

    List<Applied> overrides() {
        return of.overrides.stream()
                .map(row -> new Applied(
                        row.student(),
                        row.exercise(),
                        Formatting.points(row.points()),
                        Formulas.html(Formatting.line(row.reason()))))
                .toList();
    }

    boolean hasWarnings() {
        return !warnings.isEmpty();
    }

    boolean hasSlips() {
        return !slips().isEmpty();
    }

    boolean hasRemarks() {
        return !remarks().isEmpty();
    }

    boolean someMoreSlips() {
        return moreSlips() > 0;
    }

    boolean someMoreRemarks() {
        return moreRemarks() > 0;
    }

    boolean hasOdd() {
        return !of.odd.isEmpty();
    }

    boolean hasUnreadable() {
        return !unreadable().isEmpty();
    }

    boolean hasLate() {
        return !late().isEmpty();
    }

    boolean hasOverrides() {
        return !of.overrides.isEmpty();
    }

    boolean sandboxed() {
        return of.about.sandboxed();
    }

    /** The seed; a pseudonymous page does not need it. */
    String seed() {
        return pseudonymous ? "" : Long.toString(of.about.seed());
    }

    String version() {
        return Formatting.line(of.about.version());
    }

    /** What was earned in the i-th exercise, where it is known. */
    private double[] points(int i) {
        return of.readable().stream()
                .map(line -> line.points().get(i))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
    }

    private List<Told> told(SentenceCounts tally) {
        return tally.most().stream()
                .map(count -> new Told(count, of.lines.size()))
                .toList();
    }

    private static ByExercise byExercise(ReportInfo.Exercise exercise, double[] points, int open) {
        double mean = Arrays.stream(points).average().orElse(0);
        boolean none = points.length == 0 || open > 0; // no mean of those alone who did not answer
        long full = Arrays.stream(points).filter(p -> p >= exercise.maximum()).count();
        long zero = Arrays.stream(points).filter(p -> p == 0).count();
        int width = exercise.maximum() > 0 ? (int) Math.round(100 * mean / exercise.maximum()) : 0;
        return new ByExercise(
                Formulas.html(Formatting.line(exercise.title())),
                Formatting.points(exercise.maximum()),
                none ? "–" : one(mean),
                width,
                none ? "–" : share(full, points.length),
                none ? "–" : share(zero, points.length),
                open);
    }

    private static int bin(double total, double maximum) {
        return maximum > 0 ? Math.max(0, Math.min(BINS - 1, (int) (BINS * total / maximum + 1e-9))) : 0;
    }

    private UnmarkedAnswers unmarked() {
        return UnmarkedAnswers.of(of.about, of.lines);
    }

    private DoubleStream totals() {
        return of.readable().stream().mapToDouble(StudentRow::total);
    }

    private long count(Status status) {
        return of.lines.stream().filter(line -> line.status() == status).count();
    }

    private static String share(long part, int all) {
        return Math.round(100.0 * part / all) + " %";
    }

    private static String one(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
