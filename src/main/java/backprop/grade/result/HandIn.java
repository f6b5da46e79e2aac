package backprop.grade.result;

import java.util.List;

/**
 * Who handed in, what, and when.
 *
 * @param student names the student in files and tables, whoever else is in the class: the name in plain letters and the
 * platform's number, or else the whole name; of letters, digits and the signs {@code . _ - + ~}
 * @param name the student's name as the learning platform has it; else the same as student
 * @param platformId the platform's number for the student, of Moodle or Canvas; empty elsewhere
 * @param file where it was found, below the folder or archive of submissions; {@code archive.zip!/file} inside one
 * @param time when it was handed in, ISO 8601 in UTC; empty where nothing tells
 * @param lateness empty where it is not known, {@code on time}, or how late, such as {@code late by 2 h 5 min}
 * @param remarks what the student should know of it, such as which of several files counts
 */
public record HandIn(
        String student,
        String name,
        String platformId,
        String file,
        String time,
        String lateness,
        List<String> remarks) {
    /**
     * Keeps a copy of the list.
     *
     * @param student names the student in files and tables
     * @param name the student's name
     * @param platformId the platform's number for the student, or empty
     * @param file where it was found
     * @param time when it was handed in, or empty
     * @param lateness how late it is, or empty
     * @param remarks what the student should know of it
     */
    public HandIn {
        remarks = List.copyOf(remarks);
    }
}
