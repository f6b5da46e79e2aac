package backprop.grade.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The filter on system calls, as a program for the kernel (man 2 seccomp): it lets through what stands in a list, and
 * nothing else. What is refused is as if it were forbidden, and a call of these last years as if the kernel were older:
 * the C library then takes the older one.
 */
final class SystemCallFilter {
    private static final int LOAD = 0x20;
    private static final int IF_EQUAL = 0x15;
    private static final int IF_AT_LEAST = 0x35;
    private static final int IF_SET = 0x45;
    private static final int RETURN = 0x06;
    private static final int NUMBER = 0; // where struct seccomp_data has the call, the machine, the first argument
    private static final int MACHINE = 4;
    private static final int FIRST = 16;
    private static final int ARGUMENT = 8; // bytes; the lower half comes first
    private static final int ALLOW = 0x7fff0000;
    private static final int KILL = 0x80000000;
    private static final int FORBIDDEN = 0x00050000 | 1; // EPERM
    private static final int NOT_THERE = 0x00050000 | 38; // ENOSYS
    private static final int OF_LATE = 424; // from here on all machines have the same numbers; clone3 is one of them
    private static final int FROM_32_BITS = 0x40000000; // x86's other table of calls
    private static final int LONGEST = 1 << 15; // bytes: 4096 instructions, which is the kernel's limit
    private static final int WITHOUT_PAIR = 25; // the first Java that reads files without a pair of sockets

    /** A kind of machine: the kernel's number for it, and where the list has its calls. */
    private record Machine(int number, Function<SystemCall, OptionalInt> call) {}

    private static final Machine X86_64 = new Machine(0xC000003E, SystemCall::x86);
    private static final Machine AARCH64 = new Machine(0xC00000B7, SystemCall::arm);

    private final ByteBuffer program = ByteBuffer.allocate(LONGEST).order(ByteOrder.LITTLE_ENDIAN);

    private SystemCallFilter() {}

    /**
     * Writes the filter for this machine.
     *
     * @return the file
     * @throws IOException if it cannot be written
     */
    static Path written(Path folder) throws IOException {
        Machine machine = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> X86_64;
            case "aarch64" -> AARCH64;
            default -> throw new IOException("no filter for this machine");
        };
        byte[] filter = new SystemCallFilter().filter(machine, Runtime.version().feature());
        Path fresh = Files.createTempFile(Files.createDirectories(folder), "system-calls", ".tmp");
        Files.write(fresh, filter);
        String name = "system-calls-%s.bpf".formatted(Integer.toHexString(Arrays.hashCode(filter)));
        return Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private byte[] filter(Machine machine, int java) throws IOException {
        add(LOAD, 0, 0, MACHINE);
        add(IF_EQUAL, 1, 0, machine.number);
        add(RETURN, 0, 0, KILL);
        add(LOAD, 0, 0, NUMBER);
        add(IF_AT_LEAST, 0, 1, FROM_32_BITS);
        add(RETURN, 0, 0, FORBIDDEN);
        for (SystemCall call : SystemCall.allowed()) {
            if (call.name().equals("socketpair") && java >= WITHOUT_PAIR) {
                continue;
            }
            machine.call.apply(call).ifPresent(number -> allow(number, call));
        }
        add(IF_AT_LEAST, 0, 1, OF_LATE);
        add(RETURN, 0, 0, NOT_THERE);
        add(RETURN, 0, 0, FORBIDDEN);
        byte[] bytes = new byte[program.position()];
        program.flip().get(bytes);
        return bytes;
    }

    private void allow(int number, SystemCall call) {
        List<SystemCall.Condition> conditions = call.conditions();
        add(IF_EQUAL, 0, conditions.isEmpty() ? 1 : 2 * conditions.size() + 2, number);
        if (call.argument().isPresent()) {
            add(LOAD, 0, 0, FIRST + ARGUMENT * call.argument().getAsInt());
        }
        for (SystemCall.Condition condition : conditions) {
            int skipped = condition.not() ? 1 : 0;
            add(condition.bit() ? IF_SET : IF_EQUAL, skipped, 1 - skipped, condition.number());
            add(RETURN, 0, 0, ALLOW);
        }
        add(RETURN, 0, 0, conditions.isEmpty() ? ALLOW : FORBIDDEN);
    }

    /** One instruction: what, how many to skip if it holds and if not, its number. */
    private void add(int what, int then, int otherwise, int number) {
        program.putShort((short) what).put((byte) then).put((byte) otherwise).putInt(number);
    }
}
