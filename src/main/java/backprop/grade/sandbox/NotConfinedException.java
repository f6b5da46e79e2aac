package backprop.grade.sandbox;

import java.io.IOException;

/** A virtual machine was started, and the kernel does not keep it from all that it must. It ends the run. */
final class NotConfinedException extends IOException {
    private static final long serialVersionUID = 1L;

    NotConfinedException(String lack) {
        super("The sandbox does not hold here, so no student's code was run: of a virtual machine in it, " + lack
                + ". Is bubblewrap (bwrap) the system's own, and /bin/sh a plain shell? With --no-sandbox students' code runs"
                + " with your own rights, and each report says so.");
    }
}
