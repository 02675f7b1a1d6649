package errand.amap.sandbox;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/** Opening hours as they are written: 09:00–17:00, the same every day. */
final class Hours {

    private Hours() {}

    /** Whether both are times, and it opens before it closes. */
    static boolean isValid(String hours) {
        try {
            String[] parts = hours.split("–");
            LocalTime opens = LocalTime.parse(parts[0]);
            return parts[1].equals("24:00") || opens.isBefore(LocalTime.parse(parts[1]));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** Whether a place is open at a time; what ends at 24:00 is open until midnight. */
    static boolean isOpen(String hours, LocalTime now) {
        String[] parts = hours.split("–");
        boolean begun = !now.isBefore(LocalTime.parse(parts[0]));
        boolean untilMidnight = parts[1].equals("24:00");
        return begun && (untilMidnight || now.isBefore(LocalTime.parse(parts[1])));
    }
}
