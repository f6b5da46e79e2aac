package backprop.grade.submission;

/**
 * Whose something is, by its name.
 *
 * @param name the student's
 * @param platformId the platform's number for the student; empty where the name has none
 */
record StudentIdentity(String name, String platformId) {}
