package backprop.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Whole steps of the kit's trainer; run with JMH's gc profiler it tells what a step allocates. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StepBenchmark {
    /** The task, in the words of {@link Worker}. */
    @Param({
        "sgd 784-100-10 64",
        "sgd 784-100-10 512",
        "sgd 784-256-128-10 128",
        "sgd 64-32-10 32",
        "sgd 2-16-16-2 64",
        "sgd 784-1024-1024-10 256"
    })
    public String task;

    private Program kit;

    /** Makes network, batch and trainer. */
    @Setup
    public void program() {
        String[] words = task.split(" ", -1);
        kit = new KitProgram(Task.of(words[0], words[1], words[2]));
    }

    /** {@code trainer.step(batch)}. */
    @Benchmark
    public void step() {
        kit.step();
    }
}
