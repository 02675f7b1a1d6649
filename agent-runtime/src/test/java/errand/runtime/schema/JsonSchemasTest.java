package errand.runtime.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import errand.agent.Describe;
import errand.agent.Money;
import errand.agent.Quote;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonSchemasTest {

    enum Seat {
        FIRST,
        SECOND
    }

    @Describe("Looks for trains")
    record Search(
            @Describe("City, 城市") String to,
            LocalDate date,
            int people,
            @Nullable LocalTime departAfter,
            @Nullable Seat seat) {}

    record Offer(String offerId, Money price, OffsetDateTime leaves) {}

    record Offers(List<Offer> offers, Map<String, Object> details) {}

    record Quoted(Quote quote) {}

    private final JsonSchemas schemas = new JsonSchemas();

    @Test
    void derives_an_input_schema_in_the_order_of_the_components() {
        assertThat(schemas.ofInput(Search.class))
                .isEqualTo(
                        "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"type\":\"object\",\"properties\":{"
                                + "\"to\":{\"type\":\"string\",\"description\":\"City, 城市\"},"
                                + "\"date\":{\"type\":\"string\",\"format\":\"date\"},"
                                + "\"people\":{\"type\":\"integer\"},"
                                + "\"departAfter\":{\"type\":\"string\",\"pattern\":\"^([01]\\\\d|2[0-3]):[0-5]\\\\d(:[0-5]\\\\d(\\\\.\\\\d+)?)?$\"},"
                                + "\"seat\":{\"type\":\"string\",\"enum\":[\"FIRST\",\"SECOND\"]}},"
                                + "\"required\":[\"to\",\"date\",\"people\"],"
                                + "\"description\":\"Looks for trains\",\"additionalProperties\":false}");
    }

    @Test
    void an_output_schema_stands_inline_and_leaves_room_for_more() {
        String schema = schemas.ofOutput(Offers.class);

        assertThat(schema)
                .doesNotContain("$ref")
                .doesNotContain("\"additionalProperties\":false")
                .contains("\"price\":{\"type\":\"object\"")
                .contains("\"format\":\"date-time\"")
                .contains("\"details\":{\"type\":\"object\"}");
        assertThat(
                        schemas.faults(
                                schema,
                                "{\"offers\":[],\"details\":{\"a\":{\"b\":1}},\"later\":true}"))
                .isEmpty();
    }

    @Test
    void a_quote_is_marked_as_one() {
        assertThat(schemas.ofOutput(Quoted.class)).contains("\"x-errand-type\":\"quote\"");
        assertThat(schemas.ofOutput(Offers.class)).doesNotContain("x-errand-type");
    }

    @Test
    void is_the_same_text_every_time() {
        assertThat(new JsonSchemas().ofOutput(Quoted.class))
                .isEqualTo(schemas.ofOutput(Quoted.class));
    }

    @Test
    void names_the_path_of_what_does_not_fit() {
        String schema = schemas.ofOutput(Offers.class);
        String json =
                "{\"offers\":[{\"offerId\":\"o1\",\"price\":{\"amount\":\"much\",\"currency\":\"CNY\"},\"leaves\":\"2026-12-07T08:00:00+08:00\"}],\"details\":{}}";

        assertThat(schemas.faults(schema, json))
                .containsExactly(
                        new Fault("/offers/0/price/amount", "string found, integer expected"));
    }

    @Test
    void a_missing_and_an_unknown_property_are_faults_of_an_input() {
        assertThat(
                        schemas.faults(
                                schemas.ofInput(Search.class),
                                "{\"to\":\"杭州\",\"date\":\"2026-12-07\",\"poeple\":2}"))
                .extracting(Fault::message)
                .containsExactly(
                        "property 'poeple' is not defined in the schema and the schema does not allow additional properties",
                        "required property 'people' not found");
    }

    @Test
    void a_date_must_be_one() {
        assertThat(
                        schemas.faults(
                                schemas.ofInput(Search.class),
                                "{\"to\":\"杭州\",\"date\":\"tomorrow\",\"people\":2}"))
                .extracting(Fault::path)
                .containsExactly("/date");
    }

    @Test
    void what_is_not_json_is_one_fault_of_the_whole() {
        assertThat(schemas.faults(schemas.ofInput(Search.class), "{\"to\":"))
                .hasSize(1)
                .first()
                .extracting(Fault::path)
                .isEqualTo("");
    }

    @Test
    void refuses_what_is_not_a_record() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schemas.ofInput(String.class))
                .withMessage(
                        "java.lang.String is not a record: inputs and outputs of capabilities are records.");
    }
}
