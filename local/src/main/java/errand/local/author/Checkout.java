package errand.local.author;

import errand.local.Complaint;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The clone whose build this JVM runs on.
 *
 * @param root the folder with the sources of all modules
 */
public record Checkout(Path root) {

    private static final Pattern VERSION =
            Pattern.compile("<artifactId>errand</artifactId>\\s*<version>([^<]+)</version>");

    /**
     * Found by where this class was loaded from: {@code root/local/target/….jar}, or {@code
     * root/local/target/classes}.
     *
     * @param what needs it, for the person who has none: "images are built"
     */
    public static Checkout here(String what) {
        try {
            Path code =
                    Path.of(
                            Checkout.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            Path root = code.resolve("../../..").normalize();
            if (Files.exists(root.resolve("Dockerfile"))) {
                return new Checkout(root);
            }
            throw new Complaint(
                    "No Dockerfile beside the sources of %s: %s from a checkout, with its ./errand"
                            .formatted(code, what));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of all modules. */
    String version() throws IOException {
        var found = VERSION.matcher(Files.readString(root.resolve("pom.xml")));
        if (!found.find()) {
            throw new Complaint("%s names no version of errand".formatted(root.resolve("pom.xml")));
        }
        return found.group(1);
    }

    Path repository() {
        return root.resolve("local/target/repository");
    }
}
