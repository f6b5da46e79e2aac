package backprop.notebook;

import java.util.UUID;
import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** The display of a JJava kernel. */
final class JJavaDisplay implements Display {
  private final BaseKernel kernel;

  JJavaDisplay(BaseKernel kernel) { this.kernel = kernel; }

  @Override public <T> void register(Class<T> type, Function<T, Rendering> renderer) {
    kernel.getRenderer().createRegistration(type).preferring(MIMEType.TEXT_HTML)
        .register((value, context) -> context.getOutputContainer().assign(data(renderer.apply(value))));
  }

  @Override public String show(Rendering rendering) {
    String id = UUID.randomUUID().toString();
    DisplayData data = data(rendering);
    // not setDisplayId, which returns another type in each release of the API
    data.putTransientData("display_id", id);
    kernel.display(data);
    return id;
  }

  @Override public void update(String id, Rendering rendering) {
    kernel.getIO().display.updateDisplay(id, data(rendering));
  }

  private static DisplayData data(Rendering rendering) {
    DisplayData data = new DisplayData();
    data.putText(rendering.text());
    data.putHTML(rendering.html());
    return data;
  }
}
