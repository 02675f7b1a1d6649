package errand.mcp.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.agent.Capabilities;
import errand.agent.Outcome;
import errand.agent.OwnSchemas;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "get_weather, weather.get",
        "maps_direction_walking, maps.directionWalking",
        "maps_weather, maps.weather",
        "createOrder, order.create",
        "list-all-files, allFiles.list",
        "repo/search, repo.search",
        "parseHTMLPage, htmlPage.parse",
        "echo, echo",
        "3d_model, n3d.model",
        "get_3d, n3d.get",
        "browser.tab.close, browser.tabClose",
    })
    void are_a_noun_and_a_verb(String tool, String name) {
        assertThat(Names.made(tool)).isEqualTo(name);
    }

    @Test
    void are_names_that_an_agent_may_have_whatever_the_tool_is_called() {
        Capabilities table = Capabilities.of("any");
        List<String> tools = List.of("查天气", "预订", "__", "ÄÖ", "1", "a__b", "A", "get", "x-");
        Names.of(tools, Map.of())
                .forEach(
                        (tool, name) ->
                                table.can(
                                                name,
                                                new OwnSchemas("{}", "{}"),
                                                (in, task) -> Outcome.done(in))
                                        .reads());
        assertThat(table.all()).hasSize(tools.size());
    }

    @Test
    void that_two_tools_would_share_go_to_neither() {
        Map<String, String> names =
                Names.of(List.of("get_weather", "getWeather", "other"), Map.of());
        assertThat(names.get("get_weather")).matches("weather\\.get-[0-9a-f]{8}");
        assertThat(names.get("getWeather")).matches("weather\\.get-[0-9a-f]{8}");
        assertThat(names.values()).doesNotHaveDuplicates();
        assertThat(Names.of(List.of("getWeather", "get_weather"), Map.of()))
                .as("whatever the order")
                .containsAllEntriesOf(Map.of("getWeather", names.get("getWeather")));
    }

    @Test
    void that_settings_say_are_taken_and_made_ones_give_way() {
        Map<String, String> names =
                Names.of(List.of("get_weather", "w"), Map.of("w", "weather.get"));
        assertThat(names).containsEntry("w", "weather.get");
        assertThat(names.get("get_weather")).matches("weather\\.get-[0-9a-f]{8}");
        assertThatThrownBy(() -> Names.of(List.of("a", "b"), Map.of("a", "x.y", "b", "x.y")))
                .hasMessage("Two tools are named 'x.y' by settings; each needs a name of its own.");
    }
}
