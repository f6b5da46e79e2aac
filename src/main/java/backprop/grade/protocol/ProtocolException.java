package backprop.grade.protocol;

import java.io.IOException;

/** Something came over a pipe that is not what must come. */
public final class ProtocolException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what came.
     *
     * @param what a few words
     */
    public ProtocolException(String what) {
        super("not what must come: " + what);
    }
}
