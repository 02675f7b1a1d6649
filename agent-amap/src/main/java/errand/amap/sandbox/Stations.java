package errand.amap.sandbox;

import errand.amap.maps.Location;
import java.util.ArrayList;
import java.util.List;

/** Railway stations and airports of a city under all names that people give them. */
final class Stations {

    /** Every city of the world has these; where they are is made up unless it is known. */
    private enum Side {
        MAIN("", "", "", 30, 3),
        EAST("东", "East", "dong", 80, 9),
        SOUTH("南", "South", "nan", 170, 11),
        WEST("西", "West", "xi", 265, 12),
        NORTH("北", "North", "bei", 350, 10);

        private final String zh;
        private final String en;
        private final String pinyin;
        private final double bearing;
        private final double kilometres;

        Side(String zh, String en, String pinyin, double bearing, double kilometres) {
            this.zh = zh;
            this.en = en;
            this.pinyin = pinyin;
            this.bearing = bearing;
            this.kilometres = kilometres;
        }
    }

    private Stations() {}

    static List<Named> of(String zh, String en, Location middle, Points points) {
        List<Named> stations = new ArrayList<>();
        for (Side side : Side.values()) {
            Location made = middle.away(side.bearing, side.kilometres);
            Location at = points.of(zh, zh + side.zh + "站").orElse(made);
            stations.add(new Named(names(zh, en, side), at));
        }
        for (Points.Point point : points.stations(zh)) {
            if (stations.stream().noneMatch(station -> station.name().equals(point.name()))) {
                stations.add(named(zh, en, point));
            }
        }
        return List.copyOf(stations);
    }

    /** Hangzhou alone is the city; Hangzhou East is the station. */
    private static List<String> names(String zh, String en, Side side) {
        List<String> names = new ArrayList<>();
        names.add(zh + side.zh + "站");
        if (side == Side.MAIN) {
            names.addAll(List.of(zh + "火车站", zh + "高铁站", "火车站", en + " Station"));
            return List.copyOf(names);
        }
        String english = en + " " + side.en;
        names.addAll(
                List.of(
                        zh + side.zh,
                        zh + side.zh + "火车站",
                        zh + side.zh + "高铁站",
                        zh + "火车" + side.zh + "站",
                        "火车" + side.zh + "站",
                        side.zh + "站",
                        english + " Station",
                        english,
                        en + side.pinyin,
                        en + side.pinyin + " Station",
                        en + " " + side.pinyin));
        return List.copyOf(names);
    }

    private static Named named(String zh, String en, Points.Point point) {
        String alone = point.name().replaceFirst("^" + zh, "");
        String english = point.en().replaceFirst("^" + en + " ", "");
        return new Named(
                List.of(
                        point.name(),
                        alone,
                        alone.replaceAll("站$", "火车站"),
                        zh + alone.replaceAll("站$", "火车站"),
                        english + " Station",
                        en + " " + english,
                        en + " " + english + " Station"),
                point.at());
    }

    /**
     * @param written 杭州萧山国际机场=萧山机场=Hangzhou Xiaoshan Airport=30.230,120.435
     */
    static Named airport(String written, String zh, String en) {
        String[] parts = written.split("=");
        String[] degrees = parts[3].split(",");
        String full = parts[0];
        List<String> names =
                List.of(
                        full,
                        parts[1],
                        full.replace("国际", ""),
                        full.replaceFirst("^" + zh, ""),
                        parts[2],
                        parts[2].replaceFirst("^" + en + " ", ""),
                        zh + "机场",
                        "机场",
                        en + " Airport",
                        "airport");
        Location at = new Location(Double.parseDouble(degrees[1]), Double.parseDouble(degrees[0]));
        return new Named(names, at);
    }
}
