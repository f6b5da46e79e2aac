package backprop.network;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The header of a .npy array: what NumPy says of the numbers that follow it.
 *
 * @param descr the type of each number, such as {@code '<f8'}
 * @param byColumns whether the first column comes first, which NumPy calls Fortran order
 * @param shape the sizes, such as {@code (2, 3)}
 */
record NpyHeader(String descr, boolean byColumns, String shape) {
    private static final Pattern HEADER =
            Pattern.compile("\\{'descr': (.+), 'fortran_order': (True|False), 'shape': (\\([\\d, ]*\\)), \\}");
    private static final String FLOAT64 = "'<f8'";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("'<f4'", "float32"),
            Map.entry("'<f2'", "float16"),
            Map.entry("'>f8'", "float64 in big-endian order"),
            Map.entry("'<i8'", "int64"),
            Map.entry("'<i4'", "int32"),
            Map.entry("'|u1'", "uint8"),
            Map.entry("'|b1'", "bool"),
            Map.entry("'<c16'", "complex128"),
            Map.entry("'|O'", "pickled Python objects"));

    /**
     * {@return the header that a text is}
     *
     * @param name the array, as messages name it
     * @param text the header with the blanks around it
     */
    static NpyHeader of(String name, String text) {
        Matcher parts = HEADER.matcher(text.strip());
        Npz.require(parts.matches(), name, "an array with a header as NumPy writes it", text.strip());
        return new NpyHeader(parts.group(1), parts.group(2).equals("True"), parts.group(3));
    }

    /**
     * {@return whether a float64 matrix comes column by column}
     *
     * @param name the array, as messages name it
     * @param rows the wanted number of rows
     * @param cols the wanted number of columns
     * @throws IllegalArgumentException if the array is of another type or shape
     */
    boolean requireMatrix(String name, int rows, int cols) {
        String type = TYPES.getOrDefault(descr, "the type " + descr);
        Npz.require(descr.equals(FLOAT64), name, "of float64 numbers", type + " — in NumPy: array.astype('<f8')");
        String wanted = "(" + rows + ", " + cols + ")";
        Npz.require(shape.equals(wanted), name, wanted, shape + hint(rows, cols));
        return byColumns;
    }

    private String hint(int rows, int cols) {
        if (shape.equals("(" + cols + ", " + rows + ")")) {
            return " — transposed?";
        }
        double[] sizes = Stream.of(shape.replaceAll("[() ]", "").split(","))
                .filter(size -> !size.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
        double product = 1;
        for (double size : sizes) {
            product *= size;
        }
        boolean sameNumbers = product == (double) rows * cols;
        return sameNumbers ? " — in NumPy: array.reshape(" + rows + ", " + cols + ")" : "";
    }
}
