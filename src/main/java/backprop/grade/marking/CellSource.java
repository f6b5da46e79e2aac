package backprop.grade.marking;

/**
 * What is compiled as one cell.
 *
 * @param text the cell
 * @param otherwise what takes its place where it does not compile; empty for nothing
 */
record CellSource(String text, String otherwise) {}
