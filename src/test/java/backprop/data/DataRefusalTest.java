package backprop.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.matrix.Matrix;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What no method of the room can use gets one sentence; a new door joins by a row. */
class DataRefusalTest {
    private static final Matrix X = Matrix.row(1, 2, 3);
    private static final Matrix NAN = Matrix.row(1, Double.NaN, 3);
    private static final Matrix INFINITE = Matrix.row(1, 2, Double.NEGATIVE_INFINITY);
    private static final Dataset DATA = new Dataset(X, X);
    private static final Csv CSV = Csv.parse("t.csv", "x,kind\n1,rose\n2,aster\n");
    private static final String NONE = null;
    private static final Path NO_PATH = null;
    private static final Dataset NO_DATA = null;

    private record Door(ThrowingCallable call, String sentence) {}

    private static final List<Door> DOORS = List.of(
            new Door(() -> Csv.read(NONE), "Csv.read: must have the path of a file, got null"),
            new Door(() -> Csv.read(NO_PATH), "Csv.read: must have the path of a file, got null"),
            new Door(() -> Tables.read(NONE), "Csv.read: must have the path of a file, got null"),
            new Door(() -> CSV.texts(null), "t.csv: must have a column \"null\", its columns are [x, kind]"),
            new Door(() -> CSV.dataset(null), "t.csv: must have a column \"null\", its columns are [x, kind]"),
            new Door(() -> CSV.numbers((String[]) null), "t.csv: must have the names of columns, got null"),
            new Door(() -> CSV.dataset("x", 0), "t.csv: must have a class or more, got 0"),
            new Door(
                    () -> new Csv("made", List.of("x", "k"), List.of(new Csv.Row("line 2", List.of("1")))),
                    "made, line 2: must hold a field for each column of [x, k], got 1"),
            new Door(
                    () -> new Csv("made", List.of("x", "k"), List.of()),
                    "made: must hold rows below its header, got none"),
            new Door(() -> Tables.dataset(null, "kind"), "Tables.dataset: must have a table, got null"),
            new Door(() -> new Dataset(X, X, null), "Dataset: classes must be names or an empty list, got null"),
            new Door(() -> new Dataset(NAN, X), "Dataset: X must hold finite numbers, got NaN or infinity"),
            new Door(() -> new Dataset(X, INFINITE), "Dataset: Y must hold finite numbers, got NaN or infinity"),
            new Door(() -> DATA.select((int[]) null), "select: must have the numbers of examples, got null"),
            new Door(() -> DATA.select(), "Dataset: X must be (n, m), got (1, 0) — there is no example in it"),
            new Door(() -> DATA.select(-1), "column -1 does not exist in a matrix (1, 3); columns count from 0"),
            new Door(
                    () -> new MiniBatches(null, 1, new Random(1)),
                    "MiniBatches: must have data and a random source, got null"),
            new Door(() -> new MiniBatches(DATA, 1, null), "MiniBatches: must have data and a random source, got null"),
            new Door(() -> Normalization.fit(X).apply(NO_DATA), "Normalization: must have a data set, got null"),
            new Door(
                    () -> new Normalization(Matrix.column(Double.NaN), Matrix.column(1)),
                    "Normalization: μ must hold finite numbers, got NaN or infinity"),
            new Door(
                    () -> new Normalization(Matrix.column(1), Matrix.column(0)),
                    "Normalization: σ must hold finite numbers above 0, got others"),
            new Door(
                    () -> new Normalization(Matrix.column(1), Matrix.column(Double.NaN)),
                    "Normalization: σ must hold finite numbers above 0, got others"),
            new Door(
                    () -> new Normalization(Matrix.column(1), Matrix.column(Double.POSITIVE_INFINITY)),
                    "Normalization: σ must hold finite numbers above 0, got others"),
            new Door(
                    () -> Normalization.fit(NAN), "Normalization.fit: X must hold finite numbers, got NaN or infinity"),
            new Door(() -> OneHot.of(null, 3), "OneHot: must have labels and classes, got none"),
            new Door(() -> OneHot.of(new int[0], 3), "OneHot: must have labels and classes, got none"),
            new Door(() -> OneHot.of(new int[] {0}, 0), "OneHot: must have labels and classes, got none"),
            new Door(() -> Idx.read(null, Path.of("labels")), "Idx.read: must have a file of images, got null"));

    @TestFactory
    Stream<DynamicTest> whatCannotBeUsedIsRefusedWithOneSentence() {
        return DOORS.stream()
                .map(door -> DynamicTest.dynamicTest(
                        door.sentence(), () -> assertThatThrownBy(door.call()).hasMessage(door.sentence())));
    }
}
