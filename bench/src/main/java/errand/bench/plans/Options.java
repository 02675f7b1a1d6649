package errand.bench.plans;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What is measured and where, from {@code --name=value} arguments. */
record Options(
        String bootstrap,
        String registry,
        String api,
        Map<String, Long> pids,
        Duration measured,
        int inFlight,
        int perSecond,
        String durability,
        String json) {

    static Options of(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (!argument.startsWith("--") || parts.length != 2) {
                throw new IllegalArgumentException(
                        "'%s' is no option: it must read --name=value".formatted(argument));
            }
            given.put(parts[0].substring(2), parts[1]);
        }
        return new Options(
                needed(given, "bootstrap"),
                needed(given, "registry"),
                needed(given, "api"),
                pids(given.getOrDefault("pids", "")),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("seconds", "20"))),
                Integer.parseInt(given.getOrDefault("in-flight", "100")),
                Integer.parseInt(given.getOrDefault("rate", "20")),
                given.getOrDefault("durability", "page cache, acks=all, no fsync per append"),
                given.getOrDefault("json", ""));
    }

    private static String needed(Map<String, String> given, String name) {
        return Objects.requireNonNull(given.get(name), "--%s=… is missing".formatted(name));
    }

    private static Map<String, Long> pids(String text) {
        Map<String, Long> pids = new LinkedHashMap<>();
        for (String pid : text.split(",", -1)) {
            if (!pid.isEmpty()) {
                String[] parts = pid.split(":", 2);
                pids.put(parts[0], Long.parseLong(parts[1]));
            }
        }
        return pids;
    }
}
