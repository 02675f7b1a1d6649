package errand.orchestrator.web;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the chat page: the flat folder {@code errand/orchestrator/page} of the class path.
 * Browsers ask each time whether a file is still the one they have, so that an update shows at
 * once.
 */
@RestController
class PageController {

    private static final String FOLDER = "errand/orchestrator/page/";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*\\.(html|css|js|svg)");
    private static final Map<String, MediaType> TYPES =
            Map.of(
                    "html", MediaType.parseMediaType("text/html;charset=UTF-8"),
                    "css", MediaType.parseMediaType("text/css;charset=UTF-8"),
                    "js", MediaType.parseMediaType("text/javascript;charset=UTF-8"),
                    "svg", MediaType.parseMediaType("image/svg+xml"));

    /** Scripts and styles from here only, none inline, and no other page may frame this one. */
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private final Map<String, File> files = new ConcurrentHashMap<>();

    private record File(byte[] bytes, String tag, MediaType type) {}

    @GetMapping("/")
    ResponseEntity<byte[]> page() throws IOException {
        return file("index.html");
    }

    @GetMapping("/page/{name}")
    ResponseEntity<byte[]> file(@PathVariable String name) throws IOException {
        File file = NAME.matcher(name).matches() ? find(name) : null;
        if (file == null) {
            throw Problem.notFound("file", "/page/" + name).refusal();
        }
        return ResponseEntity.ok()
                .contentType(file.type())
                .cacheControl(CacheControl.noCache())
                .eTag(file.tag())
                .header("Content-Security-Policy", POLICY)
                .header("Content-Disposition", "inline")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(file.bytes());
    }

    private @Nullable File find(String name) throws IOException {
        File known = files.get(name);
        if (known != null) {
            return known;
        }
        ClassLoader here = PageController.class.getClassLoader();
        try (InputStream in = here.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                return null;
            }
            byte[] bytes = in.readAllBytes();
            MediaType type =
                    TYPES.getOrDefault(
                            name.substring(name.indexOf('.') + 1),
                            MediaType.APPLICATION_OCTET_STREAM);
            File read = new File(bytes, '"' + fingerprint(bytes) + '"', type);
            files.put(name, read);
            return read;
        }
    }

    private static String fingerprint(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every JDK has SHA-256", absent);
        }
    }
}
