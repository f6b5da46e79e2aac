package backprop.notebook;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** Loaded by a JJava kernel by itself as soon as the kit is on its class path. */
public final class JJavaExtension implements Extension {
  /** Loaded as a service. */
  public JJavaExtension() {}

  /** Brings renderers, live curves and imports into the kernel. */
  @Override public void install(BaseKernel kernel) {
    Kit.install(new JJavaDisplay(kernel));
    Kit.imports().forEach(kernel::evalRaw);
  }
}
