package errand.amap.sandbox;

import static errand.testkit.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import errand.amap.maps.AskPlace;
import errand.amap.maps.Geocode;
import errand.amap.maps.PlaceDetail;
import errand.amap.maps.PlaceFound;
import errand.amap.maps.PlaceSearch;
import errand.runtime.sandbox.pack.PackFault;
import errand.runtime.sandbox.pack.PackTables;
import errand.runtime.sandbox.pack.WorldPack;
import errand.testkit.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmapPackTest {

    private static final String HEADER =
            "id,name,also,city,category,address,lat,lon,indoor,rating,visits,hours,perPerson,cuisine\n";

    @TempDir Path folder;

    private WorldPack pack(String rows) throws IOException {
        Files.createDirectories(folder.resolve("amap"));
        Files.writeString(folder.resolve("amap/places.csv"), HEADER + rows);
        return WorldPack.in(folder);
    }

    @Test
    void places_of_a_pack_are_found_and_named_like_any_other() throws IOException {
        WorldPack pack =
                pack(
                        "TEA1,湖畔茶馆,Lakeside Teahouse;湖边茶室,杭州,other,杭州市西湖区北山街1号,30.2592,120.145,yes,4.8,9000000,10:00-22:00,88,\n");
        Worlds world = new Worlds(WorldMap.of(42, 1, pack));

        assertThat(pack.faults()).isEmpty();
        PlaceFound tea =
                done(world.guide.search(new PlaceSearch("杭州", "茶馆", null, null), Tasks.now()))
                        .places()
                        .getFirst();
        assertThat(tea.name()).isEqualTo("湖畔茶馆");
        PlaceDetail detail = done(world.guide.detail(new AskPlace("TEA1"), Tasks.english()));
        assertThat(detail.name()).isEqualTo("Lakeside Teahouse");
        assertThat(detail.hours()).isEqualTo("10:00–22:00");
        assertThat(
                        done(world.map.geocode(new Geocode("杭州", "湖边茶室"), Tasks.now()))
                                .place()
                                .address())
                .isEqualTo("杭州市西湖区北山街1号");
    }

    @Test
    void a_restaurant_of_a_pack_has_set_meals_and_tables() throws IOException {
        WorldPack pack =
                pack("ROAST,烤鸭铺,Roast Duck,北京,restaurant,北京市东城区前门大街1号,39.9,116.4,yes,,,,128,北京菜\n");
        WorldMap world = WorldMap.of(42, 1, pack);

        assertThat(SandboxMeals.ware(world.restaurants, "M-ROAST-20261207")).isPresent();
        Seating seating = new Seating(42);
        assertThat(SandboxDining.table(world.restaurants, seating, "D-ROAST-1830-4-20261207"))
                .hasValueSatisfying(
                        table -> assertThat(table.restaurant().fen()).isEqualTo(12_800));
        assertThat(SandboxDining.isItem(world.restaurants, seating, "D-ROAST-1830-4")).isTrue();
    }

    @Test
    void a_pack_may_stand_instead_of_what_is_generated() throws IOException {
        pack("ROAST,烤鸭铺,,北京,restaurant,北京市东城区前门大街1号,39.9,116.4,,,,,128,\n");
        Files.writeString(folder.resolve("world.properties"), "replace = amap/places.csv\n");
        WorldMap world = WorldMap.of(42, 1, WorldPack.in(folder));

        assertThat(world.sights).extracting(Sight::id).containsExactly("ROAST");
    }

    @Test
    void what_does_not_fit_the_map_is_said_with_file_line_and_reason() throws IOException {
        WorldPack pack =
                pack(
                        """
                        A-1,甲,,杭州,other,甲路1号,30.2,120.1,,,,,,
                        A2,乙,,亚特兰蒂斯,other,乙路1号,30.2,120.1,,,,,,
                        A3,丙,,杭州,palace,丙路1号,30.2,120.1,,,,,,
                        A4,丁,,杭州,other,丁路1号,39.9,116.4,,6,,22:00-09:00,,
                        A5,戊,,杭州,other,戊路1号,39.9,116.4,,,,,,
                        A6,己,,杭州,restaurant,己路1号,30.2,120.1,,,,,,
                        """);
        new AmapPack().check(pack);

        assertThat(pack.faults())
                .extracting(PackFault::toString)
                .containsExactly(
                        "amap/places.csv:2: id: 'A-1' is not 1 to 40 letters, digits or _.",
                        "amap/places.csv:4: category: 'palace' is not one of nature, park, beach, landmark, museum, science, aquarium, zoo, theme_park, playground, library, gallery, mall, old_town, temple, sports, campus, restaurant, other.",
                        "amap/places.csv:5: rating: '6' is not a number from 1.0 to 5.0.",
                        "amap/places.csv:5: hours: '22:00–09:00' is not HH:mm–HH:mm, such as 09:00–21:00.",
                        "amap/places.csv:3: city: '亚特兰蒂斯' is no city of the map; it knows 71, such as 杭州.",
                        "amap/places.csv:6: lat, lon: The point is more than 110 km from the middle of 杭州.",
                        "amap/places.csv:7: perPerson: A restaurant needs a price for its set meal.");
    }

    @Test
    void saved_places_of_a_pack_count_before_those_that_are_shipped() throws IOException {
        Files.createDirectories(folder.resolve("amap"));
        Files.writeString(
                folder.resolve("amap/saved-places.csv"),
                "id,person,name,address\n1,demo,公司,滨江园区\n2,demo,健身房,武林广场\n");
        Worlds world = new Worlds(WorldMap.of(42, 1, WorldPack.in(folder)));

        for (String[] place : new String[][] {{"我公司", "滨江园区"}, {"健身房", "武林广场"}, {"家", "西湖区"}}) {
            assertThat(
                            done(world.map.geocode(new Geocode(null, place[0]), Tasks.now()))
                                    .place()
                                    .name())
                    .isEqualTo(place[1]);
        }
    }

    @Test
    void whoever_checks_packs_finds_the_tables() {
        assertThat(ServiceLoader.load(PackTables.class))
                .anySatisfy(tables -> assertThat(tables).isInstanceOf(AmapPack.class));
    }
}
