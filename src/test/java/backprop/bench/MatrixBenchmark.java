package backprop.bench;

import backprop.Samples;
import backprop.matrix.Matrix;
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

/** The methods of {@link Matrix} that a training step calls, at the shapes of a layer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MatrixBenchmark {
    /** n[l-1], n[l] and m of the layer. */
    @Param({"784-100 m=64", "256-128 m=128", "16-16 m=64"})
    public String layer;

    private Matrix W;
    private Matrix b;
    private Matrix A;
    private Matrix Z;
    private Matrix dZ;

    /** Makes the matrices of the layer. */
    @Setup
    public void matrices() {
        String[] numbers = layer.split("\\D+", -1);
        int nPrev = Integer.parseInt(numbers[0]);
        int n = Integer.parseInt(numbers[1]);
        int m = Integer.parseInt(numbers[2]);
        W = Samples.normal(n, nPrev, 1);
        b = Samples.normal(n, 1, 2);
        A = Samples.normal(nPrev, m, 3);
        Z = Samples.normal(n, m, 4);
        dZ = Samples.normal(n, m, 5);
    }

    /** W A. */
    @Benchmark
    public Matrix mult() {
        return W.mult(A);
    }

    /** Wᵀ dZ. */
    @Benchmark
    public Matrix multTransA() {
        return W.multTransA(dZ);
    }

    /** dZ Aᵀ. */
    @Benchmark
    public Matrix multTransB() {
        return dZ.multTransB(A);
    }

    /** Z + b, where b is meant for every column. */
    @Benchmark
    public Matrix plusBroadcast() {
        return Z.plus(b);
    }

    /** Z ⊙ dZ. */
    @Benchmark
    public Matrix hadamard() {
        return Z.hadamard(dZ);
    }

    /** max(0, Z). */
    @Benchmark
    public Matrix map() {
        return Z.map(z -> Math.max(0, z));
    }

    /** Z ← Z + c dZ, in place; c is so small that Z stays. */
    @Benchmark
    public Matrix addScaled() {
        Z.addScaled(1e-12, dZ);
        return Z;
    }

    /** Σ dZ over the examples. */
    @Benchmark
    public Matrix sumOverExamples() {
        return dZ.sumOverExamples();
    }
}
