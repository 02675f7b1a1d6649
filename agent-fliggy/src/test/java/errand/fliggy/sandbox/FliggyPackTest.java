package errand.fliggy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.fliggy.travel.VisitSlot;
import errand.runtime.sandbox.pack.PackFault;
import errand.runtime.sandbox.pack.PackTables;
import errand.runtime.sandbox.pack.WorldPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FliggyPackTest {

    private static final String HOTELS =
            "id,name,english,city,stars,address,latitude,longitude,price,breakfast,tags\n";
    private static final String SIGHTS =
            "id,name,kind,city,address,latitude,longitude,price,tickets,slots\n";

    private final Cities cities = Cities.shipped();
    @TempDir Path folder;

    @Test
    void adds_a_hotel_and_an_attraction_that_are_found_by_words() throws IOException {
        write(
                "hotels",
                HOTELS
                        + "HGH901,湖畔书院酒店,Lakeside Academy,Hangzhou,4,杭州市西湖区北山街8号,30.26,120.14,520,yes,书院;library\n");
        write(
                "attractions",
                SIGHTS + "HGH901,运河灯会,灯会 lantern,杭州,杭州市拱墅区1号,30.32,120.14,80,,evening\n");
        WorldPack pack = WorldPack.in(folder);
        WorldPlan plan = new WorldPlan(42, 1, pack);

        Lodgings lodgings = new Lodgings(plan, cities);
        Sights sights = new Sights(plan, cities);
        City hangzhou = cities.coded("HGH");

        assertThat(pack.faults()).isEmpty();
        assertThat(lodgings.in(hangzhou)).hasSize(19);
        assertThat(lodgings.fitting(hangzhou, "library").getFirst().name()).isEqualTo("湖畔书院酒店");
        assertThat(sights.fitting(hangzhou, "lantern").getFirst().slots())
                .containsExactly(VisitSlot.EVENING);
        assertThat(sights.sight("HGH901").orElseThrow().daily()).isEqualTo(500);
    }

    @Test
    void replaces_a_hotel_by_its_id_or_all_of_them() throws IOException {
        write("hotels", HOTELS + "HGH01,换新酒店,,HGH,5,杭州市上城区1号,30.2,120.1,999,,\n");

        Lodgings one = new Lodgings(new WorldPlan(42, 1, WorldPack.in(folder)), cities);
        Files.writeString(folder.resolve("world.properties"), "replace = fliggy/hotels.csv\n");
        Lodgings alone = new Lodgings(new WorldPlan(42, 1, WorldPack.in(folder)), cities);

        assertThat(one.hotel("HGH01").orElseThrow().name()).isEqualTo("换新酒店");
        assertThat(one.in(cities.coded("HGH"))).hasSize(18);
        assertThat(alone.in(cities.coded("HGH"))).hasSize(1);
        assertThat(alone.in(cities.coded("BJS"))).isEmpty();
    }

    @Test
    void every_bad_row_is_said_with_file_line_and_reason() throws IOException {
        write("hotels", HOTELS + "H-1,名,,Atlantis,9,地址,91,120,0,maybe,\n");
        write("attractions", SIGHTS + "A1,名,类,杭州,地址,30,120,80,0,noon\n");
        WorldPack pack = WorldPack.in(folder);
        PackTables tables =
                ServiceLoader.load(PackTables.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(FliggyPack.class::isInstance)
                        .findFirst()
                        .orElseThrow();

        tables.check(pack);

        assertThat(pack.faults())
                .extracting(PackFault::toString)
                .anyMatch(
                        fault -> fault.startsWith("fliggy/hotels.csv:2: id: 'H-1' is not 1 to 20"))
                .anyMatch(
                        fault ->
                                fault.startsWith(
                                        "fliggy/hotels.csv:2: city: 'Atlantis' is no city"))
                .anyMatch(fault -> fault.startsWith("fliggy/hotels.csv:2: stars:"))
                .anyMatch(fault -> fault.startsWith("fliggy/hotels.csv:2: latitude:"))
                .anyMatch(fault -> fault.startsWith("fliggy/hotels.csv:2: price:"))
                .anyMatch(fault -> fault.startsWith("fliggy/hotels.csv:2: breakfast:"))
                .anyMatch(fault -> fault.startsWith("fliggy/attractions.csv:2: tickets:"))
                .anyMatch(
                        fault -> fault.startsWith("fliggy/attractions.csv:2: slots: 'noon' is not"))
                .hasSize(8);
    }

    @Test
    void a_world_of_no_size_is_refused() {
        assertThatThrownBy(() -> new WorldPlan(42, 0, WorldPack.none()))
                .hasMessage("errand.world.size is 0; it must be from 1 to 50.");
    }

    private void write(String table, String csv) throws IOException {
        Files.createDirectories(folder.resolve("fliggy"));
        Files.writeString(folder.resolve("fliggy/" + table + ".csv"), csv);
    }
}
