package backprop.grade.sandbox;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the kernel lets a virtual machine have at most. These are the last bounds: the grader's own lie far below. */
enum ResourceLimit {
    /** No picture of its memory is kept when it crashes. */
    CORE("c", "core file size", 0, 1, 71),
    /** Seconds of the processor. */
    PROCESSOR("t", "cpu time", 600, 1, 72),
    /** Bytes of a file, in the blocks of 512 in which the shell counts. */
    FILE("f", "file size", 64 << 20, 512, 73),
    /** Open files; a pair of sockets, where Java needs one, can hold 200 kB at each end. */
    FILES("n", "open files", 256, 1, 74),
    /** Bytes of memory of its own, in RAM or swapped out. */
    DATA("d", "data size", 2L << 30, 1024, 75),
    /** Bytes of addresses: what a JVM reserves, and some. */
    ADDRESSES("v", "address space", 6L << 30, 1024, 76);

    private final String option;
    private final String words;
    private final long value;
    private final long unit;
    private final int refused; // the exit code of a shell that could not set it

    ResourceLimit(String option, String words, long value, long unit, int refused) {
        this.option = option;
        this.words = words;
        this.value = value;
        this.unit = unit;
        this.refused = refused;
    }

    /** What it is called in {@code /proc/PID/limits}, behind "Max". */
    String words() {
        return words;
    }

    /** As the kernel tells it. */
    long value() {
        return value;
    }

    /** For a shell: sets all limits, or ends it. */
    static String script() {
        return Arrays.stream(values())
                .map(limit ->
                        "ulimit -" + limit.option + " " + limit.value / limit.unit + " || exit " + limit.refused + "; ")
                .collect(Collectors.joining());
    }

    /** The limit that could not be set, by the shell's exit code. */
    static Optional<ResourceLimit> refused(int exit) {
        return Arrays.stream(values()).filter(limit -> exit == limit.refused).findFirst();
    }
}
