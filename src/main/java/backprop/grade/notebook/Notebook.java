package backprop.grade.notebook;

import backprop.grade.result.GradeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A notebook of an instructor or of a student, as far as it matters for grading.
 *
 * @param title what the assignment is called in nbgrader's metadata; empty where nothing says it
 * @param cells in their order
 */
public record Notebook(String title, List<Cell> cells) {
    /** The most bytes that a notebook may have with all its outputs, 256 MiB. */
    public static final int MOST_BYTES = 256 << 20;
    /** The most characters of a cell's code. */
    public static final int CELL_CHARACTERS = 200_000;

    /**
     * A cell of it.
     *
     * @param position which cell it is, counted from 1
     * @param nbgrader what nbgrader says of it
     * @param code whether it is a code cell
     * @param source its text
     */
    public record Cell(int position, Nbgrader nbgrader, boolean code, String source) {
        /**
         * A cell of which only the name matters.
         *
         * @param position which cell it is, counted from 1
         * @param id nbgrader's grade_id; empty where there is none
         * @param code whether it is a code cell
         * @param source its text
         */
        public Cell(int position, String id, boolean code, String source) {
            this(position, new Nbgrader(id, false, false, false, false, 0), code, source);
        }

        /**
         * What nbgrader calls it.
         *
         * @return its grade_id; empty where there is none
         */
        public String id() {
            return nbgrader.id();
        }
    }

    /**
     * nbgrader's metadata of a cell. Of a student's notebook only the id is used.
     *
     * @param id the grade_id; empty where there is none
     * @param grade whether it gives points
     * @param locked whether a student must leave it as it is
     * @param solution whether a student writes in it
     * @param task whether it is one of nbgrader's task cells
     * @param points what it is worth
     */
    public record Nbgrader(String id, boolean grade, boolean locked, boolean solution, boolean task, double points) {
        static final Nbgrader NONE = new Nbgrader("", false, false, false, false, 0);
    }

    /**
     * Keeps a copy of the list.
     *
     * @param title what the assignment is called, or empty
     * @param cells in their order
     */
    public Notebook {
        cells = List.copyOf(cells);
    }

    /**
     * A notebook that says nothing of itself.
     *
     * @param cells in their order
     */
    public Notebook(List<Cell> cells) {
        this("", cells);
    }

    /**
     * Reads a notebook as hostile data.
     *
     * @param bytes the content of its file
     * @return the notebook
     * @throws GradeException when it is none, or larger than a notebook may be; the message says why
     */
    public static Notebook parse(byte[] bytes) {
        try {
            return NotebookReader.read(new ByteArrayInputStream(bytes));
        } catch (IOException never) {
            throw new UncheckedIOException("bytes in memory can be read", never);
        }
    }

    /**
     * Reads a notebook as hostile data; outputs are passed over, and take no memory.
     *
     * @param bytes the content of its file
     * @return the notebook
     * @throws GradeException when it is none, or has more code than a notebook may have; the message says why
     * @throws IOException when the bytes do not come
     */
    public static Notebook read(InputStream bytes) throws IOException {
        return NotebookReader.read(bytes);
    }
}
