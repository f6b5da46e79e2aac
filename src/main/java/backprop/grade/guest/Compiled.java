package backprop.grade.guest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A cell after the compiler has seen it.
 * @param snippets the code of its snippets, up to the first that does not compile
 * @param error what the compiler says of that one, the line that it means below it; empty where there is none
 * @param undefined names that are used in a method and defined nowhere, such as {@code method half(double)} */
public record Compiled(List<Code> snippets, String error, List<String> undefined) {
  private static final int MOST = 10_000;
  private static final int LONGEST = 5000; // characters

  /** Keeps copies of the lists.
   * @param snippets the code of its snippets
   * @param error what the compiler says, or empty
   * @param undefined names that are defined nowhere */
  public Compiled {
    snippets = List.copyOf(snippets);
    undefined = List.copyOf(undefined);
  }

  /** As a message.
   * @return its bytes
   * @throws IOException if it is too long for one */
  public byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(error);
    out.writeInt(undefined.size());
    for (String name : undefined) { out.writeUTF(name); }
    out.writeInt(snippets.size());
    for (Code code : snippets) { code.write(out); }
    return bytes.toByteArray();
  }

  /** From a message.
   * @param message its bytes
   * @return what was written
   * @throws IOException if it is nothing of the kind */
  public static Compiled of(byte[] message) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(message));
    String error = Excerpt.of(in.readUTF(), LONGEST);
    List<String> undefined = new ArrayList<>();
    for (int left = count(in); left > 0; left--) { undefined.add(Excerpt.of(in.readUTF(), LONGEST)); }
    List<Code> snippets = new ArrayList<>();
    for (int left = count(in); left > 0; left--) { snippets.add(Code.read(in)); }
    return new Compiled(snippets, error, undefined);
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST) { throw new ProtocolException(count + " entries"); }
    return count;
  }
}
