package errand.runtime.sandbox;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is wanted of a shop, as it is kept with its quote: the offer id of a {@link Basket}.
 *
 * @param day on which it was quoted
 * @param deliverTo where to, empty when it was not said
 */
public record Slip(LocalDate day, List<Wanted> lines, String deliverTo) {

    /** So many of one thing. */
    public record Wanted(String itemId, int quantity) {}

    /** What is wanted twice is wanted once, and more of it. */
    public Slip {
        Map<String, Integer> together = new LinkedHashMap<>();
        lines.forEach(line -> together.merge(line.itemId(), line.quantity(), Math::addExact));
        lines =
                together.entrySet().stream()
                        .map(entry -> new Wanted(entry.getKey(), entry.getValue()))
                        .toList();
    }

    /** One of one thing, nowhere. */
    public static Slip one(LocalDate day, String itemId) {
        return new Slip(day, List.of(new Wanted(itemId, 1)), "");
    }

    /** How many of a thing that is on the slip. */
    public int quantityOf(String itemId) {
        return lines.stream()
                .filter(line -> line.itemId().equals(itemId))
                .mapToInt(Wanted::quantity)
                .findFirst()
                .orElseThrow();
    }

    /** Such as {@code 2026-11-23;S001001*12,S001007*1;杭州市…}. */
    public String offerId() {
        return lines.stream()
                .map(line -> line.itemId() + "*" + line.quantity())
                .collect(Collectors.joining(",", day + ";", ";" + deliverTo));
    }

    /** Empty when the text is no slip. */
    public static Optional<Slip> of(String offerId) {
        String[] parts = offerId.split(";", 3);
        if (parts.length < 3 || parts[1].isEmpty()) {
            return Optional.empty();
        }
        try {
            List<Wanted> lines = Arrays.stream(parts[1].split(",")).map(Slip::wanted).toList();
            return Optional.of(new Slip(LocalDate.parse(parts[0]), lines, parts[2]));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Wanted wanted(String line) {
        int star = line.lastIndexOf('*');
        if (star < 1) {
            throw new IllegalArgumentException("'" + line + "' is not <item>*<quantity>.");
        }
        return new Wanted(line.substring(0, star), Integer.parseInt(line.substring(star + 1)));
    }
}
