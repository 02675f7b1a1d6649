package errand.fliggy.live;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * An offer id that says how to find the offer again, so that no instance must remember what it has
 * shown: the kind, what was asked, and what was chosen.
 *
 * @param kind {@code train}, {@code flight} or {@code hotel}
 * @param asked what the vendor was asked, in the order of the kind
 * @param chosen which of its answers
 */
record OfferKey(String kind, List<String> asked, String chosen) {

    private static final String MARK = "L.";
    private static final String BETWEEN = "\u001f";
    private static final int LONGEST = 600;

    OfferKey {
        asked = List.copyOf(asked);
    }

    String id() {
        String text = kind + BETWEEN + chosen + BETWEEN + String.join(BETWEEN, asked);
        return MARK
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<OfferKey> of(String id) {
        if (!id.startsWith(MARK) || id.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] text = Base64.getUrlDecoder().decode(id.substring(MARK.length()));
            String[] parts = new String(text, StandardCharsets.UTF_8).split(BETWEEN, -1);
            return parts.length < 3
                    ? Optional.empty()
                    : Optional.of(
                            new OfferKey(
                                    parts[0],
                                    Arrays.asList(parts).subList(2, parts.length),
                                    parts[1]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
