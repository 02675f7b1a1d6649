package errand.mcp.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import errand.agent.Effect;
import errand.embedded.node.NodeFolder;
import errand.mcp.settings.Bound;
import errand.mcp.table.Row;
import errand.runtime.schema.JsonSchemas;
import errand.runtime.work.CapabilityTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Amap's own MCP server, of the version that the lockfile names. It lists its tools to any key. */
@Tag("interop")
class AmapServerIT {

    private static final NodeFolder NODE =
            new NodeFolder(Path.of("src/test/node"), Path.of("target/node").toAbsolutePath());
    private static final Path PROGRAM =
            NODE.folder().resolve("node_modules/@amap/amap-maps-mcp-server/build/index.js");

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        NODE.installed().ifPresent(lacking -> abort("Amap's server not tested: " + lacking));
    }

    @Test
    void its_twelve_tools_become_capabilities() throws InterruptedException {
        try (Shop amap = amap(Map.of())) {
            assertThat(amap.rows().leftOut()).isEmpty();
            CapabilityTable table =
                    new CapabilityTable(amap.agent().capabilities(), new JsonSchemas());
            assertThat(table.rows().stream().map(row -> row.capability().name()))
                    .containsExactlyInAnyOrder(
                            "mcp.maps.regeocode",
                            "mcp.maps.geo",
                            "mcp.maps.ipLocation",
                            "mcp.maps.weather",
                            "mcp.maps.searchDetail",
                            "mcp.maps.bicycling",
                            "mcp.maps.directionWalking",
                            "mcp.maps.directionDriving",
                            "mcp.maps.directionTransitIntegrated",
                            "mcp.maps.distance",
                            "mcp.maps.textSearch",
                            "mcp.maps.aroundSearch");
            assertThat(table.rows())
                    .allSatisfy(row -> assertThat(row.capability().description()).isNotBlank());
            assertThat(amap.rows().rows())
                    .as("it says nothing about what its tools do")
                    .extracting(Row::effect)
                    .containsOnly(Effect.COMMIT);
        }
    }

    @Test
    void a_person_who_knows_it_says_that_it_only_reads() throws InterruptedException {
        try (Shop amap = amap(Map.of("effect", "read", "tools.maps_geo.name", "address.geocode"))) {
            assertThat(amap.rows().rows()).extracting(Row::effect).containsOnly(Effect.READ);
            assertThat(amap.rows().rows()).extracting(Row::name).contains("address.geocode");
        }
    }

    private static Shop amap(Map<String, String> more) throws InterruptedException {
        Map<String, String> settings =
                new HashMap<>(
                        Map.of(
                                "command",
                                "node",
                                "args[0]",
                                PROGRAM.toString(),
                                "env.AMAP_MAPS_API_KEY",
                                "dummy"));
        settings.putAll(more);
        return new Shop(Bound.server(settings));
    }
}
