package errand.testkit.vendor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Signatures as Alipay's documents describe them, made without its SDK, with keys of this run. */
public final class Rsa2 {

    /** The app's, whose private key the agent has. */
    public static final KeyPair APP = pair();

    /** Alipay's, whose public key the agent has. */
    public static final KeyPair ALIPAY = pair();

    private Rsa2() {}

    /** As the documents say: all but the signature, sorted, joined as they are. */
    public static boolean signedByApp(Map<String, String> fields) {
        Map<String, String> rest = new TreeMap<>(fields);
        String sign = rest.remove("sign");
        return sign != null && verified(content(rest), sign, APP);
    }

    /** A notice as Alipay posts it, signed. */
    public static Map<String, String> notice(Map<String, String> fields) {
        Map<String, String> signed = new LinkedHashMap<>(fields);
        signed.put("sign", sign(content(new TreeMap<>(fields)), ALIPAY));
        signed.put("sign_type", "RSA2");
        return signed;
    }

    private static String content(Map<String, String> sorted) {
        return sorted.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
    }

    static String sign(String text, KeyPair by) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(by.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean verified(String text, String sign, KeyPair by) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(by.getPublic());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(sign));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it stands in a setting. */
    public static String base64(java.security.Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
