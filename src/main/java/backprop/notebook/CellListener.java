package backprop.notebook;

/** Is told of each cell that the kernel runs. */
interface CellListener {
    /**
     * A cell begins.
     *
     * @param source its text
     */
    void began(String source);

    /** The cell has ended, with or without an error. */
    void ended();
}
