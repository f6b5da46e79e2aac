package backprop.grade.marking;

import backprop.grade.guest.Code;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which snippets reach beyond what an exercise needs: to threads, to files and pipes, or to the insides of their
 * virtual machine. What they leave there must not meet the next exercise. It is told by the methods and fields that
 * their classes name, whatever they do with them. */
final class Reach {
  private static final Pattern NEAR =
      Pattern.compile("(\\[.*|java/lang/(Object|String|StringBuilder|(Strict)?Math|Integer|Long|Double|Float|Boolean"
          + "|Character|Byte|Short|Number|Iterable|Comparable|CharSequence|Record|Enum|\\w*Exception|\\w*Error|Throwable"
          + "|System|invoke/(LambdaMetafactory|StringConcatFactory)|runtime/\\w+)"
          + "|java/util/(function/|stream/)?(?!Timer|ServiceLoader|Formatter)[\\w$]+|java/(math|text)/[\\w$]+"
          + "|backprop/(?!grade/)[\\w/$]+|backprop/grade/guest/Handed)\\..*|java/io/PrintStream\\.(?!<).*");
  private static final String SHELL = "REPL/";

  private final Set<String> far = new HashSet<>();

  /** Whether a snippet does, itself or by an earlier one that it calls. To be asked about each, in order. */
  boolean isFar(Code code) {
    List<Code.Step> classes = code.steps().stream().filter(step -> !step.isCall()).toList();
    boolean any = classes.stream().anyMatch(step -> isFar(step.bytes()));
    if (any) { classes.forEach(step -> far.add(step.type().replace('.', '/'))); }
    return any;
  }

  private boolean isFar(byte[] file) {
    try {
      return members(file).stream().anyMatch(this::isFar);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException notAClassFile) {
      return true;
    }
  }

  private boolean isFar(String member) {
    return member.startsWith(SHELL) ? far.contains(member.substring(0, member.indexOf('.')))
        : !NEAR.matcher(member).matches();
  }

  /** The methods and fields that a class file names, such as java/lang/Math.exp (Java Virtual Machine Specification,
   * 4.4). */
  private static Set<String> members(byte[] file) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
    in.skipNBytes(8); // what it is, and of which version
    int count = in.readUnsignedShort();
    String[] texts = new String[count];
    int[] names = new int[count];
    List<int[]> members = new ArrayList<>();
    for (int k = 1; k < count; k++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[k] = in.readUTF();
        case 5, 6 -> { // a long or a double takes two numbers
          in.skipNBytes(8);
          k++;
        }
        case 7 -> names[k] = in.readUnsignedShort();
        case 12 -> {
          names[k] = in.readUnsignedShort();
          in.skipNBytes(2);
        }
        case 9, 10, 11 -> members.add(new int[] {in.readUnsignedShort(), in.readUnsignedShort()});
        case 3, 4, 17, 18 -> in.skipNBytes(4);
        case 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> throw new IllegalArgumentException("a constant of the kind " + tag);
      }
    }
    Set<String> named = new HashSet<>();
    for (int[] member : members) { named.add(texts[names[member[0]]] + "." + texts[names[member[1]]]); }
    return named;
  }
}
