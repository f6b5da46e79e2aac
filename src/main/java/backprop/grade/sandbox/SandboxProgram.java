package backprop.grade.sandbox;

import backprop.grade.executor.ArchiveTraining;
import backprop.grade.executor.CellCompiler;
import backprop.grade.executor.Executor;
import java.util.List;
import java.util.stream.Stream;

/** The programs that run in a sandbox, with what each may use. */
enum SandboxProgram {
    /** Runs the code of one submission, and touches few pages: most of them live for less than a second. */
    EXECUTOR(
            Executor.class,
            ArchiveTraining.class,
            "-Xmx256m",
            "-Xmn8m",
            "-XX:MaxDirectMemorySize=16m",
            "-XX:MaxMetaspaceSize=64m",
            "-XX:CompressedClassSpaceSize=32m",
            "-XX:ReservedCodeCacheSize=32m",
            "-Dbackprop.blas=java"),
    /** Compiles the cells of many. */
    COMPILER(CellCompiler.class, CellCompiler.class, "-Xmx512m", "-XX:MaxDirectMemorySize=16m", "-Xss4m");

    /** For each virtual machine: it starts soon, writes no files, and says nothing when it ends. */
    private static final List<String> COMMON = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:-UseContainerSupport",
            "-Xlog:disable",
            "-XX:+SuppressFatalErrorMessage",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+DisableAttachMechanism",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Djava.io.tmpdir=/tmp");

    private final Class<?> main;
    private final Class<?> training;
    private final String options;

    SandboxProgram(Class<?> main, Class<?> training, String... options) {
        this.main = main;
        this.training = training;
        this.options = String.join(" ", options);
    }

    Class<?> main() {
        return main;
    }

    /** What loads the classes that it will need, and ends when its pipe does. */
    Class<?> training() {
        return training;
    }

    /** The flags of its virtual machine. */
    List<String> options() {
        return Stream.concat(COMMON.stream(), Stream.of(options.split(" ", -1))).toList();
    }
}
