/**
 * Formulas of a text, from LaTeX to MathML, which browsers show without a script.
 *
 * <p>The text is a student's, so it is read as hostile data. There are no macros and no files: a formula is read by a
 * fixed list of commands, and what comes out is put together from a fixed list of elements, in which all of the text is
 * escaped. Length, depth and number of formulas are limited. A formula with anything else in it is shown as it was
 * written.
 */
package backprop.grade.formula;
