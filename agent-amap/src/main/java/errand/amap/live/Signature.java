package errand.amap.live;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Amap's digital signature: MD5 over the parameters in alphabetical order, {@code k=v} joined by
 * {@code &} and not encoded, with the private key behind them (Amap's rule, hence MD5).
 */
final class Signature {

    private Signature() {}

    static String of(Map<String, String> parameters, String privateKey) {
        String text =
                new TreeMap<>(parameters)
                        .entrySet().stream()
                                .map(each -> each.getKey() + "=" + each.getValue())
                                .collect(Collectors.joining("&", "", privateKey));
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5.", e);
        }
    }
}
