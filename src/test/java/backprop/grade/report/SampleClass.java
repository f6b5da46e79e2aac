package backprop.grade.report;

import backprop.grade.result.ExerciseMark;
import backprop.grade.result.HandIn;
import backprop.grade.result.Incident;
import backprop.grade.result.MarkedSubmission;
import backprop.grade.result.Results;
import backprop.grade.result.Status;
import backprop.grade.result.TestMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A made-up class that has handed in assignment 04, with what classes do: right, half right, broken, late, hostile. */
final class SampleClass {
    private static final List<String> FIRST =
            List.of("Ada", "Bela", "Chen", "Dilan", "Émile", "Fatima", "Grete", "Hiro");
    private static final List<String> LAST =
            List.of("Lindgren", "Okafor", "Novák", "Sørensen", "Yılmaz", "Brandt", "Ito");
    private static final List<Row> ROWS = List.of(
            new Row(
                    "relu-prime",
                    "The slope of ReLU",
                    3,
                    0,
                    "At exactly 0 the slope is 0, and the course has settled on 1.\nentry (0, 1) must be 1, your function gave 0."),
            new Row(
                    "one-example",
                    "Backward through a dense layer, one example",
                    4,
                    0,
                    "da is not what it must be.\nda must be (3, 1), your function gave (1, 3)."),
            new Row(
                    "dense-backward",
                    "Backward through a dense layer, the batch",
                    6,
                    1,
                    "dW is exactly m = 5 times too large: is the 1/m missing?\nentry (0, 0) must be 0.41372, your function gave 2.0686.\n(These inputs were drawn afresh, with the seed 4711.)"),
            new Row(
                    "relu-backward",
                    "Backward through ReLU",
                    3,
                    0,
                    "dZ is 0 everywhere. Is it ever filled? Mind that 1 / m of two whole numbers is 0 in Java."),
            new Row(
                    "backward-pass",
                    "The whole way back",
                    6,
                    1,
                    "dW[1] has the wrong shape.\ndW[1] must be (4, 3), your function gave (3, 4)."),
            new Row("where-the-mean-is", "Question: where the mean $\\frac1m$ is", 2, -1, ""),
            new Row(
                    "numerical-gradient",
                    "Central differences",
                    4,
                    1,
                    "Your function changes its argument W. Make a new matrix for the result and leave the arguments as they were."),
            new Row(
                    "relative-error",
                    "The relative error",
                    3,
                    0,
                    "It is not a number (NaN): 0/0, ∞ − ∞ and ∞/∞ give that."),
            new Row(
                    "worst-error",
                    "The worst error of all parameters",
                    4,
                    0,
                    "Your function stopped with an exception, ArrayIndexOutOfBoundsException.\nArrayIndexOutOfBoundsException: Index 3 out of bounds for length 3"),
            new Row("two-differences", "Question: two differences", 2, -1, ""));

    private SampleClass() {}

    private record Row(String name, String title, double points, double hidden, String slip) {
        boolean byHand() {
            return hidden < 0;
        }

        double maximum() {
            return points + Math.max(0, hidden);
        }
    }

    static ReportInfo about(boolean pseudonyms) {
        return new ReportInfo(
                "04-backward-pass",
                "The backward pass and the gradient check",
                ROWS.stream()
                        .map(row -> new ReportInfo.Exercise(row.name, row.title, row.byHand(), row.maximum()))
                        .toList(),
                2026L,
                "0.1.0",
                true,
                pseudonyms,
                List.of("3 students of the list have handed in nothing."));
    }

    /** So many students, always the same ones. */
    static List<MarkedSubmission> marked(int students) {
        return IntStream.range(0, students).mapToObj(SampleClass::submission).toList();
    }

