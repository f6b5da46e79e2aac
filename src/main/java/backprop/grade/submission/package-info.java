/**
 * What students handed in: folders, archives and notebooks, all read as hostile data. It finds out whose each file is,
 * which notebook counts, and how its cells fit into the assignment.
 */
package backprop.grade.submission;
