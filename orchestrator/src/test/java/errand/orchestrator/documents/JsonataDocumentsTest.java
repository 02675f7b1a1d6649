package errand.orchestrator.documents;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.plan.Documents.Answer;
import errand.orchestrator.plan.Documents.Claim;
import errand.orchestrator.plan.Documents.Scope;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.Quote;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonataDocumentsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T07:20:00.123Z");
    private static final String ANY = "{}";
    private static final String OFFERS =
            """
            {"offers":[
              {"offerId":"o1","seatsLeft":40,"price":{"amount":62600,"currency":"CNY"}},
              {"offerId":"o2","seatsLeft":12,"price":{"amount":53850,"currency":"CNY"}},
              {"offerId":"o3","seatsLeft":3,"price":{"amount":10000,"currency":"CNY"}}],
             "empty":[],"one":[{"tag":"x"}],"none":null}""";

    private final JsonataDocuments documents = new JsonataDocuments();

    @Test
    void picks_the_cheapest_train_with_seats_for_all() {
        assertThat(
                        filled(
                                """
                                {"offerId":"${$out.out.offers[seatsLeft >= $in.people]^(price.amount)[0].offerId}",
                                 "people":"${$in.people}"}"""))
                .isEqualTo("{\"offerId\":\"o2\",\"people\":12}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${$ceil($in.people / 2)}|6",
                "${$in.people / 5}|2.4",
                "${$sum($out.out.offers.price.amount)}|126450",
                "${$out.out.offers[0].price.amount * $in.people}|751200",
                "${$round(2.675, 2)}|2.68",
                "${$round(12.4)}|12",
                "${$number('12.0')}|12",
                "${$count($out.out.offers)}|3",
                "${$power(2, 10)}|1024",
                "${$in.people > 5}|true",
                "${{'a': $in.people}}|{\"a\":12}",
                "${[$in.people]}|[12]",
                "${$out.out.offers.offerId}|[\"o1\",\"o2\",\"o3\"]",
                "${$now}|\"2026-11-23T15:20:00+08:00\"",
                "${$toMillis($now)}|1795418400000",
                "${$fromMillis($toMillis($now) + 60000)}|\"2026-11-23T07:21:00Z\"",
                "${$uppercase('i') & $lowercase('I')}|\"Ii\"",
                "${$replace('a-b-c', '-', '+', 1)}|\"a+b-c\"",
                "${$split('a,b,,c', ',')}|[\"a\",\"b\",\"\",\"c\"]",
                "${$split('abc', '')}|[\"a\",\"b\",\"c\"]",
                "${$split('a.b.c', '.', 2)}|[\"a\",\"b\"]",
                "${$join(['a','b'], '/')}|\"a/b\"",
                "${$contains('团建', '建')}|true",
                "${$substringBefore('a:b', ':') & $substringAfter('a:b', ':')}|\"ab\"",
                "${$map($out.out.offers, function($o){$o.offerId})}|[\"o1\",\"o2\",\"o3\"]",
                "${$reduce([1,2,3], function($a, $b){$a + $b})}|6",
                "${$sort($out.out.offers, function($a, $b){$a.price.amount > $b.price.amount}).offerId}|[\"o3\",\"o2\",\"o1\"]",
                "${$filter([1,2,3], function($v){$v > 1})}|[2,3]",
                "${($a := 2; $b := $a * 3; $a + $b)}|8",
                "${$exists($out.nobody.x)}|false",
                "${$exists($out.out.none)}|false",
                "${$formatNumber(1234.5, '#,##0.00')}|\"1,234.50\"",
                "${$string($in.people) & '人'}|\"12人\"",
                "${$sum([1,2]) & '元'}|\"3元\"",
                "${$merge([{'a':1},{'b':2}])}|{\"a\":1,\"b\":2}",
                "${$distinct([1,1,2])}|[1,2]",
                "${$zip([1,2],[3,4])}|[[1,3],[2,4]]",
                "${$keys({'a':1,'b':2})}|[\"a\",\"b\"]",
                "${$average([1,2])}|1.5",
                "${[1..3]}|[1,2,3]",
                "${$out.out.one[0].tag in ['x','y']}|true",
                "${$type($in)}|\"object\"",
                "${$lookup($in, 'people')}|12",
                "${$in.people = 12 and $in.from = '北京'}|true",
                "${$item.name}|\"扬州\"",
                "${$base64decode($base64encode('北京'))}|\"北京\"",
                "${$max($out.out.offers.seatsLeft) - $min($out.out.offers.seatsLeft)}|37",
            },
            quoteCharacter = '\u0001')
    void gives_a_whole_expression_its_type(String expression, String value) {
        assertThat(filled("{\"v\":\"" + expression + "\"}")).isEqualTo("{\"v\":" + value + "}");
    }

    @Test
    void puts_values_into_text() {
        assertThat(filled("{\"v\":\"${$in.from}→${$in.to}, ${$in.people * 1.0}人, ${1 = 1}\"}"))
                .isEqualTo("{\"v\":\"北京→杭州, 12人, true\"}");
    }

    @Test
    void keeps_an_escaped_opening() {
        assertThat(filled("{\"v\":\"$${x} and ${$in.people}\",\"w\":\"$${x}\"}"))
                .isEqualTo("{\"v\":\"${x} and 12\",\"w\":\"${x}\"}");
    }

    @Test
    void refuses_objects_arrays_and_nothing_inside_text() {
        assertThat(fault("{\"v\":\"a ${$in}\"}", ANY))
                .isEqualTo("/v: ${$in} gives an object, so it cannot be put into text.");
        assertThat(fault("{\"v\":\"a ${$out.out.offers}\"}", ANY))
                .isEqualTo("/v: ${$out.out.offers} gives an array, so it cannot be put into text.");
        assertThat(fault("{\"v\":[\"a ${$out.out.none}\"]}", ANY))
                .isEqualTo("/v/0: ${$out.out.none} gives nothing, so it cannot be put into text.");
    }

    @Test
    void drops_what_is_missing() {
        assertThat(filled("{\"v\":\"${$out.nobody.x}\",\"w\":[\"${$in.none}\",1],\"x\":null}"))
                .isEqualTo("{\"w\":[1]}");
    }

    @Test
    void names_path_and_expression_of_a_required_value_that_is_missing() {
        String schema =
                """
                {"type":"object","properties":{"offerId":{"type":"string"}},"required":["offerId"]}""";
        assertThat(fault("{\"offerId\":\"${$out.out.offers[seatsLeft > 99][0].offerId}\"}", schema))
                .isEqualTo(
                        "/offerId: required property 'offerId' not found"
                                + " (from ${$out.out.offers[seatsLeft > 99][0].offerId}).");
    }

    @Test
    void names_path_and_expression_of_a_value_of_the_wrong_type() {
        String schema = "{\"properties\":{\"rooms\":{\"type\":\"integer\"}}}";
        assertThat(fault("{\"rooms\":\"${$in.people / 5}\"}", schema))
                .isEqualTo("/rooms: number found, integer expected (from ${$in.people / 5}).");
    }

    @Test
    void wraps_single_values_where_the_schema_says_array() {
        String schema =
                """
                {"properties":{
                  "ids":{"type":"array","items":{"type":"string"}},
                  "none":{"type":"array"},
                  "deep":{"$ref":"#/$defs/deep"}},
                 "$defs":{"deep":{"type":"object","required":["tags"],
                   "properties":{"tags":{"type":"array"},"rows":{"type":"array","items":{"type":"array"}}}}}}""";
        assertThat(
                        filled(
                                """
                                {"ids":"${$out.out.offers[seatsLeft > 20].offerId}","none":"${$in.no}",
                                 "deep":"${{'rows': $out.out.one.tag}}"}""",
                                schema))
                .isEqualTo(
                        "{\"deep\":{\"rows\":[[\"x\"]],\"tags\":[]},\"ids\":[\"o1\"],\"none\":[]}");
    }

    @Test
    void checks_constants_once_and_for_all() {
        String schema =
                "{\"properties\":{\"n\":{\"type\":\"integer\"}},\"additionalProperties\":false}";
        assertThat(filled("{\"n\":12.0}", schema)).isEqualTo("{\"n\":12}");
        assertThat(fault("{\"n\":1.5,\"m\":1}", schema))
                .isEqualTo(
                        "/m: property 'm' is not defined in the schema and the schema does not allow"
                                + " additional properties; /n: number found, integer expected.");
    }

    @Test
    void says_of_a_long_number_that_it_cannot_be_kept() {
        assertThat(fault("{\"v\":\"${$in.long}\"}", ANY)).contains("cannot be kept exactly");
    }

    @Test
    void a_condition_is_true_false_or_missing() {
        assertThat(documents.condition("${$in.people > 5}", scope())).isEqualTo(known(true));
        assertThat(documents.condition("$in.people > 50", scope())).isEqualTo(known(false));
        assertThat(documents.condition("${$in.no}", scope())).isEqualTo(known(false));
        assertThat(message(documents.condition("${$in.people}", scope())))
                .isEqualTo("The condition ${$in.people} gives 12, not true or false.");
    }

    @Test
    void elements_are_an_array_one_value_or_none() {
        assertThat(documents.elements("${$out.out.offers.seatsLeft}", scope()))
                .isEqualTo(known(List.of("40", "12", "3")));
        assertThat(documents.elements("$in.people", scope())).isEqualTo(known(List.of("12")));
        assertThat(documents.elements("${$out.out.empty}", scope())).isEqualTo(known(List.of()));
        assertThat(documents.elements("${$in.no}", scope())).isEqualTo(known(List.of()));
        assertThat(message(documents.elements("${$eval('1')}", scope())))
                .startsWith("${$eval('1')} calls $eval(), which is not allowed");
    }

    @Test
    void an_unread_output_may_be_anything() {
        Scope scope = new Scope("{}", Map.of("bad", "not json", "good", "{\"x\":1}"), null, NOW);
        assertThat(documents.input("{\"v\":\"${$out.good.x}\"}", scope, ANY))
                .isEqualTo(known("{\"v\":1}"));
        assertThat(message(documents.input("{\"v\":\"${$out.bad.x}\"}", scope, ANY)))
                .isEqualTo("/v: The output of 'bad' is not JSON: not json");
    }

    @Test
    void names_the_quotes_and_claims_of_an_input() {
        String input =
                """
                {"quoteId":"q1","quoteIds":["q2","q1"],"quotes":[{"quoteId":"q3"}],
                 "lines":[{"quoteId":"q4","payee":{"id":"p","name":"P"},"amount":{"amount":5,"currency":"CNY"}},
                          {"amount":{"amount":5.5,"currency":"CNY"}},{"skuId":"s","quantity":1}]}""";
        assertThat(documents.quoteIds(input)).containsExactly("q1", "q2", "q4", "q3");
        List<Claim> claims = documents.claims(input);
        assertThat(claims).hasSize(2);
        assertThat(claims.getFirst()).isEqualTo(new Claim("q4", "p", new Money(5, "CNY")));
        assertThat(claims.getLast().quoteId()).isEmpty();
        assertThat(claims.getLast().amount()).isNotNull();
    }

    @Test
    void what_has_no_quote_is_bound_to_its_input() {
        Quote quote = documents.unquoted("mcp.mail.send", "{\"to\":\"a\"}", NOW);
        assertThat(quote.quoteId())
                .isEqualTo("input:" + documents.hash("mcp.mail.send\n{\"to\":\"a\"}").substring(7));
        assertThat(quote.payee().id()).isEqualTo("mcp");
        assertThat(quote.total()).isEqualTo(Money.NOTHING);
        assertThat(quote.title()).isEqualTo("mcp.mail.send {\"to\":\"a\"}");
        assertThat(documents.unquoted("a.b.c", "😀".repeat(150), NOW).title().length())
                .isBetween(199, 200);
    }

    @Test
    void shows_a_card_as_canonical_json() {
        Quote quote = documents.unquoted("a.b.c", "{}", Instant.parse("2026-11-23T07:20:00Z"));
        assertThat(documents.shown("p_1", Money.NOTHING, List.of(quote)))
                .isEqualTo(
                        "{\"items\":[{\"cancellation\":\"\",\"lines\":[],\"payee\":{\"id\":\"a\",\"name\":\"a\"},"
                                + "\"quoteId\":\""
                                + quote.quoteId()
                                + "\",\"title\":\"a.b.c {}\",\"total\":{\"amount\":0,\"currency\":\"CNY\"},"
                                + "\"validUntil\":\"2026-11-23T07:20:00Z\"}],\"planId\":\"p_1\","
                                + "\"total\":{\"amount\":0,\"currency\":\"CNY\"}}");
        assertThat(documents.hash(""))
                .startsWith("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4");
    }

    @Test
    void an_undo_takes_its_input_by_name() {
        String schema =
                """
                {"type":"object","properties":{"holdId":{"type":"string"},"quoteId":{"type":"string"},"why":{"type":"string"}},
                 "required":["holdId","quoteId"],"additionalProperties":false}""";
        assertThat(
                        documents.undoInput(
                                schema,
                                "{\"holdId\":\"h\",\"x\":1}",
                                "{\"quoteId\":\"q\",\"holdId\":\"z\"}"))
                .isEqualTo(known("{\"holdId\":\"h\",\"quoteId\":\"q\"}"));
        assertThat(message(documents.undoInput(schema, "{}", "{\"quoteId\":\"q\"}")))
                .isEqualTo(
                        "Neither output nor input of the step holds what its undo needs:"
                                + " /holdId: required property 'holdId' not found.");
    }

    @Test
    void gathers_outputs_and_reads_what_was_paid() {
        assertThat(documents.array(java.util.Arrays.asList("{\"a\":1}", null, "oops")))
                .isEqualTo("[{\"a\":1},null,null]");
        assertThat(documents.paid("{\"paid\":{\"amount\":5,\"currency\":\"CNY\"}}"))
                .isEqualTo(new Money(5, "CNY"));
        assertThat(documents.paid("{\"paid\":true}")).isEqualTo(Money.NOTHING);
    }

    private String filled(String template) {
        return filled(template, ANY);
    }

    private String filled(String template, String schema) {
        Answer<String> answer = documents.input(template, scope(), schema);
        assertThat(answer).as(answer.toString()).isInstanceOf(Answer.Known.class);
        return ((Answer.Known<String>) answer).value();
    }

    private String fault(String template, String schema) {
        return message(documents.input(template, scope(), schema));
    }

    static String message(Answer<?> answer) {
        assertThat(answer).as(answer.toString()).isInstanceOf(Answer.Fault.class);
        return ((Answer.Fault<?>) answer).failure().message();
    }

    private static <T> Answer<T> known(T value) {
        return new Answer.Known<>(value);
    }

    static Scope scope() {
        return new Scope(
                "{\"people\":12,\"from\":\"北京\",\"to\":\"杭州\",\"none\":null,\"long\":9007199254740993}",
                Map.of("out", OFFERS),
                "{\"name\":\"扬州\"}",
                NOW);
    }
}