    private static MarkedSubmission submission(int i) {
        SplittableRandom random = new SplittableRandom(i);
        String name = FIRST.get(i % FIRST.size()) + " " + LAST.get(i % LAST.size());
        String student = String.format(Locale.ROOT, "s%04d", 1000 + 37 * i);
        String lateness = i % 11 == 5 ? "late by 2 h 5 min" : "on time";
        HandIn handIn = new HandIn(
                student,
                name,
                Integer.toString(2_310_000 + i),
                "moodle.zip!/" + name + "_" + (2_310_000 + i) + "_assignsubmission_file_/04-backward-pass.ipynb",
                String.format(Locale.ROOT, "2026-11-20T18:%02d:00Z", i % 60),
                lateness,
                i % 13 == 3 ? List.of("Of 2 files the newest counts, 04-backward-pass (1).ipynb.") : List.of());
        if (i % 29 == 17) {
            return new MarkedSubmission(
                    handIn,
                    Status.UNREADABLE,
                    "04-backward-pass.ipynb: must be a notebook in JSON, got text that breaks off in line 212",
                    "f" + i,
                    true,
                    List.of(),
                    List.of(),
                    List.of());
        }
        double skill = 0.35 + 0.75 * random.nextDouble();
        List<ExerciseMark> marks =
                ROWS.stream().map(row -> mark(row, skill, random, i)).toList();
        List<String> remarks =
                i % 7 == 2 ? List.of("The locked cell check-relu-prime had been changed and was put back.") : List.of();
        List<Incident> incidents = i % 19 == 4
                ? List.of(new Incident(
                        "backward-pass: A whole batch",
                        "the function ended its virtual machine with System.exit(0); the tests went on in a new one"))
                : List.of();
        return new MarkedSubmission(handIn, Status.NEEDS_MARKING, "", "f" + i, true, marks, remarks, incidents);
    }

    private static ExerciseMark mark(Row row, double skill, SplittableRandom random, int i) {
        if (row.byHand() && i % 9 == 7) {
            return new ExerciseMark(
                    row.name, row.title, true, row.maximum(), "", "", List.of(), "", "*Your answer here.*", false);
        }
        if (row.byHand()) {
            return new ExerciseMark(
                    row.name,
                    row.title,
                    true,
                    row.maximum(),
                    "",
                    "",
                    List.of(),
                    "",
                    "They are right, because the way back is **linear**: the $\\frac1m$ goes through.\n\nHer $dZ$ is the derivative of $J$ itself; mine is that of each example's loss.",
                    true);
        }
        String code = "Matrix " + row.name.replace("-", "")
                + "(Matrix dZ, Matrix A) {\n    int m = dZ.cols();   // <- examples & more\n    return dZ.multTransB(A);\n}";
        if (random.nextDouble() > skill + 0.55) {
            return new ExerciseMark(
                    row.name,
                    row.title,
                    false,
                    row.maximum(),
                    "cannot find symbol: variable dz\n    return dz.multTransB(A).divide(m);\n           ^",
                    "",
                    tests(row, 0, random, "Your function uses a name that is not defined. Check its spelling."),
                    "",
                    code,
                    true);
        }
        return new ExerciseMark(
                row.name,
                row.title,
                false,
                row.maximum(),
                "",
                "",
                tests(row, skill, random, row.slip),
                i % 5 == 0 ? "dW = 2.0686 0.1\n[debug] here\n" : "",
                code,
                true);
    }

    private static List<TestMark> tests(Row row, double skill, SplittableRandom random, String slip) {
        List<TestMark> tests = new ArrayList<>();
        List<String> names = List.of(
                "The result has the right shape",
                "One example",
                "A whole batch",
                "Large numbers",
                "The arguments stay as they are",
                "Larger batches");
        for (int t = 0; t < row.points; t++) {
            boolean passed = random.nextDouble() < skill + 0.15;
            tests.add(new TestMark("check-" + row.name, names.get(t), false, passed, 1, passed ? "" : slip));
        }
        if (row.hidden > 0) {
            boolean passed = random.nextDouble() < skill;
            tests.add(new TestMark(
                    "hidden-" + row.name,
                    "Batches that the check does not show",
                    true,
                    passed,
                    1,
                    passed ? "" : "HIDDEN-MESSAGE " + slip));
        }
        return tests;
    }

    /** Writes a class's reports: {@code DIR [STUDENTS]}. */
    public static void main(String[] arguments) throws IOException {
        Path dir = Path.of(arguments[0]);
        Results results = new Results(dir, System.err::println);
        marked(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60).forEach(results::write);
        Files.writeString(
                dir.resolve("overrides.csv"),
                "student,exercise,points,reason\ns1000,where-the-mean-is,1.5,\"Right, but why is it there once?\"\ns1000,two-differences,2,\ns1037,worst-error,4,Index fixed in class\ns1037,worst-error,9,too many\nnobody,worst-error,1,\n");
        ReportInfo about = about(true);
        Reports.write(dir, about, results, Overrides.read(dir, about, results))
                .sentences("overrides.csv")
                .forEach(System.out::println);
    }
}
