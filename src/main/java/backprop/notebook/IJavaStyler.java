package backprop.notebook;

import io.github.spencerpark.jupyter.kernel.util.StringStyler;
import java.util.List;
import java.util.function.Function;

/** How an IJava kernel shows errors, with better words for a cell that does not end. */
final class IJavaStyler extends StringStyler {
    private final UnfinishedCell unfinished;

    /** As another styler, but for such cells. */
    @SuppressWarnings("unchecked")
    IJavaStyler(Object as, UnfinishedCell unfinished) throws ReflectiveOperationException {
        super(
                (String) Reflection.value(as, "primaryStyle"),
                (String) Reflection.value(as, "secondaryStyle"),
                (String) Reflection.value(as, "hlStyle"),
                (Function<Integer, String>) Reflection.value(as, "linePrefix"));
        this.unfinished = unfinished;
    }

    @Override
    public String secondary(String text) {
        return unfinished.instead(text).orElseGet(() -> super.secondary(text));
    }

    @Override
    public List<String> primaryLines(String text) {
        return unfinished.is(text) ? List.of() : super.primaryLines(text);
    }
}
