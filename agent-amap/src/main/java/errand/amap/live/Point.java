package errand.amap.live;

import errand.amap.maps.Address;
import errand.amap.maps.Location;
import errand.amap.maps.Precision;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place as Amap knows it.
 *
 * @param adcode of its district or city, such as 330100
 * @param gcj where, in the coordinates of Amap
 */
record Point(
        String name,
        String address,
        String city,
        String adcode,
        Location gcj,
        Precision precision) {

    private static final Pattern DEGREES =
            Pattern.compile("(-?\\d{1,3}(?:\\.\\d+)?)\\s*[,，]\\s*(-?\\d{1,2}(?:\\.\\d+)?)");

    Address shown() {
        return new Address(name, address, city, Gcj02.toWgs84(gcj));
    }

    /** Longitude and latitude with six decimals, as Amap takes them. */
    String degrees() {
        return degrees(gcj);
    }

    static String degrees(Location gcj) {
        return String.format(Locale.ROOT, "%.6f,%.6f", gcj.lon(), gcj.lat());
    }

    /** What Amap gives as {@code 120.155070,30.274085}. */
    static Location location(String degrees) {
        Matcher parts = DEGREES.matcher(degrees.strip());
        if (!parts.matches()) {
            throw Json.malformed("has no coordinates in 'location'");
        }
        return new Location(Double.parseDouble(parts.group(1)), Double.parseDouble(parts.group(2)));
    }

    static boolean isDegrees(String text) {
        return DEGREES.matcher(text.strip()).matches();
    }
}
