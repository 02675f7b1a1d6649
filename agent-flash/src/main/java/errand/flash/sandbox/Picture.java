package errand.flash.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Pictures as data URIs: there is nobody who would serve a file. */
final class Picture {

    private Picture() {}

    /** An SVG that shows one character. */
    static String of(String character) {
        return "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 48 48'%3E%3Ctext x='4' y='38' font-size='36'%3E"
                        .replace(" ", "%20")
                + URLEncoder.encode(character, StandardCharsets.UTF_8)
                + "%3C/text%3E%3C/svg%3E";
    }
}
