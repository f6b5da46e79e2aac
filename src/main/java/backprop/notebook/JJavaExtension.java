package backprop.notebook;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** Loaded by a JJava kernel by itself as soon as the library is on its class path. */
public final class JJavaExtension implements Extension {
    /** Loaded as a service. */
    public JJavaExtension() {}

    /**
     * Brings the library and its imports into the kernel.
     *
     * @throws IllegalStateException if this release of JJava has no JShell to work with
     */
    @Override
    public void install(BaseKernel kernel) {
        try {
            Library.install(new JJavaKernel(kernel));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JJava does not show its JShell: " + e, e);
        }
        Library.imports().forEach(kernel::evalRaw);
    }
}
