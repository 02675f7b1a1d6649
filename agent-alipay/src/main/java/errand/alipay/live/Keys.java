package errand.alipay.live;

import errand.runtime.live.Secret;
import errand.runtime.live.Secrets;
import errand.runtime.settings.MissingSetting;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The app's private key (PKCS#8) and Alipay's public key (X.509), Base64 with or without PEM lines:
 * checked when the agent starts, shown to nobody.
 */
final class Keys {

    /** Environment variable; with {@code _FILE} at its end, of a file that holds it. */
    static final String APP_PRIVATE = "ERRAND_ALIPAY_APP_PRIVATE_KEY";

    /** Environment variable; with {@code _FILE} at its end, of a file that holds it. */
    static final String ALIPAY_PUBLIC = "ERRAND_ALIPAY_PUBLIC_KEY";

    private static final int FEWEST_BITS = 2048;

    private final String appPrivate;
    private final String alipayPublic;

    private Keys(String appPrivate, String alipayPublic) {
        this.appPrivate = appPrivate;
        this.alipayPublic = alipayPublic;
    }

    /**
     * @throws MissingSetting for a key that is missing, or is none; it is named
     */
    static Keys of(Secrets secrets) {
        String own = bare(secrets.get(APP_PRIVATE));
        String theirs = bare(secrets.get(ALIPAY_PUBLIC));
        check(
                APP_PRIVATE,
                "a PKCS#8 private key",
                rsa -> rsa.generatePrivate(new PKCS8EncodedKeySpec(bytes(own))));
        check(
                ALIPAY_PUBLIC,
                "an X.509 public key",
                rsa -> rsa.generatePublic(new X509EncodedKeySpec(bytes(theirs))));
        return new Keys(own, theirs);
    }

    /** How a key is read. */
    private interface Reading {
        Key by(KeyFactory rsa) throws GeneralSecurityException;
    }

    private static void check(String name, String kind, Reading reading) {
        try {
            RSAKey key = (RSAKey) reading.by(KeyFactory.getInstance("RSA"));
            if (key.getModulus().bitLength() < FEWEST_BITS) {
                throw MissingSetting.unusable(
                        name, "RSA2 needs a key of at least %d bits".formatted(FEWEST_BITS));
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Not as the cause: what it says may hold a part of the key.
            throw MissingSetting.unusable(
                    name,
                    "it is not %s for RSA, Base64, with or without PEM lines".formatted(kind));
        }
    }

    private static byte[] bytes(String key) {
        return Base64.getDecoder().decode(key);
    }

    private static String bare(Secret secret) {
        return secret.reveal().replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    }

    /** For signing only. */
    String appPrivate() {
        return appPrivate;
    }

    /** For checking signatures only. */
    String alipayPublic() {
        return alipayPublic;
    }

    @Override
    public String toString() {
        return "***";
    }
}
