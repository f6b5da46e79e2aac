package backprop.notebook;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** Finds the IJava kernel that runs this notebook. IJava is in no registry to compile against, hence the reflection; on
 * other kernels its classes are missing, and nothing here mentions them. */
final class IJavaKernel {
  private static final String KERNEL = "io.github.spencerpark.ijava.IJava";

  private IJavaKernel() {}

  /** The kernel's display, if this is IJava. */
  static Optional<Display> find() {
    try {
      Object kernel = Class.forName(KERNEL).getMethod("getKernelInstance").invoke(null);
      return Optional.ofNullable(kernel).map(IJavaKernel::display);
    } catch (ClassNotFoundException notIJava) {
      return Optional.empty();
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("this IJava has no kernel to show values with: " + e, e);
    }
  }

  private static Display display(Object kernel) {
    return new IJavaDisplay((io.github.spencerpark.jupyter.kernel.BaseKernel) kernel);
  }
}
