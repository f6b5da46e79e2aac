package backprop.notebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A display that remembers what it was asked to do. */
final class RecordingDisplay implements Display {
    final Map<Class<?>, Function<Object, Rendering>> renderers = new LinkedHashMap<>();
    final List<String> calls = new CopyOnWriteArrayList<>();
    volatile Rendering last;
    volatile Runnable whenAsked = () -> {};

    @Override
    public <T> void register(Class<T> type, Function<T, Rendering> renderer) {
        renderers.put(type, value -> renderer.apply(type.cast(value)));
    }

    @Override
    public String show(Rendering rendering) {
        whenAsked.run();
        last = rendering;
        calls.add("show");
        return "id" + calls.size();
    }

    @Override
    public void afterCell(Runnable task) {}

    @Override
    public void update(String id, Rendering rendering) {
        whenAsked.run();
        last = rendering;
        calls.add("update " + id);
    }
}
