package backprop.grade.sandbox;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a class file tells before its members: its access flags, and which methods and fields it names (Java Virtual
 * Machine Specification, 4.1, 4.4).
 *
 * @param flags the access flags
 * @param members such as java/lang/Math.exp, each once
 */
public record ClassFile(int flags, Set<String> members) {
    private static final int HEADER = 8; // bytes before the number of constants
    private static final int PUBLIC = 0x0001;

    /**
     * Keeps a copy of the set.
     *
     * @param flags the access flags
     * @param members the methods and fields that it names
     */
    public ClassFile {
        members = Set.copyOf(members);
    }

    /**
     * Reads one, of which nothing is believed.
     *
     * @param file its bytes
     * @return what it tells
     * @throws IOException if it ends too early
     * @throws IllegalArgumentException if it is no class file
     */
    public static ClassFile of(byte[] file) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
        in.skipNBytes(HEADER);
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
        return new ClassFile(in.readUnsignedShort(), named(members, names, texts));
    }

    private static Set<String> named(List<int[]> members, int[] names, String[] texts) {
        Set<String> named = new HashSet<>();
        for (int[] member : members) {
            named.add(texts[names[member[0]]] + "." + texts[names[member[1]]]);
        }
        return named;
    }

    /**
     * Whether the class is public.
     *
     * @return true if so
     */
    public boolean isPublic() {
        return (flags & PUBLIC) != 0;
    }
}
