package errand.runtime.sandbox.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.agent.Money;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldPackTest {

    record Tea(
            String id, String title, Money price, int stock, LocalTime from, List<String> also) {}

    private static final PackTable<Tea> TEAS =
            new PackTable<>(
                    "tea/teas.csv",
                    "A tea on sale",
                    List.of(
                            Column.text("id", "Unique", "T-1"),
                            Column.text("title", "Name", "龙井"),
                            Column.yuan("price", "Price of one", "39.90"),
                            Column.whole("stock", 0, 999, "Pieces a day", "20").optional(),
                            Column.time("from", "Opens", "08:30").optional(),
                            Column.texts("also", "Other names", "绿茶;tea").optional()),
                    row ->
                            new Tea(
                                    row.text("id"),
                                    row.text("title"),
                                    row.yuan("price"),
                                    row.whole("stock", 100),
                                    row.time("from"),
                                    row.list("also")));

    @TempDir Path folder;

    private WorldPack pack(String csv) throws IOException {
        return pack(csv, StandardCharsets.UTF_8);
    }

    private WorldPack pack(String csv, Charset charset) throws IOException {
        Files.createDirectories(folder.resolve("tea"));
        Files.writeString(folder.resolve("tea/teas.csv"), csv, charset);
        return WorldPack.in(folder);
    }

    @Test
    void rows_come_as_they_stand_in_the_file_columns_in_any_order() throws IOException {
        WorldPack pack =
                pack(
                        """
                        # teas of spring
                        title,id,price,also,stock
                        "龙井, 明前",T-1,３９.9,绿茶；tea,20
                        普洱,T-2,120,,
                        """);
        assertThat(pack.rows(TEAS))
                .extracting(PackTable.Read::row)
                .containsExactly(
                        new Tea(
                                "T-1",
                                "龙井, 明前",
                                Money.cny(3_990),
                                20,
                                LocalTime.MIDNIGHT,
                                List.of("绿茶", "tea")),
                        new Tea(
                                "T-2",
                                "普洱",
                                Money.cny(12_000),
                                100,
                                LocalTime.MIDNIGHT,
                                List.of()));
        assertThat(pack.faults()).isEmpty();
        pack.verify();
    }

    @Test
    void every_bad_cell_is_said_at_once_with_file_line_and_reason() throws IOException {
        WorldPack pack =
                pack(
                        """
                        id,title,price,stock,from
                        T-1,龙井,-3,1000,25:00
                        T-2,,1.234,many,08:30
                        T-3,普洱,120,5,08:30
                        T-3,白茶,90,5,08:30
                        """);
        assertThat(pack.rows(TEAS)).extracting(read -> read.row().id()).containsExactly("T-3");
        assertThat(pack.faults())
                .extracting(PackFault::toString)
                .containsExactly(
                        "tea/teas.csv:2: price: '-3' is not an amount in yuan from 0.01 to 10000000 with at most two decimals.",
                        "tea/teas.csv:2: stock: '1000' is not a whole number from 0 to 999.",
                        "tea/teas.csv:2: from: '25:00' is not a time such as 08:30.",
                        "tea/teas.csv:3: title: It is empty, and must not be.",
                        "tea/teas.csv:5: 'T-3' stands in line 4 already.");
        assertThatThrownBy(pack::verify)
                .isInstanceOf(BadWorldPack.class)
                .hasMessageContaining("has 5 faults:\n  tea/teas.csv:2: price: '-3'");
    }

    @Test
    void a_header_that_does_not_fit_is_said_with_what_is_possible() throws IOException {
        WorldPack pack = pack("id,name,price\nT-1,龙井,3\n");
        assertThat(pack.rows(TEAS)).isEmpty();
        assertThat(pack.faults())
                .extracting(PackFault::toString)
                .containsExactly(
                        "tea/teas.csv:1: There is no column 'name'. Columns are: id, title, price, stock, from, also",
                        "tea/teas.csv:1: The column 'title' is missing.");
    }

    @Test
    void a_file_of_another_encoding_is_said_so() throws IOException {
        WorldPack pack = pack("id,title,price\nT-1,龙井,3\n", Charset.forName("GBK"));
        assertThat(pack.rows(TEAS)).isEmpty();
        assertThat(pack.faults())
                .extracting(PackFault::toString)
                .containsExactly("tea/teas.csv: It is not UTF-8; save it as UTF-8.");
    }

    @Test
    void a_byte_order_mark_and_empty_lines_do_not_matter() throws IOException {
        WorldPack pack = pack("\uFEFFid,title,price\n\nT-1,龙井,3\n\n");
        assertThat(pack.rows(TEAS)).hasSize(1);
        assertThat(pack.faults()).isEmpty();
    }

    @Test
    void what_nobody_reads_is_said() throws IOException {
        pack("id,title,price\n");
        Files.writeString(folder.resolve("tea/tee.csv"), "id\n");
        Files.writeString(
                folder.resolve("world.properties"), "replace = tea/cups.csv\ncolour=red\n");
        WorldPack pack = WorldPack.in(folder);
        pack.rejectUnknownFiles(List.of(TEAS));
        assertThat(pack.faults())
                .extracting(PackFault::toString)
                .containsExactlyInAnyOrder(
                        "world.properties: 'colour' says nothing; name and replace do.",
                        "tea/tee.csv: No table is called so. Tables are: tea/teas.csv",
                        "world.properties: It replaces 'tea/cups.csv', and no table is called so.");
    }

    @Test
    void a_pack_replaces_what_it_says_and_extends_the_rest() throws IOException {
        assertThat(pack("id,title,price\nT-1,龙井,3\n").replaces(TEAS)).isFalse();
        Files.writeString(folder.resolve("world.properties"), "replace = tea/teas.csv\n");
        assertThat(WorldPack.in(folder).replaces(TEAS)).isTrue();
    }

    @Test
    void to_replace_what_the_pack_lacks_is_a_fault() throws IOException {
        Files.writeString(folder.resolve("world.properties"), "replace = tea/teas.csv\n");
        WorldPack pack = WorldPack.in(folder);
        assertThat(pack.rows(TEAS)).isEmpty();
        assertThat(pack.faults())
                .extracting(PackFault::toString)
                .containsExactly("world.properties: It replaces tea/teas.csv, which is not there.");
    }

    @Test
    void a_folder_that_is_not_there_is_said() {
        assertThatThrownBy(() -> WorldPack.in(folder.resolve("none")))
                .isInstanceOf(BadWorldPack.class)
                .hasMessageContaining("There is no such folder.");
        assertThat(WorldPack.in("").rows(TEAS)).isEmpty();
    }

    @Test
    void a_column_of_numbers_shows_the_bounds_that_it_checks() throws IOException {
        PackTable<Double> marks =
                new PackTable<>(
                        "tea/teas.csv",
                        "A mark",
                        List.of(
                                Column.of("id", "text", "Unique", "T-1"),
                                Column.number("mark", 1, 5, "Of five", "4.5").optional(),
                                Column.text("word", "Why", "good").optional()),
                        row ->
                                row.decimal("mark", 3.5)
                                        + (row.text("id").equals("?") ? row.whole("word") : 0));
        WorldPack pack = pack("id,mark,word\nT-1,4.5,\nT-2,,\nT-3,5.1,\n");

        assertThat(marks.columns().get(1).kind()).isEqualTo("number 1 to 5");
        assertThat(pack.rows(marks)).extracting(PackTable.Read::row).containsExactly(4.5, 3.5);
        assertThat(pack.faults())
                .extracting(PackFault::toString)
                .containsExactly("tea/teas.csv:4: mark: '5.1' is not a number from 1.0 to 5.0.");
        WorldPack asked = pack("id,mark,word\n?,4.5,good\n");
        assertThatThrownBy(() -> asked.rows(marks))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The column 'word' says 'text', which has no bounds.");
    }
}
