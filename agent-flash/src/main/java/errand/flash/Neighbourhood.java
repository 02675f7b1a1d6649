package errand.flash;

import errand.agent.Money;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All areas and shops of the sandbox: the same for the same seed. */
final class Neighbourhood {

    private final List<Area> areas;
    private final List<Shop> shops = new ArrayList<>();

    Neighbourhood(long seed) {
        areas = rows("areas.csv").stream().map(Neighbourhood::area).toList();
        List<String[]> kinds = rows("shops.csv");
        for (int a = 0; a < areas.size(); a++) {
            for (int k = 0; k < kinds.size(); k++) {
                add(areas.get(a), kinds.get(k), "%d%d".formatted(a + 1, k + 1), seed);
            }
        }
    }

    List<Shop> shops() {
        return List.copyOf(shops);
    }

    /** The area that a text names, or names within an address. */
    Optional<Area> find(String near) {
        String text = near.strip().toLowerCase(Locale.ROOT);
        return areas.stream()
                .filter(
                        area ->
                                Stream.concat(Stream.of(area.name()), area.aliases().stream())
                                        .anyMatch(text::contains))
                .findFirst();
    }

    String offered() {
        return areas.stream().map(Area::name).collect(Collectors.joining("、"));
    }

    private void add(Area area, String[] kind, String code, long seed) {
        Random random = new Random(seed * 10_000 + Integer.parseInt(code));
        int number = 0;
        for (String name : kind[5].split(";")) {
            String id = "F" + code + ++number;
            shops.add(
                    new Shop(
                            id,
                            name + "（" + area.name() + "店）",
                            kind[0],
                            kind[1],
                            area.latitude() + (random.nextDouble() - 0.5) * 0.03,
                            area.longitude() + (random.nextDouble() - 0.5) * 0.03,
                            LocalTime.parse(kind[2]),
                            LocalTime.parse(kind[3]),
                            Money.cny(Long.parseLong(kind[4]) * 100),
                            Money.cny(random.nextInt(7) * 100L),
                            menu(id, kind[6], random)));
        }
    }

    private static List<MenuItem> menu(String shop, String text, Random random) {
        List<MenuItem> menu = new ArrayList<>();
        for (String part : text.split(";")) {
            String[] item = part.split("[@-]");
            int low = Integer.parseInt(item[1]);
            int yuan = low + random.nextInt(Integer.parseInt(item[2]) - low + 1);
            menu.add(new MenuItem(shop + "-" + (menu.size() + 1), item[0], Money.cny(yuan * 100L)));
        }
        return menu;
    }

    private static Area area(String[] row) {
        return new Area(
                row[0],
                Arrays.asList(row[1].split(";")),
                Double.parseDouble(row[2]),
                Double.parseDouble(row[3]));
    }

    private static List<String[]> rows(String resource) {
        InputStream in = Neighbourhood.class.getResourceAsStream("/flash/" + resource);
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(in, resource), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\\|", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read /flash/" + resource, e);
        }
    }
}
