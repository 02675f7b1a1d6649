package errand.alipay.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes ids: the same one for the same task, another one for any other. */
final class Ids {

    private Ids() {}

    static String ofTask(String prefix, String taskId) {
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
