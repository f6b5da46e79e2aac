package backprop.grade.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of system calls, against the kernel's own, and what the filter does with them. */
class SystemCallFilterTest {
    private static final Pattern DEFINED = Pattern.compile("(?m)^#define\\s+__NR(?:3264)?_(\\w+)\\s+(\\d+)\\b");
    private static final List<String> REFUSED = List.of(
            "fork",
            "vfork",
            "ptrace",
            "socket",
            "connect",
            "sendmsg",
            "recvmsg",
            "setsockopt",
            "memfd_create",
            "shmget",
            "shmat",
            "mq_open",
            "pipe",
            "pipe2",
            "vmsplice",
            "splice",
            "tee",
            "io_uring_setup",
            "userfaultfd",
            "process_vm_readv",
            "process_vm_writev",
            "keyctl",
            "add_key",
            "bpf",
            "mount",
            "umount2",
            "pivot_root",
            "chroot",
            "fsopen",
            "move_mount",
            "open_tree",
            "setns",
            "unshare",
            "inotify_init",
            "inotify_init1",
            "fanotify_init",
            "epoll_create1",
            "eventfd2",
            "timerfd_create",
            "signalfd4",
            "kill",
            "tkill",
            "rt_sigqueueinfo",
            "pidfd_open",
            "pidfd_getfd",
            "open_by_handle_at",
            "execveat",
            "clone3",
            "perf_event_open",
            "setrlimit",
            "personality",
            "mlock",
            "mlockall",
            "setuid",
            "setgid",
            "capset",
            "seccomp",
            "symlink",
            "link",
            "mknod",
            "sched_setaffinity",
            "setpriority");
    private static final int ALLOWED = 0x7fff0000;
    private static final int FORBIDDEN = 0x00050001;
    private static final int NOT_THERE = 0x00050026;
    private static final int X86_64 = 0xC000003E;

    @Test
    void numbersAreTheKernels() throws IOException {
        require("/usr/include/x86_64-linux-gnu/asm/unistd_64.h", SystemCall::x86);
        require("/usr/include/asm-generic/unistd.h", SystemCall::arm);
    }

    private static void require(String header, Function<SystemCall, OptionalInt> number) throws IOException {
        assumeTrue(Files.exists(Path.of(header)), "no " + header);
        Map<String, Integer> numbers = new HashMap<>();
        Matcher line = DEFINED.matcher(Files.readString(Path.of(header)));
        while (line.find()) {
            numbers.putIfAbsent(line.group(1).replace("newfstatat", "fstatat"), number(line));
        }
        for (SystemCall call : SystemCall.allowed()) {
            Integer known = numbers.get(call.name().replace("newfstatat", "fstatat"));
            OptionalInt ours = number.apply(call);
            if (known != null) {
                assertThat(ours).as(call.name()).hasValue(known);
            }
            if (ours.isPresent() && known == null) {
                assertThat(call.name()).isIn("renameat", "getrlimit");
            }
        }
    }

    private static int number(Matcher line) {
        return Integer.parseInt(line.group(2));
    }

