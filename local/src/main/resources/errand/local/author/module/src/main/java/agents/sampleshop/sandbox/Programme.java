package agents.sampleshop.sandbox;

import errand.runtime.sandbox.Chance;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every session of every day: a function of the seed. Knows nothing of who has places. */
record Programme(long seed) {

    private static final Pattern OFFER = Pattern.compile("([A-Z]+)-(\\d{2})-(\\d{8})");
    private static final List<Integer> HOURS = List.of(10, 14, 19);

    List<Session> on(LocalDate day) {
        return Arrays.stream(Course.values())
                .flatMap(course -> HOURS.stream().map(hour -> session(course, hour, day)))
                .toList();
    }

    /** What an offer id such as {@code TEA-14-20261207} stands for. */
    Optional<Session> find(String offerId) {
        Matcher parts = OFFER.matcher(offerId);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(parts.group(3), Session.DAY);
            return on(day).stream()
                    .filter(session -> session.offerId().equals(offerId))
                    .findFirst();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Session session(Course course, int hour, LocalDate day) {
        int places = Chance.of(seed, "places", course, hour, day).between(2, course.places());
        return new Session(course, hour, day, places);
    }
}
