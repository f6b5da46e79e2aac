package backprop.grade.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The filter on system calls, as a program for the kernel (man 2 seccomp): no new process, though as many threads as
 * the other limits allow, and none of the calls by which a program looks into others or changes what the kernel shows
 * it. What is refused is as if it were forbidden, or not there. */
final class SystemCalls {
  private static final int LOAD = 0x20;
  private static final int IF_EQUAL = 0x15;
  private static final int IF_AT_LEAST = 0x35;
  private static final int IF_SET = 0x45;
  private static final int RETURN = 0x06;
  private static final int NUMBER = 0; // where struct seccomp_data has the call, the machine, the first argument
  private static final int MACHINE = 4;
  private static final int FIRST = 16;
  private static final int ALLOW = 0x7fff0000;
  private static final int KILL = 0x80000000;
  private static final int FORBIDDEN = 0x00050000 | 1; // EPERM
  private static final int NOT_THERE = 0x00050000 | 38; // ENOSYS: the C library then takes clone for clone3
  private static final int THREAD = 0x00010000; // CLONE_THREAD
  private static final int CLONE3 = 435; // on each machine
  private static final int FROM_32_BITS = 0x40000000; // x86's other table of calls

  /** A kind of machine: the kernel's number for it, that of clone, and of the calls that are refused. */
  private record Machine(int number, int cloning, List<Integer> refused) {}

  // fork vfork ptrace mount umount2 pivot_root chroot unshare setns bpf userfaultfd perf_event_open add_key request_key
  // keyctl kexec_load init_module finit_module process_vm_readv process_vm_writev open_by_handle_at, and of io_uring
  private static final Machine X86_64 = new Machine(0xC000003E, 56, List.of(57, 58, 101, 165, 166, 155, 161, 272, 308,
      321, 323, 298, 248, 249, 250, 246, 175, 313, 310, 311, 304, 425, 426, 427));
  private static final Machine AARCH64 = new Machine(0xC00000B7, 220,
      List.of(117, 40, 39, 41, 51, 97, 268, 280, 282, 241, 217, 218, 219, 104, 105, 273, 270, 271, 265, 425, 426, 427));

  private final ByteBuffer program = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);

  private SystemCalls() {}

  /** Writes the filter for this machine.
   * @return the file
   * @throws IOException if it cannot be written */
  static Path written(Path folder) throws IOException {
    Machine machine = switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" -> X86_64;
      case "aarch64" -> AARCH64;
      default -> throw new IOException("no filter for this machine");
    };
    Path file = Files.createDirectories(folder).resolve("system-calls.bpf");
    Files.write(file, new SystemCalls().filter(machine));
    return file;
  }

  private byte[] filter(Machine machine) {
    add(LOAD, 0, 0, MACHINE);
    add(IF_EQUAL, 1, 0, machine.number);
    add(RETURN, 0, 0, KILL);
    add(LOAD, 0, 0, NUMBER);
    add(IF_AT_LEAST, 0, 1, FROM_32_BITS);
    add(RETURN, 0, 0, FORBIDDEN);
    for (int call : machine.refused) { refuse(call, FORBIDDEN); }
    refuse(CLONE3, NOT_THERE);
    add(IF_EQUAL, 0, 3, machine.cloning);
    add(LOAD, 0, 0, FIRST);
    add(IF_SET, 1, 0, THREAD);
    add(RETURN, 0, 0, FORBIDDEN);
    add(RETURN, 0, 0, ALLOW);
    byte[] bytes = new byte[program.position()];
    program.flip().get(bytes);
    return bytes;
  }

  private void refuse(int call, int how) {
    add(IF_EQUAL, 0, 1, call);
    add(RETURN, 0, 0, how);
  }

  /** One instruction: what, how many to skip if it holds and if not, its number. */
  private void add(int what, int then, int otherwise, int number) {
    program.putShort((short) what).put((byte) then).put((byte) otherwise).putInt(number);
  }
}
