package backprop.notebook;

import java.util.List;
import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;

/** How a JJava kernel shows errors, with better words for a cell that does not end. */
final class JJavaStyler extends StringStyler {
    private final UnfinishedCell unfinished;

    /** As another styler, but for such cells. */
    @SuppressWarnings("unchecked")
    JJavaStyler(Object as, UnfinishedCell unfinished) throws ReflectiveOperationException {
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
