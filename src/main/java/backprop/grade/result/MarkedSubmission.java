package backprop.grade.result;

import java.util.List;

/**
 * A submission with its marks, as it is kept on disk: the same for the same submission, seed and version of Backprop.
 *
 * @param handIn who handed in what
 * @param status how far its marking has come
 * @param problem why it could not be read; empty where it could
 * @param fingerprint tells whether a later run would mark the same file in the same way
 * @param sandboxed whether the student's code ran in a sandbox
 * @param exercises one for each exercise of the assignment, in its order
 * @param remarks what the student should know, such as a locked cell that was put back
 * @param incidents what the instructor should know
 */
public record MarkedSubmission(
        HandIn handIn,
        Status status,
        String problem,
        String fingerprint,
        boolean sandboxed,
        List<ExerciseMark> exercises,
        List<String> remarks,
        List<Incident> incidents) {
    /**
     * Keeps copies of the lists.
     *
     * @param handIn who handed in what
     * @param status how far its marking has come
     * @param problem why it could not be read, or empty
     * @param fingerprint of the file, the assignment, the seed and the version of Backprop
     * @param sandboxed whether the student's code ran in a sandbox
     * @param exercises one for each exercise
     * @param remarks what the student should know
     * @param incidents what the instructor should know
     */
    public MarkedSubmission {
        exercises = List.copyOf(exercises);
        remarks = List.copyOf(remarks);
        incidents = List.copyOf(incidents);
    }
}
