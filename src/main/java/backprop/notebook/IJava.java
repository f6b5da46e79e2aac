package backprop.notebook;

import java.util.Optional;

/**
 * Finds the IJava kernel that runs this notebook. On other kernels its classes are missing, and nothing that those
 * load mentions them.
 */
final class IJava {
    private static final String KERNEL = "io.github.spencerpark.ijava.IJava";

    private IJava() {}

    /** The kernel, if this is IJava. */
    static Optional<Kernel> kernel() {
        try {
            Object kernel = Class.forName(KERNEL).getMethod("getKernelInstance").invoke(null);
            return kernel == null ? Optional.empty() : Optional.of(wrap(kernel));
        } catch (ClassNotFoundException notIJava) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this IJava has no kernel to show values with: " + e, e);
        }
    }

    private static Kernel wrap(Object kernel) throws ReflectiveOperationException {
        return new IJavaKernel((io.github.spencerpark.jupyter.kernel.BaseKernel) kernel);
    }
}
