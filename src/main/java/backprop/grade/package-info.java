/**
 * The batch grader: it marks a whole class, and trusts no submission. This page follows one submission from the folder of
 * what was handed in to the reports.
 *
 * <h2>Processes</h2>
 *
 * <p>The grader is one process on the instructor's side. It runs no line of a student's code. For this it starts two kinds
 * of virtual machines in a sandbox: a <i>compiler</i>, which compiles the cells of one submission after the other, and an
 * <i>executor</i> for each submission, which runs the compiled cells and calls the student's functions. The tests of the
 * exercises run in the grader; only the calls of the student's functions cross over. Each machine has one pair of pipes
 * to the grader, and nothing else: no network, no files but its own few, no tests, no other process.
 *
 * <h2>The life of a submission</h2>
 *
 * <ol>
 *   <li><b>Found.</b> {@link backprop.grade.submission.Submissions} lists folders and archives, tells whose each file is
 *       and which of a student's notebooks counts.
 *   <li><b>Queued.</b> {@code BatchRun} hands the submissions to its threads, each of which is a
 *       {@link backprop.grade.marking.Worker}. With {@code --resume}, one whose fingerprint is that of its earlier result
 *       keeps this result and goes no further.
 *   <li><b>Read.</b> {@link backprop.grade.notebook.Notebook} reads the file within its limits. One that is no notebook,
 *       or a notebook of another assignment, is <i>unreadable</i>; it has 0 points and a sentence that says why.
 *   <li><b>Prepared.</b> {@link backprop.grade.submission.PreparedSubmission} puts the student's answers into the
 *       instructor's cells: a list of steps, each of which is code to run or a check to make.
 *   <li><b>Compiled.</b> The compiler gets each cell and answers with class files, or with the compiler's message.
 *   <li><b>Run and tested.</b> {@code SubmissionGrader} goes through the steps in an {@code ExecutionSession}: code is
 *       run in the executor, and at a check the public tests of the exercise call the student's function there. The
 *       hidden tests come after the last step. Where a function builds on an earlier one that lost points, the tests run
 *       a second time with the reference in its place ({@code FollowThrough}).
 *   <li><b>Kept.</b> The result is a file of its own, {@code raw/STUDENT.json}, on the disk before the thread takes the
 *       next submission. The first results of a class wait until one of them has points ({@code FirstResultsCheck}).
 *   <li><b>Reported.</b> When the queue is empty, the overrides are applied, and all tables and pages are written from
 *       the files in {@code raw/}.
 * </ol>
 *
 * <h2>Messages</h2>
 *
 * <p>The grader asks and a machine answers; a machine never begins. A message is its length and so many bytes
 * ({@link backprop.grade.protocol.MessageChannel}).
 *
 * <table>
 *   <caption>Who sends what</caption>
 *   <thead>
 *     <tr><th>from, to</th><th>message</th><th>answer</th></tr>
 *   </thead>
 *   <tbody>
 *     <tr><td>machine to grader</td><td>a first message when it is up</td><td>none</td></tr>
 *     <tr><td>grader to compiler</td><td>begin a notebook; compile a cell; compile so many snippets of it</td>
 *         <td>class files, the first error, undefined names</td></tr>
 *     <tr><td>grader to executor</td><td>{@code PING} with a random number</td>
 *         <td>{@code DONE} with this number and nothing before it, or something wrote on the pipe</td></tr>
 *     <tr><td>grader to executor</td><td>{@code RUN} a snippet</td><td>{@code DONE} or {@code THREW}</td></tr>
 *     <tr><td>grader to executor</td><td>{@code CALL} a function, with a random call number and the arguments</td>
 *         <td>{@code RESULT} or {@code THREW}, with this call number; before it any number of {@code CALLBACK}</td></tr>
 *     <tr><td>executor to grader</td><td>{@code CALLBACK} of a function among the arguments</td>
 *         <td>{@code ANSWER} or {@code REFUSED}</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>The grader checks the length, the kind, the number and each value of what comes. The types of values are those of
 * the exercise's contract, so that no object of a student's class is ever made in the grader.
 *
 * <h2>Who may end what</h2>
 *
 * <ul>
 *   <li>The watchdog looks at each machine every 25 ms and ends one that uses more of the processor, the clock, threads,
 *       memory or temporary files than it may. The clock stands still while the grader itself is stopped.
 *   <li>The kernel ends a machine that goes beyond the last limits ({@code ResourceLimit}), and refuses the system calls
 *       that are not on the list ({@code SystemCallFilter}).
 *   <li>The grader ends a machine that breaks the protocol. A student's code may end its own machine at any time.
 *   <li>After each of these the session starts a new machine and runs there what was run before, without the snippet or
 *       the call that was to blame, and says so in an incident. It costs the test in which it happened, and no other. A
 *       submission has a budget of time for all its machines together.
 *   <li>Each machine ends with the grader, whatever ends that one. Ctrl-C ends all machines first; from then on no result
 *       is written, and {@code --resume} goes on from there.
 * </ul>
 *
 * <h2>Results</h2>
 *
 * <ul>
 *   <li><i>graded</i>: all exercises have their points;
 *   <li><i>needs marking</i>: a person must still mark a written answer, in {@code overrides.csv};
 *   <li><i>unreadable</i>: 0 points, and the reason is in what was handed in;
 *   <li><i>not marked</i>: no points, and the reason is not in what was handed in: a disk, a network, the grader itself.
 *       An earlier result stays.
 * </ul>
 */
package backprop.grade;
