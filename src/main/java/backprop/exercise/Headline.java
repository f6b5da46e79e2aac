package backprop.exercise;

/**
 * A sentence that may name what went wrong.
 *
 * @param key the key of its text, the same in every test of an exercise
 * @param text what a learner reads
 */
record Headline(String key, String text) {}
