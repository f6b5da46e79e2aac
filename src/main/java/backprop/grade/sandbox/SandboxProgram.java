package backprop.grade.sandbox;

import backprop.grade.executor.ArchiveTraining;
import backprop.grade.executor.CellCompiler;
import backprop.grade.executor.Executor;
import java.util.List;

/** The programs that run in a sandbox, with what each may use. */
enum SandboxProgram {
    /** Runs the code of one submission, and touches few pages: most of them live for less than a second. */
    PLAYER(
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

    private final Class<?> main;
    private final Class<?> rehearsal;
    private final String options;

    SandboxProgram(Class<?> main, Class<?> rehearsal, String... options) {
        this.main = main;
        this.rehearsal = rehearsal;
        this.options = String.join(" ", options);
    }

    Class<?> main() {
        return main;
    }

    /** What loads the classes that it will need, and ends when its pipe does. */
    Class<?> rehearsal() {
        return rehearsal;
    }

    List<String> options() {
        return List.of(options.split(" ", -1));
    }
}
