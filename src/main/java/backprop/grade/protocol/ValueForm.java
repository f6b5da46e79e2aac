package backprop.grade.protocol;

/** How a value that is no primitive is told: the first byte of it. */
final class ValueForm {
    /** There is none. */
    static final int NULL = 0;
    /** All of it follows. */
    static final int PRESENT = 1;
    /** A matrix that went over before; its number follows. */
    static final int AGAIN = 2;
    /** A matrix with the numbers of one that went over before; the number of that one and the shape follow. */
    static final int SHARED = 3;

    private ValueForm() {}
}
