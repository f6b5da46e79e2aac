package backprop.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** A kernel without a front end: it runs cells on a JShell of this JVM, snippet by snippet as kernels do. */
final class JShellKernel implements Kernel, AutoCloseable {
    final List<Rendering> shown = new ArrayList<>();
    final Map<String, Runnable> magics = new LinkedHashMap<>();
    CodeAssist assist;

    private final JShell shell = JShell.builder().executionEngine("local").build();
    private final List<Runnable> tasks = new ArrayList<>();
    private boolean running;
    private CellListener listener;

    JShellKernel() {
        shell.addToClasspath(System.getProperty("java.class.path"));
    }

    /** One that is watched, with the kit's imports and a matrix W (2, 3). Making it takes a second. */
    static JShellKernel watched() throws InterruptedException {
        JShellKernel kernel = new JShellKernel();
        CellWatch.over(kernel);
        Library.imports().forEach(kernel::cell);
        kernel.cell("import java.util.List;\nMatrix W = Matrix.ones(2, 3);");
        // JShell collects in the background the names that an import could bring
        while (!kernel.shell()
                .sourceCodeAnalysis()
                .listQualifiedNames("Pattern", 7)
                .isUpToDate()) {
            Thread.sleep(50);
        }
        return kernel;
    }

    /** Runs a cell and returns what it printed as its error, or an empty text. */
    String cell(String source) {
        running = true;
        if (listener != null) {
            listener.began(source);
        }
        try {
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(source);
            while (info.completeness().isComplete()) {
                shell.eval(info.source()).stream()
                        .filter(event -> event.status() == Status.OVERWRITTEN)
                        .forEach(event -> shell.drop(event.snippet())); // as JJava does
                info = shell.sourceCodeAnalysis().analyzeCompletion(info.remaining());
            }
            return "";
        } catch (CellError error) {
            return error.toString().replaceAll("\\e\\[[0-9;]*m", "");
        } finally {
            tasks.forEach(Runnable::run);
            tasks.clear();
            running = false;
            if (listener != null) {
                listener.ended();
            }
        }
    }

    /** What was shown since the last call. */
    List<String> notes() {
        List<String> texts = shown.stream().map(Rendering::text).toList();
        shown.clear();
        return texts;
    }

    @Override
    public String name() {
        return "test kernel";
    }

    @Override
    public JShell shell() {
        return shell;
    }

    @Override
    public <T> void register(Class<T> type, Function<T, Rendering> renderer) {}

    @Override
    public String show(Rendering rendering) {
        shown.add(rendering);
        return "id";
    }

    @Override
    public void update(String id, Rendering rendering) {}

    @Override
    public void magic(String name, Runnable task) {
        magics.put(name, task);
    }

    @Override
    public boolean inCell() {
        return running;
    }

    @Override
    public void afterCell(Runnable task) {
        tasks.add(task);
    }

    @Override
    public void assistWith(CodeAssist assist) {
        this.assist = assist;
    }

    @Override
    public void watchCells(CellListener listener) {
        this.listener = listener;
    }

    @Override
    public void close() {
        shell.close();
    }
}
