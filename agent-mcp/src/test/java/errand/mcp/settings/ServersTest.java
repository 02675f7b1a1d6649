package errand.mcp.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.agent.Effect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

class ServersTest {

    @Test
    void are_read_from_yaml_with_what_the_environment_knows() throws IOException {
        Servers servers =
                read(
                        """
                        errand:
                          mcp:
                            servers:
                              maps:
                                command: npx
                                args: ["-y", "@amap/amap-maps-mcp-server@0.0.8"]
                                env:
                                  AMAP_MAPS_API_KEY: ${KEY_OF_TEST}
                                effect: read
                                tools:
                                  maps_geo: {name: address.geocode}
                                  "[a/b.c]": {hidden: true}
                              notes:
                                url: http://127.0.0.1:3000/mcp
                                headers: {Authorization: "Bearer ${KEY_OF_TEST}"}
                                answers-within: 5s
                        """);
        ServerSettings maps = Bound.of(servers, "maps");
        assertThat(maps.args()).containsExactly("-y", "@amap/amap-maps-mcp-server@0.0.8");
        assertThat(maps.env()).isEqualTo(Map.of("AMAP_MAPS_API_KEY", "k-123"));
        assertThat(maps.effect()).isEqualTo(Effect.READ);
        assertThat(maps.answersWithin()).isEqualTo(Duration.ofSeconds(30));
        assertThat(maps.trustAnnotations()).isTrue();
        assertThat(maps.tool("maps_geo").name()).isEqualTo("address.geocode");
        assertThat(maps.tool("a/b.c").hidden()).isTrue();
        assertThat(maps.tool("other")).isEqualTo(ToolSettings.NONE);
        ServerSettings notes = Bound.of(servers, "notes");
        assertThat(notes.headers()).isEqualTo(Map.of("Authorization", "Bearer k-123"));
        assertThat(notes.answersWithin()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void are_read_from_the_file_of_another_client() throws IOException {
        Servers servers =
                read(
                        """
                        {"mcpServers": {"files": {"type": "stdio", "command": "node",
                          "args": ["x.js"], "env": {"A_B": "1"}}}}
                        """);
        assertThat(Bound.of(servers, "files").args()).isEqualTo(List.of("x.js"));
        assertThat(Bound.of(servers, "files").env()).isEqualTo(Map.of("A_B", "1"));
    }

    @Test
    void are_read_as_the_guide_shows() throws IOException {
        String guide = Files.readString(Path.of("../docs/guides/mcp-server-as-agent.md"));
        String first = guide.substring(guide.indexOf("```yaml\n") + 8);
        String file = first.substring(0, first.indexOf("```"));
        ServerSettings gaode =
                Bound.of(read(file.replace("${AMAP_MAPS_API_KEY}", "${KEY_OF_TEST}")), "gaode");
        assertThat(gaode.effect()).isEqualTo(Effect.READ);
        assertThat(gaode.env()).isEqualTo(Map.of("AMAP_MAPS_API_KEY", "k-123"));
        String second = guide.substring(guide.lastIndexOf("errand:\n  mcp:"));
        ServerSettings shop =
                Bound.of(
                        read(
                                second.substring(0, second.indexOf("```"))
                                        .replace("${SHOP_TOKEN}", "${KEY_OF_TEST}")),
                        "shop");
        assertThat(shop.tool("create_order").undoneBy()).isEqualTo("cancel_order");
        assertThat(shop.tool("debug_dump").hidden()).isTrue();
    }

    @Test
    void are_watched_as_said() {
        assertThat(times(Map.of()).pingEvery()).isEqualTo(Duration.ofSeconds(10));
        assertThat(times(Map.of("errand.mcp.ping-every", "3s")).pingEvery())
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void at_least_one_is_needed() {
        assertThatThrownBy(() -> Bound.servers(Map.of()))
                .hasMessageStartingWith("Setting 'errand.mcp.servers' is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Maps", "my_maps", "9x"})
    void have_names_that_agents_may_have(String name) {
        assertThatThrownBy(
                        () -> Bound.servers(Map.of("errand.mcp.servers." + name + ".command", "x")))
                .hasMessageContaining("cannot be an agent of that name");
    }

    @Test
    void are_said_once() {
        assertThatThrownBy(
                        () ->
                                Bound.servers(
                                        Map.of(
                                                "errand.mcp.servers.a.command", "x",
                                                "mcpServers.a.command", "y")))
                .hasMessageContaining("say it once");
    }

    @Test
    void are_a_command_or_a_url() {
        refused(
                Map.of("url", "http://127.0.0.1/mcp", "command", "x"),
                "An MCP server is reached by a command or by a url: say one of the two.");
        refused(
                Map.of("url", "file:///etc/passwd"),
                "The url of an MCP server is that of streamable HTTP, such as http://127.0.0.1:3000/mcp, not 'file:///etc/passwd'.");
        refused(Map.of("answers-within", "0s"), "answers-within is PT0S; a tool needs some time.");
    }

    @Test
    void cannot_pay_and_what_reads_is_not_undone() {
        refused(
                Map.of("tools.t.effect", "pay"),
                "An MCP tool cannot have the effect PAY: payee and amount of a payment come from a quote that the person was shown, and a tool has none. Say COMMIT: the person is asked before each call.");
        refused(
                Map.of("tools.t.effect", "read", "tools.t.undone-by", "u"),
                "A tool that only reads has nothing to undo (undone-by: u).");
    }

    private static void refused(Map<String, String> settings, String message) {
        assertThatThrownBy(() -> Bound.server(settings)).rootCause().hasMessage(message);
    }

    private static McpProperties times(Map<String, String> settings) {
        return new Binder(
                        new org.springframework.boot.context.properties.source
                                .MapConfigurationPropertySource(settings))
                .bindOrCreate("errand.mcp", McpProperties.class);
    }

    private static Servers read(String yaml) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addLast(
                        new org.springframework.core.env.MapPropertySource(
                                "test", Map.of("KEY_OF_TEST", "k-123")));
        new YamlPropertySourceLoader()
                .load("file", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
                .forEach(environment.getPropertySources()::addLast);
        Binder binder = Binder.get(environment);
        return Servers.of(
                binder.bindOrCreate("errand.mcp", McpProperties.class),
                binder.bindOrCreate("", ClientFile.class));
    }
}
