package errand.testkit;

import errand.agent.Money;
import errand.agent.Quote;
import errand.common.Terms;
import errand.runtime.work.AgentJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Terms as the engine makes them: what the person was shown, and its hash. */
public final class TestTerms {

    private TestTerms() {}

    /** The person agreed to these quotes, at least one, in one currency. */
    public static Terms agreed(String planId, Quote... quotes) {
        Money total =
                Arrays.stream(quotes)
                        .map(Quote::total)
                        .reduce(Money::plus)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "A card shows at least a quote"));
        List<Map<String, Object>> items = Arrays.stream(quotes).map(TestTerms::item).toList();
        return of(sorted(Map.of("planId", planId, "total", total, "items", items)));
    }

    /** Terms over a text as shown, whatever it says, with the right hash. */
    public static Terms of(String shown) {
        return Terms.newBuilder()
                .setConsentId("k_test")
                .setHash("sha256:" + sha256(shown))
                .setShown(shown)
                .build();
    }

    private static Map<String, Object> item(Quote quote) {
        return Map.of(
                "quoteId", quote.quoteId(),
                "title", quote.title(),
                "payee", quote.payee(),
                "lines", quote.lines(),
                "total", quote.total(),
                "cancellation", quote.cancellation(),
                "validUntil", quote.validUntil());
    }

    /** Keys in order at every depth, no white space: RFC 8785 for texts and whole numbers. */
    private static String sorted(Map<String, Object> value) {
        return AgentJson.write(AgentJson.read(AgentJson.write(value), Map.class));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
