package errand.fliggy.sandbox;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;

/** Reads parts of offer ids; what is no such part is nothing. */
final class OfferIds {

    private OfferIds() {}

    /** 20261207. */
    static Optional<LocalDate> day(String part) {
        try {
            return Optional.of(LocalDate.parse(part, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static <E extends Enum<E>> Optional<E> oneOf(Class<E> type, String part) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(part))
                .findFirst();
    }
}
