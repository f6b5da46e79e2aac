package backprop.grade.submission;

import backprop.grade.result.GradeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A student's notebook, as far as it matters: its cells.
 *
 * @param cells in their order
 */
public record Notebook(List<Cell> cells) {
    /**
     * A cell of it.
     *
     * @param position which cell it is, counted from 1
     * @param id nbgrader's grade_id; empty where there is none
     * @param code whether it is a code cell
     * @param source its text
     */
    public record Cell(int position, String id, boolean code, String source) {}

    /**
     * Keeps a copy of the list.
     *
     * @param cells in their order
     */
    public Notebook {
        cells = List.copyOf(cells);
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
