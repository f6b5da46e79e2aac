package backprop.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Tells by the first bytes of a file what it is, where it is not what its name says. */
final class FileKind {
    private static final String SAVE_AS_CSV = " — open it there and save it as CSV in UTF-8";

    /** The kinds of files by their first bytes, written as ISO 8859-1. */
    private static final Map<String, String> BEGINNINGS = new LinkedHashMap<>();

    static {
        BEGINNINGS.put("\u00D0\u00CF\u0011\u00E0", "a workbook of an old Excel" + SAVE_AS_CSV);
        BEGINNINGS.put("\u001F\u008B", "a file compressed by gzip — unpack it first");
        BEGINNINGS.put("%PDF", "a PDF");
        BEGINNINGS.put("\u0093NUMPY", "a NumPy array (.npy) — in NumPy, np.savetxt writes CSV");
        BEGINNINGS.put("PAR1", "a Parquet file — in pandas, to_csv writes CSV");
        BEGINNINGS.put("{\\rtf", "a formatted text (RTF) — save it as plain text");
        BEGINNINGS.put("\u0089PNG", "an image");
        BEGINNINGS.put("\u00FF\u00D8\u00FF", "an image");
        BEGINNINGS.put("\u00FF\u00FE", "text in UTF-16, which Excel calls Unicode text — save it as CSV in UTF-8");
        BEGINNINGS.put("\u00FE\u00FF", "text in UTF-16, which Excel calls Unicode text — save it as CSV in UTF-8");
    }

    private FileKind() {}

    /**
     * {@return what a file is that cannot be a text, such as "a PDF"; empty if nothing speaks against it}
     *
     * @param bytes the whole file
     */
    static String foreignToText(byte[] bytes) {
        String known = known(bytes);
        if (!known.isEmpty()) {
            return known;
        }
        for (int k = 0; k < Math.min(bytes.length, 1000); k++) {
            if (bytes[k] == 0) {
                return "bytes that are no text";
            }
        }
        return "";
    }

    /**
     * {@return what a file is by its first bytes, such as "a PDF"; empty if they are not known}
     *
     * @param bytes the whole file
     */
    static String known(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 1000), StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> kind : BEGINNINGS.entrySet()) {
            if (head.startsWith(kind.getKey())) {
                return kind.getValue();
            }
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return zip(bytes);
        }
        String text = head.replace("\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
            return "a web page — download the file itself, not the page that shows it";
        }
        return text.startsWith("<?xml") ? "an XML file" : "";
    }

    private static String zip(byte[] bytes) {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        } catch (IOException | IllegalArgumentException damaged) {
            return "a damaged zip archive";
        }
        if (names.stream().anyMatch(name -> name.startsWith("xl/"))) {
            return "a workbook of Excel" + SAVE_AS_CSV;
        }
        if (names.contains("content.xml")) {
            return "a document of LibreOffice" + SAVE_AS_CSV;
        }
        if (names.stream().anyMatch(name -> name.endsWith(".npy"))) {
            return "NumPy's arrays (.npz) — in NumPy, np.savetxt writes CSV";
        }
        return "a zip archive — unpack it first";
    }
}
