package backprop.matrix;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ejml.data.DMatrixRMaj;

/**
 * The matrix product: native OpenBLAS from the folder {@code natives} beside the library's jar, else the system's BLAS,
 * else pure Java.
 *
 * <p>{@code -Dbackprop.blas=java} asks for pure Java, which gives the same digits on every machine.
 */
public final class Blas {
    /** Netlib's logger, held so that its level stays: it would tell stderr what it loaded. */
    private static final Logger QUIET = Logger.getLogger("dev.ludovic.netlib.blas.InstanceBuilder");

    private static final BLAS INSTANCE = load();

    private Blas() {}

    /** {@return which BLAS computes the products: {@code OpenBLAS (native)} or {@code pure Java}} */
    public static String describe() {
        if (!(INSTANCE instanceof NativeBLAS)) {
            return "pure Java";
        }
        return Natives.openBlas().isPresent() ? "OpenBLAS (native)" : "the system's BLAS (native)";
    }

    /**
     * C ← op(A) op(B), where op transposes or does not. BLAS counts by columns and so sees every matrix transposed: it
     * computes Cᵀ = op(B)ᵀ op(A)ᵀ, the same numbers in the same places, without a copy.
     */
    static void gemm(DMatrixRMaj A, boolean transA, DMatrixRMaj B, boolean transB, DMatrixRMaj C) {
        String opA = transA ? "T" : "N";
        String opB = transB ? "T" : "N";
        int k = transA ? A.numRows : A.numCols;
        int n = C.numCols;
        int strideA = Math.max(1, A.numCols);
        int strideB = Math.max(1, B.numCols);
        int strideC = Math.max(1, n);
        INSTANCE.dgemm(opB, opA, n, C.numRows, k, 1.0, B.data, strideB, A.data, strideA, 0.0, C.data, strideC);
    }

    private static BLAS load() {
        QUIET.setLevel(Level.OFF);
        Optional<Path> library = System.getProperty("backprop.blas", "native").equals("java")
                ? Optional.empty()
                : Natives.openBlas().or(Natives::systemBlas);
        if (library.isEmpty()) {
            System.setProperty("dev.ludovic.netlib.blas.allowNative", "false");
            return JavaBLAS.getInstance();
        }
        System.setProperty(
                "dev.ludovic.netlib.blas.nativeLibPath", library.get().toString());
        try {
            Natives.loadCompanions(library.get());
            return NativeBLAS.getInstance();
        } catch (RuntimeException | LinkageError unusable) {
            return JavaBLAS.getInstance();
        }
    }
}
