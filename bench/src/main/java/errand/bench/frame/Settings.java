package errand.bench.frame;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is measured, where and how, from {@code --name=value} arguments.
 *
 * @param measured how long each window lasts
 * @param inFlight how many pieces of work are under way at once; a window for each
 * @param perSecond the rate of windows at a steady rate
 * @param runs how often to measure; empty: as often as the bench does by itself
 * @param evenIfSlow whether to go on where the bound is too low for figures to say anything
 * @param durability what an acknowledged record survives
 * @param sizes numbers that one bench alone knows, by name; see {@link #size}
 * @param json where all figures go, for programs
 * @param html where the page with plots goes
 * @param compare the JSON of an earlier run
 */
public record Settings(
        Ground ground,
        Duration measured,
        List<Integer> inFlight,
        int perSecond,
        Optional<Integer> runs,
        boolean evenIfSlow,
        Durability durability,
        Map<String, Integer> sizes,
        Optional<Path> json,
        Optional<Path> html,
        Optional<Path> compare) {

    public Settings {
        inFlight = List.copyOf(inFlight);
        sizes = Map.copyOf(sizes);
        if (inFlight.isEmpty() || inFlight.stream().anyMatch(n -> n < 1)) {
            throw new IllegalArgumentException("--in-flight=… needs whole numbers from 1 on");
        }
        if (measured.toSeconds() < 1 || perSecond < 1 || runs.filter(n -> n < 1).isPresent()) {
            throw new IllegalArgumentException(
                    "--seconds=…, --rate=… and --runs=… need whole numbers from 1 on");
        }
    }

    /** Reads arguments; what is wrong with one is said in words. */
    public static Settings of(String... arguments) {
        Map<String, String> given = given(arguments);
        return new Settings(
                ground(given),
                Duration.ofSeconds(number(given, "seconds", "20")),
                Stream.of(given.getOrDefault("in-flight", "100").split(",", -1))
                        .map(n -> number("in-flight", n))
                        .toList(),
                number(given, "rate", "20"),
                Optional.ofNullable(given.get("runs")).map(n -> number("runs", n)),
                Boolean.parseBoolean(given.get("even-if-slow")),
                Durability.PAGE_CACHE,
                sizes(given.getOrDefault("sizes", "")),
                path(given, "json"),
                path(given, "html"),
                path(given, "compare"));
    }

    private static Map<String, String> given(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (!argument.startsWith("--") || parts.length != 2) {
                throw new IllegalArgumentException(
                        "'%s' is no option: it must read --name=value".formatted(argument));
            }
            given.put(parts[0].substring(2), parts[1]);
        }
        return given;
    }

    private static Ground ground(Map<String, String> given) {
        return new Ground(
                needed(given, "bootstrap"),
                needed(given, "registry"),
                needed(given, "api"),
                given.getOrDefault("database", ""),
                Path.of(given.getOrDefault("data", "")),
                given.getOrDefault("mode", "processes"),
                services(given.getOrDefault("services", "")),
                pids(given.getOrDefault("pids", "")));
    }

    private static String needed(Map<String, String> given, String name) {
        return Objects.requireNonNull(given.get(name), "--%s=… is missing".formatted(name));
    }

    private static int number(Map<String, String> given, String name, String otherwise) {
        return number(name, given.getOrDefault(name, otherwise));
    }

    private static int number(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--%s=%s is not a whole number".formatted(name, text), e);
        }
    }

    private static Optional<Path> path(Map<String, String> given, String name) {
        return Optional.ofNullable(given.get(name)).map(Path::of);
    }

    /** The same on a broker whose records survive what it says itself. */
    Settings with(Durability durability) {
        return new Settings(
                ground,
                measured,
                inFlight,
                perSecond,
                runs,
                evenIfSlow,
                durability,
                sizes,
                json,
                html,
                compare);
    }

    /**
     * A number that one bench alone knows, such as how many pages listen.
     *
     * @param otherwise what it is when nothing was said
     */
    public int size(String name, int otherwise) {
        return sizes.getOrDefault(name, otherwise);
    }

    /** {@code name:number}, with commas between. */
    private static Map<String, Integer> sizes(String text) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (String size : text.split(",", -1)) {
            if (!size.isEmpty()) {
                String[] parts = size.split(":", 2);
                int value = number("set " + parts[0], parts[parts.length - 1]);
                if (value < 0) {
                    throw new IllegalArgumentException(
                            "--set %s needs a whole number from 0 on".formatted(parts[0]));
                }
                sizes.put(parts[0], value);
            }
        }
        return sizes;
    }

    /** {@code name=URL}, with commas between. */
    private static Map<String, String> services(String text) {
        Map<String, String> services = new LinkedHashMap<>();
        for (String service : text.split(",", -1)) {
            if (!service.isEmpty()) {
                String[] parts = service.split("=", 2);
                services.put(parts[0], parts[1]);
            }
        }
        return services;
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
