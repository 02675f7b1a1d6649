package errand.runtime.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes ids: new ones for quotes, and for writes the same one for the same task. */
public final class Ids {

    private Ids() {}

    /** {@code q_} + UUIDv7. */
    public static String quote(Instant now, RandomGenerator random) {
        long high = (now.toEpochMilli() << 16) | 0x7000 | random.nextInt(1 << 12);
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return "q_" + new UUID(high, low);
    }

    /** The same for the same task, another one for any other. */
    public static String ofTask(String prefix, String taskId) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(taskId.getBytes(StandardCharsets.UTF_8));
            return prefix + HexFormat.of().withUpperCase().formatHex(digest, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
