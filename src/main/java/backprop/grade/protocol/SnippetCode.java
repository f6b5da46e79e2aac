package backprop.grade.protocol;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a virtual machine must do for one snippet: load classes, then call methods of them.
 *
 * @param steps in order
 */
public record SnippetCode(List<Step> steps) {
    private static final int MOST = 10_000;

    /**
     * Keeps a copy of the list.
     *
     * @param steps in order
     */
    public SnippetCode {
        steps = List.copyOf(steps);
    }

    /**
     * A class to load, or a static method to call.
     *
     * @param type the name of the class
     * @param method the method; empty where the class is to be loaded
     * @param bytes the class file; empty where the method is to be called
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
    public record Step(String type, String method, byte[] bytes) {
        /**
         * Whether a method is to be called.
         *
         * @return true if so
         */
        public boolean isCall() {
            return !method.isEmpty();
        }
    }

    /**
     * The same without its calls: a method or a class is there then, and a variable without its value.
     *
     * @return what loads the classes
     */
    public SnippetCode declarations() {
        return new SnippetCode(steps.stream().filter(step -> !step.isCall()).toList());
    }

    /**
     * Writes it.
     *
     * @param out where it goes
     * @throws IOException if it cannot be written
     */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(steps.size());
        for (Step step : steps) {
            out.writeUTF(step.type);
            out.writeUTF(step.method);
            out.writeInt(step.bytes.length);
            out.write(step.bytes);
        }
    }

    /**
     * Reads it.
     *
     * @param in where it comes from
     * @return what was written
     * @throws IOException if it is nothing of the kind
     */
    public static SnippetCode read(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new ProtocolException(count + " steps");
        }
        List<Step> steps = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            String type = in.readUTF();
            String method = in.readUTF();
            int length = in.readInt();
            if (length < 0 || length > in.available()) {
                throw new ProtocolException("a class of " + length + " bytes");
            }
            steps.add(new Step(type, method, in.readNBytes(length)));
        }
        return new SnippetCode(steps);
    }
}
