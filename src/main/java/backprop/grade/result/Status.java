package backprop.grade.result;

import java.util.Locale;

/** How far the marking of a submission has come. */
public enum Status {
    /** All is marked; a written answer that is not answered is, with 0 points. */
    GRADED,
    /** A person must still mark the written answers. */
    NEEDS_MARKING,
    /** The file could not be read; no points. */
    UNREADABLE,
    /** The grader itself could not read or mark it, and there is no mark from before. */
    NOT_MARKED;

    /** As it stands in tables: graded, needs marking, unreadable, not marked. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
