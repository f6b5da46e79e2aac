package backprop.grade.protocol;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A cell after the compiler has seen it.
 *
 * @param snippets the code of its snippets, up to the first that does not compile
 * @param error what the compiler says of that one, the line that it means below it; empty where there is none
 * @param undefined names that are used in a method and defined nowhere, such as {@code method half(double)}
 * @param shell what it has made of the shell
 */
public record CompiledCell(List<SnippetCode> snippets, String error, List<String> undefined, Shell shell) {
    private static final int MOST = 10_000;
    private static final int LONGEST = 5000; // characters

    /** What a cell has made of the shell that compiled it. */
    public enum Shell {
        /** It goes on. */
        SOUND,
        /** It compiles nothing more as it should; a new one in its virtual machine does. */
        SPOILED,
        /** Its virtual machine is no longer to be trusted, either. */
        DOUBTFUL
    }

    /**
     * Keeps copies of the lists.
     *
     * @param snippets the code of its snippets
     * @param error what the compiler says, or empty
     * @param undefined names that are defined nowhere
     * @param shell what it has made of the shell
     */
    public CompiledCell {
        snippets = List.copyOf(snippets);
        undefined = List.copyOf(undefined);
    }

    /**
     * By a shell that goes on.
     *
     * @param snippets the code of its snippets
     * @param error what the compiler says, or empty
     * @param undefined names that are defined nowhere
     */
    public CompiledCell(List<SnippetCode> snippets, String error, List<String> undefined) {
        this(snippets, error, undefined, Shell.SOUND);
    }

    /**
     * The same cell, compiled again up to what does not compile.
     *
     * @param again the code of its snippets
     * @return with the error that it has
     */
    public CompiledCell with(List<SnippetCode> again) {
        return new CompiledCell(again, error, undefined, shell);
    }

    /**
     * Whether the shell goes on.
     *
     * @return false if a new one must take its place
     */
    public boolean isSound() {
        return shell == Shell.SOUND;
    }

    /**
     * As a message.
     *
     * @return its bytes
     * @throws IOException if it is too long for one
     */
    public byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(error);
        out.writeInt(undefined.size());
        for (String name : undefined) {
            out.writeUTF(name);
        }
        out.writeInt(snippets.size());
        for (SnippetCode code : snippets) {
            code.write(out);
        }
        out.writeUTF(shell.name());
        return bytes.toByteArray();
    }

    /**
     * From a message.
     *
     * @param message its bytes
     * @return what was written
     * @throws IOException if it is nothing of the kind
     */
    public static CompiledCell of(byte[] message) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(message));
        String error = Excerpt.of(in.readUTF(), LONGEST);
        List<String> undefined = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            undefined.add(Excerpt.of(in.readUTF(), LONGEST));
        }
        List<SnippetCode> snippets = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            snippets.add(SnippetCode.read(in));
        }
        return new CompiledCell(snippets, error, undefined, shell(in.readUTF()));
    }

    private static Shell shell(String name) throws IOException {
        for (Shell shell : Shell.values()) {
            if (shell.name().equals(name)) {
                return shell;
            }
        }
        throw new ProtocolException("a shell of another kind");
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new ProtocolException(count + " entries");
        }
        return count;
    }
}
