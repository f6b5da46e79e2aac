package backprop.notebook;

import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.DisplayStream;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;

/** Where an IJava kernel's displays pass, behind what was printed before them. */
final class IJavaDisplays extends DisplayStream {
    private final CellOutput output;
    private volatile ShellReplyEnvironment env;

    IJavaDisplays(CellOutput output) {
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
