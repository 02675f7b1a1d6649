package errand.mcp.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SafeSchemaTest {

    @Test
    void is_what_the_tool_says() {
        String schema =
                "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\",\"description\":\"where\"},\"pattern\":{\"type\":\"string\"},\"id\":{\"enum\":[1,2]}},\"required\":[\"city\"]}";
        assertThat(safe(schema)).isEqualTo(schema);
    }

    @Test
    void says_that_it_is_an_object_where_the_tool_left_that_out() {
        assertThat(safe("{}")).isEqualTo("{\"type\":\"object\"}");
    }

    @Test
    void has_neither_regular_expressions_nor_another_dialect() {
        assertThat(
                        safe(
                                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"http://x\",\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":\"(a+)+$\"}},\"patternProperties\":{\"(a+)+$\":{}}}"))
                .isEqualTo("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}");
    }

    /** A mark says that money may go where the output says. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x-errand-type\":\"quote\"}",
                "{\"properties\":{\"q\":{\"x-errand-type\":\"quote\"}}}",
                "{\"properties\":{\"q\":{\"items\":{\"x-errand-type\":\"quote\"}}}}",
                "{\"properties\":{\"q\":{\"$ref\":\"#/properties/a/default\"},\"a\":{\"default\":{\"x-errand-type\":\"quote\"}}}}",
                "{\"properties\":{\"q\":{\"$ref\":\"#/x/y\"}},\"x\":{\"y\":{\"x-errand-type\":\"quote\"}}}",
                "{\"properties\":{\"q\":{\"$ref\":\"#/examples/0\"}},\"examples\":[{\"x-errand-type\":\"quote\"}]}",
                "{\"$defs\":{\"x-errand-type\":\"quote\"}}",
            })
    void marks_no_quotes(String schema) {
        assertThat(safe(schema)).doesNotContain("x-errand-type").doesNotContain("quote");
    }

    @Test
    void fetches_nothing() {
        assertThatThrownBy(
                        () ->
                                safe(
                                        "{\"properties\":{\"a\":{\"$ref\":\"http://169.254.169.254/x\"}}}"))
                .hasMessage("it refers to another place: http://169.254.169.254/x");
    }

    @Test
    void is_not_large_not_deep_and_of_an_object() {
        assertThatThrownBy(() -> safe("{\"title\":\"" + "x".repeat(33_000) + "\"}"))
                .hasMessageContaining("32768 are possible");
        assertThatThrownBy(() -> safe("{\"not\":".repeat(70) + "{}" + "}".repeat(70)))
                .hasMessage("it is nested too deeply");
        assertThatThrownBy(() -> safe("{\"type\":\"array\"}"))
                .hasMessage("it does not describe an object");
        assertThatThrownBy(() -> safe("true")).hasMessage("it is not an object");
    }

    private static String safe(String schema) {
        return SafeSchema.of(JsonMapper.shared().readTree(schema));
    }
}
