package errand.amap.sandbox;

import errand.amap.maps.Location;
import errand.amap.rides.CarClass;
import errand.amap.sandbox.Ride.End;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a ride as an offer id and reads it again: {@code T-HGH03-E18-20261123} are the economy
 * cars of Hangzhou's third district from 18:00 to 19:00 of a day, and what follows is which ride.
 * Without that it is one to the middle of the city.
 */
final class RideIds {

    private static final Pattern ITEM =
            Pattern.compile("T-(?<city>[A-Z]{3})(?<area>\\d{2})-(?<car>[ECV])(?<hour>\\d{2})");
    private static final String POINT = "(-?[\\d.]+),(-?[\\d.]+)";
    private static final Pattern OFFER =
            Pattern.compile(
                    ITEM.pattern()
                            + "-(?<day>\\d{8})(;(?<minute>\\d{2});"
                            + POINT
                            + ";"
                            + POINT
                            + ";(?<crow>[\\d.]+);(?<from>[^;]*);(?<to>[^;]*))?");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int FIRST_POINT = 7;

    private final Cities cities;
    private final Fleet fleet;

    RideIds(Cities cities, Fleet fleet) {
        this.cities = cities;
        this.fleet = fleet;
    }

    static String item(City city, int area, CarClass car, int hour) {
        return "T-%s%02d-%s%02d".formatted(city.code(), area + 1, car.name().charAt(0), hour);
    }

    static String write(Ride ride) {
        return String.format(
                Locale.ROOT,
                "%s-%s;%02d;%s;%s;%s;%s;%s",
                ride.itemId(),
                DAY.format(ride.pickUp()),
                ride.pickUp().getMinute(),
                point(ride.from().at()),
                point(ride.to().at()),
                ride.crow(),
                bare(ride.from().name()),
                bare(ride.to().name()));
    }

    private static String point(Location at) {
        return at.lon() + "," + at.lat();
    }

    /** A name must not look like the end of itself. */
    private static String bare(String name) {
        return name.replace(';', ' ');
    }

    boolean isItem(String id) {
        Matcher parts = ITEM.matcher(id);
        return parts.matches()
                && cities.coded(parts.group("city"))
                        .filter(city -> hasArea(city, parts) && hour(parts) < 24)
                        .isPresent();
    }

    private static boolean hasArea(City city, Matcher parts) {
        int area = area(parts);
        return area >= 0 && area < city.districts().size();
    }

    private static int area(Matcher parts) {
        return Integer.parseInt(parts.group("area")) - 1;
    }

    private static int hour(Matcher parts) {
        return Integer.parseInt(parts.group("hour"));
    }

    Optional<Ride> read(String offerId) {
        Matcher parts = OFFER.matcher(offerId);
        return parts.matches()
                ? cities.coded(parts.group("city"))
                        .filter(city -> hasArea(city, parts))
                        .flatMap(city -> read(city, parts))
                : Optional.empty();
    }

    private Optional<Ride> read(City city, Matcher parts) {
        try {
            boolean which = parts.group("minute") != null;
            LocalDateTime pickUp =
                    LocalDate.parse(parts.group("day"), DAY)
                            .atTime(
                                    hour(parts),
                                    which ? Integer.parseInt(parts.group("minute")) : 0);
            District district = city.districts().get(area(parts));
            End from =
                    which
                            ? new End(parts.group("from"), point(parts, FIRST_POINT))
                            : new End(district.zh(), district.middle());
            End to =
                    which
                            ? new End(parts.group("to"), point(parts, FIRST_POINT + 2))
                            : new End(city.zh() + "市中心", city.middle());
            double crow =
                    which
                            ? Double.parseDouble(parts.group("crow"))
                            : from.at().kilometresTo(to.at());
            CarClass car = car(parts.group("car"));
            return Optional.of(new Ride(fleet, city, area(parts), car, pickUp, from, to, crow));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Location point(Matcher parts, int group) {
        return new Location(
                Double.parseDouble(parts.group(group)), Double.parseDouble(parts.group(group + 1)));
    }

    private static CarClass car(String letter) {
        return switch (letter) {
            case "C" -> CarClass.COMFORT;
            case "V" -> CarClass.VAN;
            default -> CarClass.ECONOMY;
        };
    }
}
