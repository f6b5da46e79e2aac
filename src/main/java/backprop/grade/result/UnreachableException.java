package backprop.grade.result;

/**
 * What was handed in cannot be read at the moment, for a reason that is not in it: a disk, a network, rights, a folder
 * for temporary files. No mark may come of it.
 */
public final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Carries the reason.
     *
     * @param message what is said of the file, such as {@code cannot be read from the disk (no such file)}
     */
    public UnreachableException(String message) {
        super(message.replaceAll("\\R", " "));
    }
}
