package backprop.grade.marking;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells whether two runs would mark a file in the same way: it changes with the file, the assignment, the seed, and
 * the jars that hold Backprop and the tests.
 */
public final class Fingerprint {
    private final byte[] common;

    /**
     * Of what all submissions have in common.
     *
     * @param files the assignment and the jars; folders count by name
     * @param words the seed, and whatever else decides
     * @throws IOException if a file cannot be read
     */
    public Fingerprint(List<Path> files, Object... words) throws IOException {
        MessageDigest digest = sha256();
        for (Path file : files) {
            digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            if (Files.isRegularFile(file)) {
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        digest.update(List.of(words).toString().getBytes(StandardCharsets.UTF_8));
        common = digest.digest();
    }

    /**
     * Of a submission.
     *
     * @param notebook the bytes of its file
     * @return 32 hexadecimal digits
     * @throws IOException if they cannot be read
     */
    public String of(InputStream notebook) throws IOException {
        MessageDigest digest = sha256();
        digest.update(common);
        new DigestInputStream(notebook, digest).transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    /**
     * Of a submission that has nothing to read.
     *
     * @return 32 hexadecimal digits
     */
    public String ofNothing() {
        return HexFormat.of().formatHex(sha256().digest(common), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }
}
