package errand.mcp.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.agent.Effect;
import errand.agent.Maturity;
import errand.mcp.client.Offers;
import errand.mcp.client.Tool;
import errand.mcp.result.Results;
import errand.mcp.settings.Bound;
import errand.mcp.settings.ServerSettings;
import errand.runtime.schema.JsonSchemas;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RowsTest {

    private static final JsonNode ANY = json("{\"type\":\"object\"}");

    @Test
    void what_says_that_it_only_reads_reads_by_itself() {
        Row row = row(Map.of(), tool("look", true, null, null));
        assertThat(row.effect()).isEqualTo(Effect.READ);
        assertThat(row.maturity()).isEqualTo(Maturity.AUTO);
    }

    @Test
    void everything_else_binds_and_asks_first() {
        for (Tool tool :
                List.of(
                        tool("silent", null, null, null),
                        tool("gentle", null, false, true),
                        tool("writes", false, null, null),
                        tool("contradictory", true, true, null))) {
            Row row = row(Map.of(), tool);
            assertThat(row.effect()).as(tool.name()).isEqualTo(Effect.COMMIT);
            assertThat(row.maturity()).as(tool.name()).isEqualTo(Maturity.CONFIRM);
        }
    }

    @Test
    void a_word_that_is_not_trusted_counts_for_nothing() {
        Row row = row(Map.of("trust-annotations", "false"), tool("look", true, false, true));
        assertThat(row.effect()).isEqualTo(Effect.COMMIT);
        assertThat(row.idempotent()).isFalse();
    }

    @Test
    void settings_win() {
        Row row =
                row(
                        Map.of(
                                "answers-within", "5s",
                                "effect", "read",
                                "description", "Shop (商店)",
                                "tools.reserve_it.effect", "hold",
                                "tools.reserve_it.maturity", "auto",
                                "tools.reserve_it.answers-within", "7s",
                                "tools.reserve_it.undone-by", "release",
                                "tools.reserve_it.name", "thing.reserve",
                                "tools.reserve_it.description", "Keeps it"),
                        tool("reserve_it", null, true, null),
                        tool("release", null, null, null));
        assertThat(row.effect()).isEqualTo(Effect.HOLD);
        assertThat(row.maturity()).isEqualTo(Maturity.AUTO);
        assertThat(row.answersWithin()).isEqualTo(Duration.ofSeconds(7));
        assertThat(row.undo()).isEqualTo("release");
        assertThat(row.name()).isEqualTo("thing.reserve");
        assertThat(row.description()).isEqualTo("Shop (商店): Keeps it");
        Row other = row(Map.of("effect", "read"), tool("any", null, null, null));
        assertThat(other.effect()).isEqualTo(Effect.READ);
        assertThat(other.answersWithin()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void what_is_hidden_is_not_there() {
        Rows rows =
                rows(
                        Map.of("tools.secret.hidden", "true"),
                        tool("secret", true, null, null),
                        tool("open", true, null, null));
        assertThat(rows.rows()).extracting(Row::tool).containsExactly("open");
        assertThat(rows.leftOut()).isEmpty();
    }

    @Test
    void an_undo_that_is_not_here_is_named() {
        assertThatThrownBy(
                        () ->
                                rows(
                                        Map.of("tools.a.undone-by", "b"),
                                        tool("a", null, null, null),
                                        tool("c", null, null, null)))
                .hasMessage(
                        "Tool 'a' is said to be undone by 'b', which is not here. Here are: a, c.");
    }

    @Test
    void a_tool_whose_schema_cannot_be_used_is_left_out_alone() {
        Tool bad =
                new Tool(
                        "bad",
                        "",
                        json("{\"$ref\":\"https://example.org/x\"}"),
                        null,
                        true,
                        null,
                        null);
        Tool odd =
                new Tool(
                        "odd",
                        "",
                        json("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":7}}}"),
                        null,
                        true,
                        null,
                        null);
        Rows rows = rows(Map.of(), bad, odd, tool("good", true, null, null));
        assertThat(rows.rows()).extracting(Row::tool).contains("good").doesNotContain("bad");
        assertThat(rows.leftOut().get("bad"))
                .isEqualTo(
                        "its input schema cannot be used: it refers to another place: https://example.org/x");
    }

    @Test
    void descriptions_are_one_line_of_bounded_length() {
        Tool wordy =
                new Tool("w", "a\nb\u0007\t c" + "x".repeat(2_000), ANY, null, null, true, null);
        String text = row(Map.of(), wordy).description();
        assertThat(text).startsWith("a b cxx").hasSize(1_000).endsWith("…");
        assertThat(row(Map.of(), tool("bare", null, true, null)).description())
                .isEqualTo("Tool 'bare' (may overwrite or delete)");
    }

    @Test
    void the_output_is_what_the_tool_promises_else_the_general_form() {
        Tool promising =
                new Tool("p", "", ANY, json("{\"properties\":{\"n\":{}}}"), true, null, null);
        assertThat(row(Map.of(), promising).schemas().output())
                .isEqualTo("{\"properties\":{\"n\":{}},\"type\":\"object\"}");
        assertThat(row(Map.of(), tool("q", true, null, null)).schemas().output())
                .isEqualTo(Results.SCHEMA);
    }

    private static Row row(Map<String, String> settings, Tool... tools) {
        return rows(settings, tools).rows().getFirst();
    }

    private static Rows rows(Map<String, String> settings, Tool... tools) {
        ServerSettings server = Bound.server(settings);
        return Rows.of(server, new Offers("1", List.of(tools)), new JsonSchemas());
    }

    private static Tool tool(
            String name,
            @Nullable Boolean reads,
            @Nullable Boolean destroys,
            @Nullable Boolean idempotent) {
        return new Tool(name, "", ANY, null, reads, destroys, idempotent);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
