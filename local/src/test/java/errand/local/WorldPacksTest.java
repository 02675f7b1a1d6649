package errand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.runtime.sandbox.pack.Column;
import errand.runtime.sandbox.pack.PackTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** World packs as a platform team makes them, with all agents that read them. */
class WorldPacksTest {

    private static final Path EXAMPLE = Path.of("../examples/world-pack");
    private static final Path REFERENCE = Path.of("../docs/reference/world-packs.md");

    @TempDir Path folder;

    @Test
    void the_example_fits_and_shows_every_table() {
        assertThat(WorldPacks.check(EXAMPLE).taken())
                .containsOnlyKeys(WorldPacks.tables().stream().map(PackTable::path).toList())
                .allSatisfy((path, rows) -> assertThat(rows).as(path).isPositive());
    }

    @Test
    void the_reference_names_every_table_and_column() throws Exception {
        List<String> lines = Files.readAllLines(REFERENCE);
        for (PackTable<?> table : WorldPacks.tables()) {
            String line =
                    lines.stream()
                            .filter(each -> each.startsWith("| `" + table.path() + "`"))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(table.path()));
            String columns = line.substring(line.lastIndexOf('|', line.length() - 2));
            assertThat(columns.replaceAll("[^A-Za-z_ -]", "").strip().split("[ ]+"))
                    .as(table.path())
                    .containsExactlyInAnyOrderElementsOf(
                            table.columns().stream().map(Column::name).toList());
        }
    }

    @Test
    void the_examples_of_all_columns_are_cells_that_fit() throws Exception {
        for (PackTable<?> table : WorldPacks.tables()) {
            Path file = folder.resolve(table.path());
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    String.join(",", table.columns().stream().map(Column::name).toList())
                            + "\n"
                            + String.join(
                                    ",",
                                    table.columns().stream()
                                            .map(column -> '"' + column.example() + '"')
                                            .toList())
                            + "\n");
        }
        assertThat(WorldPacks.check(folder).taken().values()).allMatch(rows -> rows == 1);
    }

    @Test
    void faults_of_all_agents_are_told_together() throws Exception {
        Files.createDirectories(folder.resolve("fliggy"));
        Files.createDirectories(folder.resolve("flash"));
        Files.writeString(
                folder.resolve("fliggy/hotels.csv"),
                """
                id,name,city,stars,address,latitude,longitude,price
                X1,好店,亚特兰蒂斯,9,某路,30,120,-4
                """);
        Files.writeString(
                folder.resolve("flash/items.csv"),
                """
                item_id,shop_id,title,price
                I1,NOBODY,面包,3
                """);
        assertThatThrownBy(() -> WorldPacks.check(folder))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("fliggy/hotels.csv:2: city: '亚特兰蒂斯' is no city")
                .hasMessageContaining("fliggy/hotels.csv:2: stars: '9'")
                .hasMessageContaining("fliggy/hotels.csv:2: price: '-4'")
                .hasMessageContaining("flash/items.csv:2: ");
    }
}
