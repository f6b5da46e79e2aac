package backprop;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code course golden DIR}: the kit beside the golden values of a folder. */
@Command(
        name = "course golden",
        description = "Compare the kit with golden values, of PyTorch for example.",
        footer = {
            "",
            "DIR holds one or more of activations.json, losses.json, networks.json,",
            "optimizers.json, batchnorm.json and convolution.json, in the form of those in",
            "src/test/resources/golden. The largest error is told in units of the tolerance",
            "1e-10 |golden| + 1e-15. Exit code 0: all values are within it; 1: some are",
            "not; 2: the files are not as they must be."
        })
public final class GoldenCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the folder with the golden files")
    private Path folder;

    @Spec
    private CommandSpec spec;

    /** Runs the command. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command, printing UTF-8, and one sentence where something is wrong. */
    static CommandLine commandLine() {
        OptionSpec help = OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("show this help")
                .build();
        CommandSpec spec = CommandSpec.forAnnotatedObject(new GoldenCommand()).addOption(help);
        return new CommandLine(spec)
                .setOut(utf8(FileDescriptor.out))
                .setErr(utf8(FileDescriptor.err))
                .setParameterExceptionHandler((wrong, args) -> {
                    PrintWriter err = wrong.getCommandLine().getErr();
                    err.println("course golden: " + wrong.getMessage() + ". See course golden --help.");
                    return 2;
                });
    }

    @Override
    public Integer call() {
        try {
            return compareAll();
        } catch (GoldenException wrong) {
            spec.commandLine().getErr().println(wrong.getMessage());
            return 2;
        }
    }

    /** Everything is compared before the first line is printed: a damaged file spoils no report. */
    private int compareAll() {
        List<String> found = found();
        Map<String, GoldenComparison> results = new LinkedHashMap<>();
        for (String file : found) {
            GoldenComparison result = new GoldenComparison();
            GoldenCases.of(file, GoldenNode.read(folder.resolve(file))).forEach(golden -> golden.compare(result));
            results.put(file, result);
        }
        results.forEach(this::print);
        long wrong =
                results.values().stream().filter(result -> result.wrong() > 0).count();
        print(
                wrong == 0
                        ? "All values are within the tolerance 1e-10 |golden| + 1e-15."
                        : "%s of %s files hold values beyond the tolerance 1e-10 |golden| + 1e-15."
                                .formatted(wrong, found.size()));
        return wrong == 0 ? 0 : 1;
    }

    /** The known files that are there; tells of JSON files that it leaves out. */
    private List<String> found() {
        if (!Files.isDirectory(folder)) {
            throw new GoldenException("%s must be a folder of golden files, but it is %s."
                    .formatted(folder, Files.exists(folder) ? "a file" : "not there"));
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            List<String> known =
                    GoldenCases.files().stream().filter(names::contains).toList();
            if (known.isEmpty()) {
                throw new GoldenException("%s must hold a golden file, %s, but it holds none."
                        .formatted(folder, String.join(" or ", GoldenCases.files())));
            }
            names.stream()
                    .filter(name -> name.endsWith(".json") && !known.contains(name))
                    .forEach(name -> print(name + " is left out: the kit knows no golden file of this name."));
            return known;
        } catch (IOException unreadable) {
            throw new GoldenException("%s must be a folder that can be read.".formatted(folder));
        }
    }

    private void print(String file, GoldenComparison result) {
        print(String.format(
                Locale.ROOT,
                "%-4s  %-17s %6d values, largest error %8s at %s",
                result.wrong() == 0 ? "ok" : "FAIL",
                file,
                result.count(),
                String.format(Locale.ROOT, "%.2g", result.worst().error()),
                result.worst().where()));
        if (result.wrong() > 0) {
            print("      %s values are beyond the tolerance; at the largest error the kit has %s, the file %s."
                    .formatted(
                            result.wrong(), result.worst().kit(), result.worst().golden()));
        }
        result.decided().forEach(sentence -> print("      not decided by the file: " + sentence));
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }
}
