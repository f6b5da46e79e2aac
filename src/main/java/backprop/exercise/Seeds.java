package backprop.exercise;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The seeds of a check's inputs.
 *
 * @param fixed those that are the same for everybody, whenever it runs
 * @param fresh others, which a message tells when they make the difference
 */
record Seeds(List<Long> fixed, List<Long> fresh) {
    private static final int COUNT = 3;
    /** With this set, the fresh seeds are the same everywhere too. */
    static final String PROPERTY = "backprop.seed";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LARGEST = 1_000_000;

    /** The seeds of the next check. */
    static Seeds next(Class<?> contract) {
        Long given = Long.getLong(PROPERTY);
        return of(contract, given == null ? RANDOM.nextInt(LARGEST) : given);
    }

    /** Those of the next check by hidden tests, which no message may tell, and which no other seed gives away. */
    static Seeds nextHidden(Class<?> contract) {
        Long given = Long.getLong(PROPERTY);
        return hidden(contract, given == null ? RANDOM.nextLong() : given);
    }

    /**
     * For the public tests of a whole class: its messages tell these, and nobody can tell from them the seed that they
     * come from.
     */
    static Seeds shown(Class<?> contract, long secret) {
        return of(contract, Math.floorMod(mixed("shown", contract, secret), (long) LARGEST));
    }

    /** For the hidden tests of a whole class. */
    static Seeds hidden(Class<?> contract, long secret) {
        return of(contract, mixed("hidden", contract, secret) >>> 2); // three in a row, none negative
    }

    private static long mixed(String purpose, Class<?> contract, long secret) {
        try {
            byte[] text = (purpose + "\n" + contract.getName() + "\n" + secret).getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }

    /** The contract's own, and fresh ones from a seed that was told. */
    static Seeds of(Class<?> contract, long first) {
        return new Seeds(from(hash(contract), COUNT), from(first, COUNT));
    }

    /** So many seeds, one after the other. */
    static List<Long> from(long first, int count) {
        return LongStream.range(first, first + count).boxed().toList();
    }

    /** The contract's own, or two exercises of the same shapes would have the same inputs. */
    private static long hash(Class<?> contract) {
        return contract.getSimpleName().hashCode();
    }
}
