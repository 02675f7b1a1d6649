package errand.amap.sandbox;

import errand.agent.Money;
import errand.amap.maps.Category;
import errand.amap.maps.Location;
import errand.runtime.sandbox.pack.Column;
import errand.runtime.sandbox.pack.PackRow;
import errand.runtime.sandbox.pack.PackTable;
import errand.runtime.sandbox.pack.PackTable.Read;
import errand.runtime.sandbox.pack.WorldPack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Places that a world pack brings; restaurants among them have set meals and tables. */
final class PackedPlaces {

    private static final Pattern ID = Pattern.compile("\\w{1,40}");
    private static final String HOURS = "\\d\\d:\\d\\d–\\d\\d:\\d\\d";
    private static final int FARTHEST = 110;

    static final PackTable<Row> TABLE =
            new PackTable<>(
                    "amap/places.csv",
                    "A place where people go; a restaurant also has set meals for groups and tables",
                    List.of(
                            Column.of(
                                    "id",
                                    "letters, digits and _",
                                    "Unique in the file",
                                    "TEAHOUSE1"),
                            Column.text("name", "Chinese name", "湖畔茶馆"),
                            Column.texts("also", "Other names, English first", "Lakeside Teahouse")
                                    .optional(),
                            Column.text("city", "A city of the map, by any of its names", "杭州"),
                            Column.of(
                                    "category",
                                    "one of the categories",
                                    "What it is",
                                    "restaurant"),
                            Column.text("address", "Street address", "杭州市西湖区北山街1号"),
                            Column.degrees("lat", 15, 55, "Degrees north, WGS-84", "30.2592"),
                            Column.degrees("lon", 70, 140, "Degrees east, WGS-84", "120.1450"),
                            Column.flag("indoor", "Whether it is indoors", "yes").optional(),
                            Column.number("rating", 1, 5, "Stars; 4.5 when blank", "4.7")
                                    .optional(),
                            Column.whole(
                                            "visits",
                                            1,
                                            100_000_000,
                                            "Visits in a year; 100000 when blank",
                                            "250000")
                                    .optional(),
                            Column.of(
                                            "hours",
                                            "HH:mm–HH:mm",
                                            "Opening hours, the same every day; 09:00–21:00 when blank",
                                            "10:00–22:00")
                                    .optional(),
                            Column.yuan(
                                            "perPerson",
                                            "What one person usually pays; of a restaurant the price of its set meal",
                                            "88")
                                    .optional(),
                            Column.text(
                                            "cuisine",
                                            "Of a restaurant; what is usual in the region when blank",
                                            "江浙菜")
                                    .optional()),
                    Row::new);

    private final WorldPack pack;
    private final List<Sight> sights = new ArrayList<>();
    private final List<Restaurant> restaurants = new ArrayList<>();

    private PackedPlaces(WorldPack pack) {
        this.pack = pack;
    }

    static PackedPlaces of(WorldPack pack, Cities cities) {
        PackedPlaces packed = new PackedPlaces(pack);
        pack.rows(TABLE).forEach(read -> packed.take(read, cities));
        return packed;
    }

    /** A line of the file, before it is known whether its city is. */
    record Row(
            String id,
            List<String> names,
            String city,
            Category category,
            String address,
            Location at,
            boolean indoor,
            int tenths,
            int visits,
            String hours,
            Money perPerson,
            String cuisine) {

        Row(PackRow row) {
            this(
                    row.matching("id", ID, "1 to 40 letters, digits or _"),
                    names(row),
                    row.text("city"),
                    category(row),
                    row.text("address"),
                    new Location(row.decimal("lon"), row.decimal("lat")),
                    row.flag("indoor"),
                    (int) Math.round(row.decimal("rating", 4.5) * 10),
                    row.whole("visits", 100_000),
                    hours(row),
                    row.yuanOrNothing("perPerson"),
                    row.optional("cuisine").orElse(""));
        }

        private static List<String> names(PackRow row) {
            List<String> names = new ArrayList<>(List.of(row.text("name")));
            names.addAll(row.list("also"));
            return List.copyOf(names);
        }

        private static Category category(PackRow row) {
            List<String> possible =
                    Arrays.stream(Category.values())
                            .map(category -> category.name().toLowerCase(Locale.ROOT))
                            .toList();
            String said = row.choice("category", possible, "other");
            return Category.valueOf(said.toUpperCase(Locale.ROOT));
        }

        private static String hours(PackRow row) {
            String hours = row.optional("hours").orElse("09:00–21:00").replace('-', '–');
            if (!hours.matches(HOURS) || !Hours.isValid(hours)) {
                row.refuse(
                        "hours", "'%s' is not HH:mm–HH:mm, such as 09:00–21:00.".formatted(hours));
            }
            return hours;
        }
    }

    private void take(Read<Row> read, Cities cities) {
        Row row = read.row();
        City city = cities.find(row.city()).orElse(null);
        if (city == null) {
            pack.reject(
                    TABLE,
                    read.line(),
                    "city: '%s' is no city of the map; it knows %d, such as 杭州."
                            .formatted(row.city(), cities.all().size()));
        } else if (row.at().kilometresTo(city.middle()) > FARTHEST) {
            pack.reject(
                    TABLE,
                    read.line(),
                    "lat, lon: The point is more than %d km from the middle of %s."
                            .formatted(FARTHEST, city.zh()));
        } else if (row.category() == Category.RESTAURANT && row.perPerson().amount() == 0) {
            pack.reject(
                    TABLE, read.line(), "perPerson: A restaurant needs a price for its set meal.");
        } else {
            take(row, city);
        }
    }

    private void take(Row row, City city) {
        Sight sight =
                new Sight(
                        row.id(),
                        row.names(),
                        city,
                        row.address(),
                        row.category(),
                        row.indoor(),
                        row.at(),
                        row.tenths(),
                        row.visits(),
                        row.hours(),
                        row.perPerson().amount(),
                        true);
        if (row.category() != Category.RESTAURANT) {
            sights.add(sight);
            return;
        }
        String cuisine = row.cuisine().isEmpty() ? Restaurants.cuisine(city, 0) : row.cuisine();
        restaurants.add(new Restaurant("M-" + row.id(), sight, cuisine));
    }

    boolean replaces() {
        return pack.replaces(TABLE);
    }

    /** Without restaurants. */
    List<Sight> sights() {
        return List.copyOf(sights);
    }

    List<Restaurant> restaurants() {
        return List.copyOf(restaurants);
    }
}