    @ParameterizedTest
    @CsvSource({"x86_64", "aarch64"})
    void numbersAreLibseccomps(String machine) throws Exception {
        Path resolver = Path.of("/usr/bin/scmp_sys_resolver");
        assumeTrue(Files.isExecutable(resolver), "no " + resolver);
        for (SystemCall call : SystemCall.allowed()) {
            Process asked = new ProcessBuilder(resolver.toString(), "-a", machine, call.name()).start();
            int number =
                    Integer.parseInt(new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
            OptionalInt ours = machine.equals("x86_64") ? call.x86() : call.arm();
            assertThat(ours.orElse(-1)).as(call.name()).isEqualTo(Math.max(number, -1));
        }
    }

    @Test
    void whatReachesBeyondTheMachineIsNotInTheList() throws IOException {
        assertThat(SystemCall.allowed().stream().map(SystemCall::name))
                .doesNotContainAnyElementsOf(REFUSED)
                .doesNotHaveDuplicates();
    }

    /** What a mapping may be: the machine's own memory, a file, shared or not; never shared memory without a file. */
    @ParameterizedTest
    @CsvSource({"0x22, true", "0x02, true", "0x01, true", "0x4022, true", "0x21, false", "0x20, false", "0x8021, false"
    })
    void aMappingIsCountedOrAFile(String flags, boolean allowed, @TempDir Path folder) throws IOException {
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "numbers of x86-64");
        ByteBuffer program = ByteBuffer.wrap(Files.readAllBytes(SystemCallFilter.written(folder)));
        int[] data = {9, X86_64, 0, 0, 0, 0, 4096, 0, 3, 0, Integer.decode(flags), 0};
        assertThat(decided(program, data)).isEqualTo(allowed ? ALLOWED : FORBIDDEN);
    }

    /** The number of a call, its first and second argument, and what becomes of it. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, allowed",
        "202, 0, 0, allowed",
        "56, 0x10000, 0, allowed",
        "56, 0x3d0f00, 0, allowed",
        "56, 0x11, 0, forbidden",
        "57, 0, 0, forbidden",
        "41, 1, 1, forbidden",
        "41, 38, 5, forbidden",
        "319, 0, 0, forbidden",
        "157, 15, 0, allowed",
        "157, 1, 0, forbidden",
        "157, 4, 0, forbidden",
        "157, 22, 0, forbidden",
        "72, 0, 3, allowed",
        "72, 0, 1031, forbidden",
        "72, 0, 8, forbidden",
        "16, 0, 0x541b, allowed",
        "16, 0, 0x5412, forbidden",
        "302, 0, 7, allowed",
        "302, 1, 7, forbidden",
        "435, 0, 0, not there",
        "425, 0, 0, not there",
        "9999, 0, 0, not there",
        "0x40000000, 0, 0, forbidden",
        "0x40000039, 0, 0, forbidden",
        "-1, 0, 0, forbidden"
    })
    void theFilterDecides(String call, String first, String second, String expected, @TempDir Path folder)
            throws IOException {
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "numbers of x86-64");
        ByteBuffer program = ByteBuffer.wrap(Files.readAllBytes(SystemCallFilter.written(folder)));
        int[] data = {Integer.decode(call), X86_64, 0, 0, Integer.decode(first), 0, Integer.decode(second), 0};
        int answer = switch (expected) {
            case "allowed" -> ALLOWED;
            case "forbidden" -> FORBIDDEN;
            default -> NOT_THERE;
        };
        assertThat(decided(program, data)).isEqualTo(answer);
        assertThat(decided(program, new int[] {data[0], 0x40000003, 0, 0, 0, 0, 0, 0}))
                .as("32 bits")
                .isEqualTo(1 << 31);
    }

    /** What the kernel does with a program of these few instructions. */
    private static int decided(ByteBuffer program, int[] data) {
        ByteBuffer code = program.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int loaded = 0;
        for (int at = 0; true; at++) {
            int kind = code.getShort(8 * at);
            int number = code.getInt(8 * at + 4);
            boolean holds = switch (kind) {
                case 0x15 -> loaded == number;
                case 0x35 -> Integer.compareUnsigned(loaded, number) >= 0;
                case 0x45 -> (loaded & number) != 0;
                default -> false;
            };
            if (kind == 0x06) {
                return number;
            }
            if (kind == 0x20) {
                loaded = data[number / 4];
            }
            if (kind != 0x20) {
                at += code.get(8 * at + (holds ? 2 : 3)) & 0xff;
            }
        }
    }

    @Test
    void eachMachineHasItsOwnFile(@TempDir Path folder) throws IOException {
        Path once = SystemCallFilter.written(folder);
        assertThat(SystemCallFilter.written(folder)).isEqualTo(once);
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".tmp"));
    }
}
