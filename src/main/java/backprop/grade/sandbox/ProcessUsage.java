package backprop.grade.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process has used so far, as the kernel tells it.
 *
 * @param seconds of the processor, of all its threads
 * @param threads how many it has
 * @param bytes of memory that it holds, in RAM or swapped out, those that it shares included
 */
record ProcessUsage(double seconds, int threads, long bytes) {
    private static final double TICKS = 100; // of a second, the same on each Linux
    private static final long PAGE = 4096;
    private static final int USER = 11; // counted behind the name, which is in brackets
    private static final int SYSTEM = 12;
    private static final int THREADS = 17;
    private static final int PAGES = 21;
    private static final Pattern SWAPPED = Pattern.compile("(?m)^VmSwap:\\s+(\\d+) kB$");

    /** Of a process; nothing where it has ended, or the system does not tell. */
    static ProcessUsage of(long process) {
        try {
            String line = text(process, "stat");
            String[] words = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return new ProcessUsage(
                    (Long.parseLong(words[USER]) + Long.parseLong(words[SYSTEM])) / TICKS,
                    Integer.parseInt(words[THREADS]),
                    Long.parseLong(words[PAGES]) * PAGE + swapped(process));
        } catch (IOException ended) {
            double seconds = ProcessHandle.of(process)
                    .flatMap(handle -> handle.info().totalCpuDuration())
                    .map(duration -> duration.toMillis() / 1e3)
                    .orElse(0.0);
            return new ProcessUsage(seconds, 0, 0);
        }
    }

    /** A page that was swapped out is in none of the numbers of {@code stat}. */
    private static long swapped(long process) throws IOException {
        Matcher found = SWAPPED.matcher(text(process, "status"));
        return found.find() ? Long.parseLong(found.group(1)) << 10 : 0;
    }

    private static String text(long process, String file) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(process), file), StandardCharsets.ISO_8859_1);
    }
}
