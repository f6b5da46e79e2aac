package backprop.grade.result;

/**
 * Something odd that an instructor should know of, such as a function that ended its virtual machine.
 *
 * @param where the cell or the test, such as {@code cell 7} or {@code dense-backward: a batch of one}
 * @param what what happened, as a sentence
 */
public record Incident(String where, String what) {}
