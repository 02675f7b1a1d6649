package errand.schemas;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long a topic keeps its records.
 *
 * @param compacted the last record of each key stays
 * @param within records older than this go; null: age deletes nothing
 */
public record Kept(boolean compacted, @Nullable Duration within) {

    static Kept forEver() {
        return new Kept(false, null);
    }

    static Kept within(Duration age) {
        return new Kept(false, age);
    }

    static Kept latest() {
        return new Kept(true, null);
    }

    static Kept latestWithin(Duration age) {
        return new Kept(true, age);
    }

    /** The value of {@code cleanup.policy}. */
    public String cleanupPolicy() {
        if (!compacted) {
            return "delete";
        }
        return within == null ? "compact" : "compact,delete";
    }

    /** The value of {@code retention.ms}: -1 is for ever. */
    public long retentionMillis() {
        return within == null ? -1 : within.toMillis();
    }

    /** The topic settings that say the same to Kafka. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("cleanup.policy", cleanupPolicy());
        settings.put("retention.ms", Long.toString(retentionMillis()));
        return settings;
    }

    /** For people: {@code for ever}, {@code 7 days}, {@code compacted, 7 days}. */
    String inWords() {
        String age = within == null ? "" : age(within.toHours());
        if (compacted) {
            return "compacted" + (age.isEmpty() ? "" : ", " + age);
        }
        return age.isEmpty() ? "for ever" : age;
    }

    private static String age(long hours) {
        return hours % 24 == 0 ? hours / 24 + " days" : hours + " h";
    }
}
