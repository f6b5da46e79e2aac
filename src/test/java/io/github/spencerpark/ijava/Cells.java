package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.magic.registry.UndefinedMagicException;
import java.util.List;
import java.util.UUID;

/** What every cell may call, by a static import. */
@SuppressWarnings("TypeParameterUnusedInFormals") // as IJava: int n = %magic asks for its type
public final class Cells {
    private Cells() {}

    /**
     * {@return a value as the front end would be given it}
     *
     * @param value the value
     */
    public static DisplayData render(Object value) {
        return kernel().getRenderer().render(value);
    }

    /**
     * {@return a value as the front end would be given it, in some forms alone}
     *
     * @param value the value
     * @param as the MIME types of the forms
     */
    public static DisplayData render(Object value, String... as) {
        return kernel().getRenderer().renderAs(value, as);
    }

    /**
     * {@return the id under which a value is shown from now on}
     *
     * @param value the value
     */
    public static String display(Object value) {
        return show(render(value));
    }

    /**
     * {@return the id under which a value is shown from now on, in some forms alone}
     *
     * @param value the value
     * @param as the MIME types of the forms
     */
    public static String display(Object value, String... as) {
        return show(render(value, as));
    }

    /**
     * Replaces what is shown under an id.
     *
     * @param id the id
     * @param value the new value
     */
    public static void updateDisplay(String id, Object value) {
        kernel().getIO().display.updateDisplay(id, render(value));
    }

    /**
     * Replaces what is shown under an id, in some forms alone.
     *
     * @param id the id
     * @param value the new value
     * @param as the MIME types of the forms
     */
    public static void updateDisplay(String id, Object value, String... as) {
        kernel().getIO().display.updateDisplay(id, render(value, as));
    }

    /**
     * {@return what a line magic gives: the cell's {@code %name args} becomes this call}
     *
     * @param <T> its type
     * @param name the magic
     * @param args its arguments
     */
    public static <T> T lineMagic(String name, List<String> args) {
        try {
            return kernel().getMagics().applyLineMagic(name, args);
        } catch (Exception e) {
            throw failed("line", name, e);
        }
    }

    /**
     * {@return what a cell magic gives: the cell that begins with {@code %%name args} becomes this call}
     *
     * @param <T> its type
     * @param name the magic
     * @param args its arguments
     * @param body the rest of the cell
     */
    public static <T> T cellMagic(String name, List<String> args, String body) {
        try {
            return kernel().getMagics().applyCellMagic(name, args, body);
        } catch (Exception e) {
            throw failed("cell", name, e);
        }
    }

    private static RuntimeException failed(String kind, String name, Exception e) {
        if (e instanceof UndefinedMagicException undefined) {
            return undefined;
        }
        return new RuntimeException(
                "Exception occurred while running %s magic '%s': %s".formatted(kind, name, e.getMessage()), e);
    }

    private static JavaKernel kernel() {
        return IJava.getKernelInstance();
    }

    private static String show(DisplayData data) {
        if (data.getDisplayId() == null) {
            data.setDisplayId(UUID.randomUUID().toString());
        }
        kernel().display(data);
        return data.getDisplayId();
    }
}
