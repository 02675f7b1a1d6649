package errand.fliggy.sandbox;

import errand.fliggy.travel.Position;
import errand.runtime.sandbox.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Airports and airlines of the world, by any name a person may use. */
final class Aviation {

    private final List<Airport> airports;
    private final List<Airline> airlines;

    private Aviation(List<Airport> airports, List<Airline> airlines) {
        this.airports = airports;
        this.airlines = airlines;
    }

    static Aviation shipped(Cities cities) {
        return new Aviation(
                Table.read("/fliggy/airports.csv").stream()
                        .map(row -> airport(row, cities))
                        .toList(),
                Table.read("/fliggy/airlines.csv").stream().map(Aviation::airline).toList());
    }

    List<Airline> airlines() {
        return airlines;
    }

    /** The city's airports; none where it has none. */
    List<Airport> of(City city) {
        return airports.stream().filter(airport -> airport.city().equals(city)).toList();
    }

    /** Where one means who says a place: an airport by code or name, else all of a city. */
    List<Airport> meant(String said, Cities cities) {
        String plain = plain(said);
        Optional<Airport> one =
                airports.stream().filter(airport -> isCalled(airport, plain)).findFirst();
        return one.map(List::of)
                .orElseGet(() -> cities.find(said).map(this::of).orElseGet(List::of));
    }

    /** MU, 东方航空, 中国东方航空, China Eastern. */
    Optional<Airline> airline(String said) {
        String plain = plain(said);
        return airlines.stream()
                .filter(
                        airline ->
                                plain(airline.iata()).equals(plain)
                                        || (plain.length() > 1
                                                && (plain(airline.zh()).contains(plain)
                                                        || plain(airline.en()).startsWith(plain))))
                .findFirst();
    }

    private static boolean isCalled(Airport airport, String plain) {
        String zh = airport.zh();
        return plain.equals(plain(airport.iata()))
                || plain.equals(zh)
                || plain.equals(zh + "机场")
                || plain.equals(zh + "国际机场")
                || plain.equals(zh.substring(2) + "机场")
                || plain.equals(plain(airport.en()));
    }

    private static String plain(String said) {
        return said.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s'’-]", "");
    }

    private static Airport airport(List<String> row, Cities cities) {
        return new Airport(
                row.get(0),
                cities.coded(row.get(1)),
                row.get(2),
                row.get(3),
                new Position(Double.parseDouble(row.get(4)), Double.parseDouble(row.get(5))),
                row.get(6).equals("-") ? "" : row.get(6));
    }

    private static Airline airline(List<String> row) {
        return new Airline(
                row.get(0),
                row.get(1),
                row.get(2),
                Integer.parseInt(row.get(3)),
                Integer.parseInt(row.get(4)));
    }
}
