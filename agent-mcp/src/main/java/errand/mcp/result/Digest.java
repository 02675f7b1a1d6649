package errand.mcp.result;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Parts of SHA-256, as names for what has none. */
public final class Digest {

    private Digest() {}

    /** Eight hex digits: enough to tell the tools of one server apart. */
    public static String brief(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    }

    /** {@code h:} and sixteen hex digits: the id of content that brings none. */
    static String id(byte[] content) {
        return "h:" + hex(content).substring(0, 16);
    }

    private static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
