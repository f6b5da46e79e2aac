package backprop.notebook;

import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.DisplayStream;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** Where a JJava kernel's displays pass, behind what was printed before them. */
final class JJavaDisplays extends DisplayStream {
    private final CellOutput output;
    private volatile ShellReplyEnvironment env;

    JJavaDisplays(CellOutput output) {
        this.output = output;
    }

    @Override
    protected void setEnv(ShellReplyEnvironment cell) {
        super.setEnv(cell);
        env = cell;
        if (cell != null) {
            Channels.dropNothing(cell.getIopub());
        }
    }

    @Override
    protected void retractEnv(ShellReplyEnvironment cell) {
        super.retractEnv(cell);
        if (env == cell) {
            env = null;
        }
    }

    @Override
    public void display(DisplayData data) {
        output.display(env, () -> super.display(data));
    }

    @Override
    public void updateDisplay(DisplayData data) {
        output.display(env, () -> super.updateDisplay(data));
    }
}
