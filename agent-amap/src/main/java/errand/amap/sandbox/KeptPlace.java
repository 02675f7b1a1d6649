package errand.amap.sandbox;

import errand.runtime.sandbox.Table;
import errand.runtime.sandbox.pack.Column;
import errand.runtime.sandbox.pack.PackTable;
import errand.runtime.sandbox.pack.WorldPack;
import java.util.List;
import java.util.stream.Stream;

/**
 * A place that a person has saved with the map, as the map keeps it.
 *
 * @param name what he calls it
 */
record KeptPlace(String person, String name, String address) {

    static final PackTable<KeptPlace> TABLE =
            new PackTable<>(
                    "amap/saved-places.csv",
                    "A place that a person has a name of his own for",
                    List.of(
                            Column.text("id", "Unique in the file", "demo-gym"),
                            Column.text("person", "User id", "demo"),
                            Column.text("name", "What he calls it", "健身房"),
                            Column.text(
                                    "address",
                                    "An address, or a name that the map knows",
                                    "杭州市西湖区文二路 5 号")),
                    row ->
                            new KeptPlace(
                                    row.text("person"), row.text("name"), row.text("address")));

    /** Those of the sandbox's people, then those of the pack, which count before them. */
    static List<KeptPlace> of(WorldPack pack) {
        Stream<KeptPlace> shipped =
                Table.read("/amap/saved.csv").stream()
                        .map(row -> new KeptPlace(row.get(0), row.get(1), row.get(2)));
        List<KeptPlace> packed = pack.rows(TABLE).stream().map(PackTable.Read::row).toList();
        return Stream.concat(pack.replaces(TABLE) ? Stream.empty() : shipped, packed.stream())
                .toList();
    }
}
