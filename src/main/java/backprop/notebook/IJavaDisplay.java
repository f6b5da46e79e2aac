package backprop.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.UUID;
import java.util.function.Function;

/** The display of an IJava kernel. */
final class IJavaDisplay implements Display {
  private final BaseKernel kernel;

  IJavaDisplay(BaseKernel kernel) { this.kernel = kernel; }

  @Override public <T> void register(Class<T> type, Function<T, Rendering> renderer) {
    kernel.getRenderer().createRegistration(type).preferring(MIMEType.TEXT_HTML)
        .register((value, context) -> context.getOutputContainer().assign(data(renderer.apply(value))));
  }

  @Override public String show(Rendering rendering) {
    String id = UUID.randomUUID().toString();
    DisplayData data = data(rendering);
    data.setDisplayId(id);
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
