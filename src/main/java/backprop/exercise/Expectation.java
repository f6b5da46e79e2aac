package backprop.exercise;

import backprop.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assertions;

/**
 * What a value must be, and what it is when a usual mistake was made. A failure opens with the mistake, if it is one of
 * them, and goes on with what was expected and what came: the shapes first, then the first entry that differs.
 */
public final class Expectation {
    private static final double TOLERANCE = 1e-9;
    private static final int DIGITS = 4;
    private static final int ALL_DIGITS = 12;

    private final Session session;
    private final String what;
    private final Value truth;
    /**
     * What a mistake gives.
     *
     * @param headline what names it
     * @param value computed only when something is wrong, as the headline is
     */
    private record Variant(Supplier<Headline> headline, Supplier<?> value) {}

    private final List<Variant> variants = new ArrayList<>();
    private final List<Supplier<?>> alsoRight = new ArrayList<>();
    private double tolerance = TOLERANCE;
    private int m = 1;
    private boolean shapeOnly;
    private boolean form;
    private boolean namedOnly;

    Expectation(Session session, String what, Value truth) {
        this.session = session;
        this.what = what;
        this.truth = truth;
    }

    /**
     * What it is when a mistake was made; one mistake may have several forms.
     *
     * @param key the mistake's text, below Foo.mistake
     * @param wrong the value then: a matrix, a number or an int[]; computed only when something is wrong
     * @return this
     */
    public Expectation mistake(String key, Supplier<?> wrong) {
        variants.add(new Variant(() -> session.mistake(key), wrong));
        return this;
    }

    /**
     * What it is with a mistake that is made in several exercises, whose text is mistake.key.
     *
     * @param key the text's key
     * @param wrong the value then
     * @return this
     */
    public Expectation usual(String key, Supplier<?> wrong) {
        String text = "mistake." + key;
        variants.add(new Variant(() -> new Headline(text, Texts.of(text, what)), wrong));
        return this;
    }

    /**
     * What it is if an activation is taken that is not the one asked for.
     *
     * @param Z what the activation is taken of
     * @param asked the one that is asked for, in the lectures' words such as ReLU; empty for none
     * @return this
     */
    public Expectation otherActivation(Matrix Z, String asked) {
        for (Activation other : Activation.ALL) {
            if (!other.name().equals(asked)) {
                String key = asked.isEmpty() ? "mistake.activated" : "mistake.otherActivation";
                activation(key, () -> other.of().apply(Z), other.name(), asked);
            }
        }
        return this;
    }

    /**
     * What it is if the slope of sigmoid or tanh is taken, not that of the activation that is asked for.
     *
     * @param Z what the slope is taken of
     * @param asked the activation that is asked for, such as ReLU
     * @param use what the slope g′(Z) goes into
     * @return this
     */
    public Expectation otherSlope(Matrix Z, String asked, UnaryOperator<Matrix> use) {
        for (Activation other : Activation.ALL) {
            if (other.slope() != null && !other.name().equals(asked)) {
                activation("mistake.otherSlope", () -> use.apply(other.slope().apply(Z)), other.name(), asked);
            }
        }
        return this;
    }

    private void activation(String key, Supplier<Matrix> value, String name, String asked) {
        variants.add(new Variant(
                () -> new Headline(key + "." + name, Texts.of(key, what, name, asked)),
                () -> truth.isMatrix() ? value.get() : value.get().get(0, 0)));
    }

    /**
     * Another value that is as right as the truth.
     *
     * @param value the value, null where there is none
     * @return this
     */
    public Expectation alsoRight(Supplier<?> value) {
        alsoRight.add(value);
        return this;
    }

    /**
     * The truth is a mean over m examples, so it is m times too large when the 1/m is missing.
     *
     * @param examples m
     * @return this
     */
    public Expectation meanOver(int examples) {
        m = examples;
        return this;
    }

