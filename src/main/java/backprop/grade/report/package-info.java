/** What instructors and students read: tables, pages, files for learning platforms. */
package backprop.grade.report;
