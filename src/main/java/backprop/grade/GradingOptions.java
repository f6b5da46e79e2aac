package backprop.grade;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an instructor asks of one run of the grader.
 *
 * @param source the assignment's source notebook
 * @param submissions where the submissions are
 * @param out where the results go
 * @param only the students to mark again; empty for all
 * @param resume whether what is marked already stays
 * @param due when it had to be handed in
 * @param seed where the tests' fresh inputs come from; empty for the one of the folder's earlier results, or another
 * @param jobs how many to mark at once
 * @param pseudonyms whether to write the reports a second time, without names
 * @param unconfined whether to do without a sandbox
 */
public record GradingOptions(
        Path source,
        Path submissions,
        Path out,
        List<String> only,
        boolean resume,
        Optional<Instant> due,
        OptionalLong seed,
        int jobs,
        boolean pseudonyms,
        boolean unconfined) {
    /**
     * Keeps a copy of the list.
     *
     * @param source the assignment's source notebook
     * @param submissions where the submissions are
     * @param out where the results go
     * @param only the students to mark again
     * @param resume whether what is marked already stays
     * @param due when it had to be handed in
     * @param seed where the tests' fresh inputs come from
     * @param jobs how many to mark at once
     * @param pseudonyms whether to write the reports a second time
     * @param unconfined whether to do without a sandbox
     */
    public GradingOptions {
        only = List.copyOf(only);
    }

    /**
     * With a seed.
     *
     * @param source the assignment's source notebook
     * @param submissions where the submissions are
     * @param out where the results go
     * @param only the students to mark again
     * @param resume whether what is marked already stays
     * @param due when it had to be handed in
     * @param seed where the tests' fresh inputs come from
     * @param jobs how many to mark at once
     * @param pseudonyms whether to write the reports a second time
     * @param unconfined whether to do without a sandbox
     */
    public GradingOptions(
            Path source,
            Path submissions,
            Path out,
            List<String> only,
            boolean resume,
            Optional<Instant> due,
            long seed,
            int jobs,
            boolean pseudonyms,
            boolean unconfined) {
        this(source, submissions, out, only, resume, due, OptionalLong.of(seed), jobs, pseudonyms, unconfined);
    }
}
