package errand.fliggy.live;

import errand.agent.Money;
import errand.runtime.sandbox.World;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A journey of the platform's list: {@code adultPrice}, {@code jumpUrl} and {@code
 * journeys[].segments[]} with {@code depStationCode}, {@code depDateTime}, {@code
 * marketingTransportNo} and {@code seatClassName}. That the other end is called {@code
 * arrStationCode} and {@code arrDateTime}, stations have names beside, prices are yuan and times
 * those of Beijing is our reading.
 */
record Journey(
        String number,
        String seatClass,
        String fromCode,
        String from,
        String toCode,
        String to,
        OffsetDateTime departs,
        OffsetDateTime arrives,
        int segments,
        Money price,
        String url) {

    /** Empty when anything is missing or makes no sense. */
    static Optional<Journey> read(JsonNode item, LinkCheck links) {
        JsonNode journeys = item.path("journeys");
        JsonNode segments = journeys.path(0).path("segments");
        Optional<String> url = links.passed(item.path("jumpUrl").asString(""));
        if (journeys.size() != 1 || segments.isEmpty() || url.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(journey(item, segments, url.get()))
                    .filter(journey -> journey.arrives().isAfter(journey.departs()))
                    .filter(journey -> !journey.number().isBlank())
                    .filter(journey -> journey.price().amount() > 0);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Journey journey(JsonNode item, JsonNode segments, String url) {
        JsonNode first = segments.path(0);
        JsonNode last = segments.path(segments.size() - 1);
        String fromCode = first.path("depStationCode").asString("");
        String toCode = last.path("arrStationCode").asString("");
        return new Journey(
                first.path("marketingTransportNo").asString("").strip(),
                first.path("seatClassName").asString("").strip(),
                fromCode,
                first.path("depStationName").asString(fromCode),
                toCode,
                last.path("arrStationName").asString(toCode),
                time(first.path("depDateTime").asString("")),
                time(last.path("arrDateTime").asString("")),
                segments.size(),
                yuan(item.path("adultPrice").asString("")),
                url);
    }

    int minutes() {
        return (int) Duration.between(departs, arrives).toMinutes();
    }

    /** 2026-12-07 08:00, with or without seconds, or with a T between. */
    private static OffsetDateTime time(String text) {
        String even = text.strip().replace(' ', 'T');
        return LocalDateTime.parse(even, DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                .atZone(World.ZONE)
                .toOffsetDateTime();
    }

    static Money yuan(String text) {
        return Money.cny(new BigDecimal(text.strip()).movePointRight(2).longValueExact());
    }
}
