package backprop.grade.sandbox;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The access flags of a class file, which stand behind its constants (Java Virtual Machine Specification, 4.1,
 * 4.4). */
final class ClassFlags {
  private static final int HEADER = 8; // bytes before the number of constants
  private static final int UTF8 = 1;

  private ClassFlags() {}

  static int of(byte[] file) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
      in.skipBytes(HEADER);
      int count = in.readUnsignedShort();
      for (int k = 1; k < count; k++) {
        int tag = in.readUnsignedByte();
        if (tag == 5 || tag == 6) { k++; } // a long or a double takes two numbers
        in.skipBytes(tag == UTF8 ? in.readUnsignedShort() : size(tag));
      }
      return in.readUnsignedShort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int size(int tag) {
    return switch (tag) {
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
      case 5, 6 -> 8;
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      default -> throw new IllegalArgumentException("a constant of the kind " + tag);
    };
  }
}
