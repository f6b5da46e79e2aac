package backprop.grade;

/**
 * What looks like a mistake of whoever marks, and is asked about before anything is done.
 *
 * @param sentence what was found
 * @param advice what to do about it, with what {@code --anyway} would do
 */
record SuspectedMistake(String sentence, String advice) {}
