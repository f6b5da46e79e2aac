package backprop.grade.formula;

/**
 * A piece of a formula, with what decides on the space around it.
 *
 * @param html its MathML
 * @param kind what it is to its neighbours
 * @param limits whether bounds stand below and above it
 */
record Atom(String html, Kind kind, boolean limits) {
    /** What a piece is to its neighbours. */
    enum Kind {
        /** A letter, a number, a group, or what closes one. */
        ORDINARY,
        /** What a sign such as − may follow without standing between two. */
        OPERATOR,
        /** A function's name, such as ln, that stands off from what it is applied to. */
        FUNCTION
    }

    static Atom ordinary(String html) {
        return new Atom(html, Kind.ORDINARY, false);
    }

    static Atom operator(String html) {
        return new Atom(html, Kind.OPERATOR, false);
    }
}
