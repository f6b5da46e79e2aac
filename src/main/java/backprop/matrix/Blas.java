package backprop.matrix;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The matrix product: native OpenBLAS from the folder {@code natives} beside the kit's jar, else
 * the system's BLAS, else pure Java.
 *
 * <p>{@code -Dbackprop.blas=java} asks for pure Java, which gives the same digits on every machine.
 */
public final class Blas {
  /** Netlib's logger, held so that its level stays: it would tell stderr what it loaded. */
  private static final Logger QUIET = Logger.getLogger("dev.ludovic.netlib.blas.InstanceBuilder");

  private static final BLAS INSTANCE = load();

  private Blas() {}

  /**
   * Tells which BLAS computes the products.
   *
   * @return for example {@code OpenBLAS (native)} or {@code pure Java}
   */
  public static String describe() {
    if (!(INSTANCE instanceof NativeBLAS)) {
      return "pure Java";
    }
    return Natives.openBlas().isPresent() ? "OpenBLAS (native)" : "the system's BLAS (native)";
  }

  /**
   * C = op(A) op(B), where op transposes or does not. All three are row-major without gaps. BLAS
   * counts by columns and so sees every matrix transposed: it computes Cᵀ = op(B)ᵀ op(A)ᵀ, the same
   * numbers in the same places, without a copy.
   *
   * @param A entries of A, row by row
   * @param colsA columns of A as stored
   * @param transA whether op(A) = Aᵀ
   * @param B entries of B, row by row
   * @param colsB columns of B as stored
   * @param transB whether op(B) = Bᵀ
   * @param C receives the product, (rows, cols)
   * @param rows rows of C
   * @param inner columns of op(A), which are the rows of op(B)
   * @param cols columns of C
   */
  static void gemm(
      double[] A,
      int colsA,
      boolean transA,
      double[] B,
      int colsB,
      boolean transB,
      double[] C,
      int rows,
      int inner,
      int cols) {
    INSTANCE.dgemm(
        transB ? "T" : "N",
        transA ? "T" : "N",
        cols,
        rows,
        inner,
        1.0,
        B,
        Math.max(1, colsB),
        A,
        Math.max(1, colsA),
        0.0,
        C,
        Math.max(1, cols));
  }

  private static BLAS load() {
    QUIET.setLevel(Level.OFF);
    Optional<Path> library =
        System.getProperty("backprop.blas", "native").equals("java")
            ? Optional.empty()
            : Natives.openBlas().or(Natives::systemBlas);
    if (library.isEmpty()) {
      System.setProperty("dev.ludovic.netlib.blas.allowNative", "false");
      return JavaBLAS.getInstance();
    }
    System.setProperty("dev.ludovic.netlib.blas.nativeLibPath", library.get().toString());
    try {
      Natives.loadCompanions(library.get());
      return NativeBLAS.getInstance();
    } catch (RuntimeException | LinkageError unusable) {
      return JavaBLAS.getInstance();
    }
  }
}
