package errand.fliggy.sandbox;

import errand.fliggy.travel.Position;
import errand.fliggy.travel.VisitSlot;
import errand.runtime.sandbox.pack.Column;
import errand.runtime.sandbox.pack.PackRow;
import errand.runtime.sandbox.pack.PackTable;
import errand.runtime.sandbox.pack.PackTables;
import errand.runtime.sandbox.pack.WorldPack;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tables that fliggy's sandbox takes from a world pack: hotels and attractions. */
public final class FliggyPack implements PackTables {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,20}");
    private static final Column CITY =
            Column.of("city", "city of this world", "Chinese, English or code", "杭州");
    private static final Column LONGITUDE =
            Column.degrees("longitude", -180, 180, "Degrees east, GCJ-02", "120.14");
    private static final List<String> SLOTS = List.of("morning", "afternoon", "evening");

    @Override
    public List<PackTable<?>> tables() {
        Cities cities = Cities.shipped();
        return List.of(hotels(cities), sights(cities));
    }

    @Override
    public void check(WorldPack pack) {
        Cities cities = Cities.shipped();
        WorldPlan plan = new WorldPlan(0, 1, pack);
        new Lodgings(plan, cities);
        new Sights(plan, cities);
    }

    static PackTable<Hotel> hotels(Cities cities) {
        return new PackTable<>(
                "fliggy/hotels.csv",
                "A hotel; rooms and prices of a night follow from its price by type, weekday and holiday.",
                List.of(
                        Column.of(
                                "id",
                                "letters and digits, up to 20",
                                "Id; one of a generated hotel replaces it",
                                "HGH901"),
                        Column.text("name", "Name in Chinese", "湖畔书院酒店"),
                        Column.text("english", "Name in English", "Lakeside Academy").optional(),
                        CITY,
                        Column.whole("stars", 2, 5, "Stars", "4"),
                        Column.text(
                                "address", "Street address, with city and district", "杭州市西湖区北山街8号"),
                        Column.degrees("latitude", -90, 90, "Degrees north, GCJ-02", "30.26"),
                        LONGITUDE,
                        Column.yuan("price", "An ordinary night in a room with a large bed", "520"),
                        Column.flag("breakfast", "Whether it is included", "yes").optional(),
                        Column.texts(
                                        "tags",
                                        "What is said of it, Chinese or English",
                                        "湖景;lake view")
                                .optional()),
                row -> hotel(row, cities));
    }

    private static Hotel hotel(PackRow row, Cities cities) {
        return new Hotel(
                id(row),
                row.text("name"),
                row.optional("english").orElse(row.text("name")),
                city(row, cities),
                row.whole("stars"),
                row.text("address"),
                position(row),
                row.list("tags"),
                row.flag("breakfast"),
                row.yuan("price").amount());
    }

    static PackTable<Sight> sights(Cities cities) {
        return new PackTable<>(
                "fliggy/attractions.csv",
                "An attraction that sells tickets per day and time slot.",
                List.of(
                        Column.of(
                                "id",
                                "letters and digits, up to 20",
                                "Id; one of a generated attraction replaces it",
                                "HGH901"),
                        Column.text("name", "Name in Chinese", "运河灯会"),
                        Column.text("english", "Name in English", "Canal Lantern Fair").optional(),
                        Column.text(
                                "kind",
                                "What it is, Chinese first, then words to find it by",
                                "灯会 lantern fair night"),
                        CITY,
                        Column.text(
                                "address", "Street address, with city and district", "杭州市拱墅区运河路1号"),
                        Column.degrees("latitude", -90, 90, "Degrees north, GCJ-02", "30.32"),
                        LONGITUDE,
                        Column.yuan("price", "A ticket for an adult; others pay half", "80"),
                        Column.whole(
                                        "tickets",
                                        1,
                                        100_000,
                                        "Tickets of a slot on an ordinary day; 500 when blank",
                                        "800")
                                .optional(),
                        Column.of(
                                        "slots",
                                        "morning;afternoon;evening",
                                        "When people are let in; morning and afternoon when blank",
                                        "evening")
                                .optional()),
                row -> sight(row, cities));
    }

    private static Sight sight(PackRow row, Cities cities) {
        return new Sight(
                id(row),
                row.text("name"),
                row.optional("english").orElse(row.text("name")),
                row.text("kind"),
                city(row, cities),
                row.text("address"),
                position(row),
                slots(row),
                row.whole("tickets", 500),
                row.yuan("price").amount());
    }

    private static String id(PackRow row) {
        return row.matching("id", ID, "1 to 20 letters and digits");
    }

    private static City city(PackRow row, Cities cities) {
        String said = row.text("city");
        Optional<City> city = cities.find(said).or(() -> cities.ofCode(said));
        if (city.isEmpty()) {
            row.refuse(
                    "city",
                    "'%s' is no city of this world. Cities are: %s."
                            .formatted(said, cities.offered(true)));
        }
        return city.orElseGet(() -> cities.all().getFirst());
    }

    private static Position position(PackRow row) {
        return new Position(row.decimal("latitude"), row.decimal("longitude"));
    }

    private static List<VisitSlot> slots(PackRow row) {
        List<String> said =
                row.list("slots").stream().map(slot -> slot.toLowerCase(Locale.ROOT)).toList();
        for (String slot : said) {
            if (!SLOTS.contains(slot)) {
                row.refuse(
                        "slots",
                        "'%s' is not one of %s.".formatted(slot, String.join(", ", SLOTS)));
            }
        }
        List<VisitSlot> slots =
                SLOTS.stream()
                        .filter(said::contains)
                        .map(slot -> VisitSlot.valueOf(slot.toUpperCase(Locale.ROOT)))
                        .toList();
        return slots.isEmpty() ? List.of(VisitSlot.MORNING, VisitSlot.AFTERNOON) : slots;
    }
}
