package backprop.grade.executor;

import backprop.grade.protocol.SnippetCode;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.spi.ExecutionControl;

/**
 * What JShell takes for the virtual machine that runs its snippets. It runs nothing, and writes down what it is told
 * to do.
 */
final class RecordingControl implements ExecutionControl {
    private static final byte[] NONE = {};

    private List<SnippetCode.Step> steps = new ArrayList<>();

    /** What it was told since it was last asked. */
    SnippetCode taken() {
        SnippetCode code = new SnippetCode(steps);
        steps = new ArrayList<>();
        return code;
    }

    @Override
    public void load(ClassBytecodes[] classes) {
        for (ClassBytecodes one : classes) {
            steps.add(new SnippetCode.Step(one.name(), "", one.bytecodes()));
        }
    }

    /** No virtual machine of a notebook's kernel can do that; JShell then loads classes of new names. */
    @Override
    public void redefine(ClassBytecodes[] classes) throws NotImplementedException {
        throw new NotImplementedException("redefine");
    }

    @Override
    public String invoke(String type, String method) {
        steps.add(new SnippetCode.Step(type, method, NONE));
        return "";
    }

    @Override
    public String varValue(String type, String variable) {
        return "";
    }

    @Override
    public void addToClasspath(String path) {
        /* the classes are there already */
    }

    @Override
    public void stop() {
        /* nothing runs */
    }

    @Override
    public Object extensionCommand(String command, Object arg) throws NotImplementedException {
        throw new NotImplementedException(command);
    }

    @Override
    public void close() {
        /* nothing runs */
    }
}
