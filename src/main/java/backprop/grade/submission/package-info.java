/** What students handed in, read as hostile data. */
package backprop.grade.submission;
