package backprop.grade.marking;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/**
 * The methods and fields that a class file names in its constant pool, whatever its code does with them. ASM reads only
 * the pool, in one pass without recursion, so that a file made to harm a reader takes no more time or memory than its
 * size allows.
 */
final class MemberReferences {
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;

    private MemberReferences() {}

    /**
     * Reads them.
     *
     * @param file the bytes of a class file, of which nothing is believed
     * @return such as java/lang/Math.exp, each once; empty where the bytes are no class file that ASM understands
     */
    static Optional<Set<String>> of(byte[] file) {
        try {
            ClassReader reader = new ClassReader(file);
            char[] buffer = new char[reader.getMaxStringLength()];
            Set<String> members = new HashSet<>();
            for (int k = 1; k < reader.getItemCount(); k++) {
                int offset = reader.getItem(k);
                if (offset > 0 && isMember(reader.readByte(offset - 1))) {
                    members.add(member(reader, offset, buffer));
                }
            }
            return Optional.of(members);
        } catch (RuntimeException damaged) { // ASM trusts a file, and meets its faults as they come
            return Optional.empty();
        }
    }

    private static boolean isMember(int tag) {
        return tag == FIELD || tag == METHOD || tag == INTERFACE_METHOD;
    }

    private static String member(ClassReader reader, int offset, char[] buffer) {
        String type = reader.readClass(offset, buffer);
        int nameAndType = reader.getItem(reader.readUnsignedShort(offset + 2));
        String name = reader.readUTF8(nameAndType, buffer);
        if (type == null || name == null) {
            throw new IllegalArgumentException("a member without a name");
        }
        return type + "." + name;
    }
}