    /**
     * How far it may be off, relative to 1 + |truth|; 1e-9 unless told. Whole numbers may never be off.
     *
     * @param bound the largest distance that passes
     * @return this
     */
    public Expectation within(double bound) {
        tolerance = bound;
        return this;
    }

    /** Only the shape counts, of mistakes too. */
    Expectation shapeOnly() {
        shapeOnly = true;
        return form();
    }

    /**
     * No mistake is looked for but those of the exercise: nothing is computed from which another could come.
     *
     * @return this
     */
    public Expectation namedOnly() {
        namedOnly = true;
        return this;
    }

    /**
     * It belongs to the form of an answer, as the length of an array of layers does: a test of the form alone counts
     * when one of values has passed.
     *
     * @return this
     */
    public Expectation form() {
        form = true;
        return this;
    }

    /**
     * Compares.
     *
     * @param got what came: a matrix, a number or an int[]
     * @throws AssertionError with the message, if it differs
     */
    public void is(Object got) {
        Value value = Value.of(got);
        if (value == null) {
            Assertions.fail(Texts.of("feedback.nullPart", what));
        }
        if (form) {
            session.evidence().form();
        } else {
            session.evidence().values(truth.entries(), value.entries());
        }
        if (!truth.sameShape(value)) {
            throw new WrongValueError(headlines(value), Texts.of("feedback.wrongShape", what), shapes(value));
        }
        if (!shapeOnly && !near(truth, value, tolerance) && !isAlsoRight(value)) {
            throw new WrongValueError(headlines(value), Texts.of("feedback.wrong", what), entry(value));
        }
    }

    private boolean isAlsoRight(Value got) {
        return alsoRight.stream()
                .map(value -> Value.of(value.get()))
                .anyMatch(value -> value != null && value.sameShape(got) && near(value, got, tolerance));
    }

    /** All mistakes that give this: those of the exercise, then those of any formula. */
    private List<Headline> headlines(Value got) {
        List<Headline> found = new ArrayList<>();
        for (Variant variant : variants) {
            if (isGivenBy(variant.value(), got)) {
                found.add(variant.headline().get());
            }
        }
        boolean ofShape = !truth.sameShape(got);
        List<Mistake.Found> general =
                namedOnly || (ofShape && !found.isEmpty()) ? List.of() : Mistake.recognize(truth, got, m);
        for (Mistake.Found mistake : general) {
            String key = "mistake." + mistake.key();
            found.add(new Headline(key, Texts.of(key, what, mistake.number())));
        }
        return found;
    }

    /** Whether a wrong variant gives the same, and differs from the truth in a way that shows. */
    private boolean isGivenBy(Supplier<?> wrong, Value got) {
        Value variant;
        try {
            variant = Value.of(wrong.get());
        } catch (RuntimeException doesNotFitTheseInputs) {
            return false;
        }
        if (variant == null || !variant.sameShape(got)) {
            return false;
        }
        return shapeOnly
                || (near(variant, got, Mistake.LIKE) && !(truth.sameShape(got) && near(truth, variant, Mistake.LIKE)));
    }

    private static boolean near(Value wanted, Value got, double bound) {
        return Mistake.near(wanted.entries(), got.entries(), wanted.within(bound));
    }

    private String shapes(Value got) {
        return Texts.of(truth.isMatrix() ? "feedback.shapes" : "feedback.lengths", what, truth.shape(), got.shape());
    }

    private String entry(Value got) {
        Matrix wanted = truth.entries();
        Matrix came = got.entries();
        for (int j = 0; j < wanted.cols(); j++) {
            for (int i = 0; i < wanted.rows(); i++) {
                if (!Mistake.near(wanted.get(i, j), came.get(i, j), truth.within(tolerance))) {
                    int digits = truth.text(i, j, DIGITS).equals(got.text(i, j, DIGITS)) ? ALL_DIGITS : DIGITS;
                    return Texts.of(
                            "feedback.entry",
                            truth.place(what, i, j),
                            truth.text(i, j, digits),
                            got.text(i, j, digits));
                }
            }
        }
        return "";
    }
}
