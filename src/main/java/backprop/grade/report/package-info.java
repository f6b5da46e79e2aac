/**
 * What instructors and students read: tables, pages, and files for learning platforms. All of it is made from the results
 * on the disk and from {@code overrides.csv}, whose rows are read and checked here and nowhere else; nbgrader's gradebook
 * gets those that are right as data, {@code overrides.json}.
 */
package backprop.grade.report;
