package backprop.notebook;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.ShellHandler;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.reply.CompleteReply;
import io.github.spencerpark.jupyter.messages.reply.InspectReply;
import io.github.spencerpark.jupyter.messages.request.CompleteRequest;
import io.github.spencerpark.jupyter.messages.request.ExecuteRequest;
import io.github.spencerpark.jupyter.messages.request.InspectRequest;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import jdk.jshell.JShell;

/**
 * An IJava kernel. What its own classes have to offer is reached by reflection, for they are in no registry to compile
 * against; their base is.
 */
final class IJavaKernel implements Kernel {
    private final BaseKernel kernel;
    private final Magics magics;
    private final JShell shell;
    private final CellOutput output = new CellOutput();
    private final UnfinishedCell unfinished;

    IJavaKernel(BaseKernel kernel) throws ReflectiveOperationException {
        this.kernel = kernel;
        this.magics = (Magics) kernel.getClass().getMethod("getMagics").invoke(kernel);
        Object evaluator = Reflection.value(kernel, "evaluator");
        this.shell = (JShell) evaluator.getClass().getMethod("getShell").invoke(evaluator);
        this.unfinished = new UnfinishedCell(shell);
        kernel.getRenderer()
                .createRegistration(Object.class)
                .preferring(MIMEType.TEXT_PLAIN)
                .register((value, context) ->
                        context.getOutputContainer().assign(data(SafeRendering.by(Renderers::other, value))));
        takeOver(evaluator);
    }

    /**
     * Puts the library's parts in the place of the kernel's. Where another release of the kernel keeps them elsewhere,
     * it stays as it is.
     */
    private void takeOver(Object evaluator) {
        if (cell() == null) {
            TerminalOutput.guard();
        }
        try {
            Channels.collect(kernel.getIO(), output);
            IJavaDisplays displays = new IJavaDisplays(output);
            displays.setEnv(cell());
            Reflection.set(kernel.getIO(), "display", displays);
            Channels.guardMagics(magics);
            Channels.runIn(new CellThreads(this::cell), control(evaluator));
            Reflection.set(kernel, "errorStyler", new IJavaStyler(Reflection.value(kernel, "errorStyler"), unfinished));
        } catch (ReflectiveOperationException | RuntimeException anotherRelease) {
            return;
        }
    }

    private static Object control(Object evaluator) throws ReflectiveOperationException {
        Object provider = Reflection.value(evaluator, "executionControlProvider");
        Method registered = provider.getClass().getDeclaredMethod("getRegisteredControlByID", String.class);
        registered.setAccessible(true);
        return registered.invoke(provider, Reflection.value(evaluator, "executionControlID"));
    }

    @Override
    public String name() {
        return Kernel.nameIn(kernel.getBanner(), "IJava");
    }

    @Override
    public JShell shell() {
        return shell;
    }

    @Override
    public <T> void register(Class<T> type, Function<T, Rendering> renderer) {
        kernel.getRenderer()
                .createRegistration(type)
                .preferring(MIMEType.TEXT_HTML)
                .register((value, context) ->
                        context.getOutputContainer().assign(data(SafeRendering.by(renderer, value))));
    }

    @Override
    public String show(Rendering rendering) {
        String id = UUID.randomUUID().toString();
        DisplayData data = data(rendering);
        data.setDisplayId(id);
        kernel.display(data);
        return id;
    }

    @Override
    public void update(String id, Rendering rendering) {
        kernel.getIO().display.updateDisplay(id, data(rendering));
    }

    @Override
    public void magic(String name, Runnable task) {
        magics.registerLineMagic(name, args -> {
            task.run();
            return null;
        });
    }

    @Override
    public boolean takesForwardReferences() {
        return false;
    }

    @Override
    public boolean inCell() {
        return cell() != null;
    }

    @Override
    public void snippetEnded() {
        output.snippetEnded(cell());
    }

    @Override
    public void afterCell(Runnable task) {
        ShellReplyEnvironment cell = cell();
        if (cell != null) {
            cell.defer(task);
        }
    }

    @Override
    public void assistWith(CodeAssist assist) {
        try {
            JupyterConnection connection = (JupyterConnection) Reflection.value(cell().getShell(), "connection");
            connection.setHandler(MessageType.COMPLETE_REQUEST, (env, request) -> complete(env, request, assist));
            connection.setHandler(MessageType.INSPECT_REQUEST, (env, request) -> inspect(env, request, assist));
        } catch (ReflectiveOperationException | RuntimeException anotherRelease) {
            return; // the kernel's own answers remain
        }
    }

    @Override
    public void watchCells(CellListener listener) {
        try {
            JupyterConnection connection = (JupyterConnection) Reflection.value(cell().getShell(), "connection");
            ShellHandler<ExecuteRequest> itself = connection.getHandler(MessageType.EXECUTE_REQUEST);
            connection.setHandler(MessageType.EXECUTE_REQUEST, (env, request) -> {
                TerminalOutput.guard();
                unfinished.began(request.getContent().getCode());
                listener.began(request.getContent().getCode());
                try {
                    itself.handle(env, request);
                } finally {
                    listener.ended();
                }
            });
        } catch (ReflectiveOperationException | RuntimeException anotherRelease) {
            return; // what a failed cell was to declare is not known then
        }
    }

    private void complete(ShellReplyEnvironment env, Message<CompleteRequest> request, CodeAssist assist) {
        String code = request.getContent().getCode();
        int cursor = request.getContent().getCursorPos();
        ReplacementOptions options = options(assist, code, cursor);
        env.setBusyDeferIdle();
        env.reply(
                options == null
                        ? new CompleteReply(List.of(), cursor, cursor, Map.of())
                        : new CompleteReply(
                                options.getReplacements(), options.getSourceStart(), options.getSourceEnd(), Map.of()));
    }

    /** Returns the completions, or null if JShell fails at the code. A front end must get an answer in any case. */
    private ReplacementOptions options(CodeAssist assist, String code, int cursor) {
        try {
            return kernel.complete(assist.visible(code, cursor), cursor);
        } catch (Exception nothingToOffer) {
            return null;
        }
    }

    private static void inspect(ShellReplyEnvironment env, Message<InspectRequest> request, CodeAssist assist) {
        Rendering found = assist.inspect(
                request.getContent().getCode(), request.getContent().getCursorPos());
        env.setBusyDeferIdle();
        env.reply(new InspectReply(found != null, found == null ? new DisplayData() : data(found)));
    }

    /** Returns the connection to the front end that waits for the running cell, or null if no cell runs. */
    private ShellReplyEnvironment cell() {
        try {
            return (ShellReplyEnvironment) Reflection.value(kernel.getIO().display, "env");
        } catch (ReflectiveOperationException | RuntimeException anotherRelease) {
            return null;
        }
    }

    private static DisplayData data(Rendering rendering) {
        DisplayData data = new DisplayData();
        data.putText(rendering.text());
        if (rendering.html() != null) {
            data.putHTML(rendering.html());
        }
        if (rendering.picture() != null) {
            data.putData(Rendering.PNG, rendering.png());
            data.putMetaData(Rendering.PNG, rendering.pictureMetadata());
        }
        return data;
    }
}
