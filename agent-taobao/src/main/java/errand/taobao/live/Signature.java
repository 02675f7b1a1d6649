package errand.taobao.live;

import errand.runtime.live.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Signs a call as Taobao's open platform wants it ({@code sign_method=md5}): MD5 in capitals over
 * secret + each key and value in the order of keys + secret, UTF-8.
 */
final class Signature {

    private Signature() {}

    static String of(Map<String, String> fields, Secret secret) {
        StringBuilder text = new StringBuilder(secret.reveal());
        new TreeMap<>(fields)
                .forEach(
                        (key, value) -> {
                            if (!key.isEmpty() && !value.isEmpty()) {
                                text.append(key).append(value);
                            }
                        });
        return md5(text.append(secret.reveal()).toString());
    }

    private static String md5(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5.", e);
        }
    }
}
