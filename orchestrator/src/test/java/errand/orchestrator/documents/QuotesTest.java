package errand.orchestrator.documents;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.plan.Documents.Answer;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.Payee;
import errand.orchestrator.plan.Quote;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotesTest {

    private static final String QUOTE =
            """
            {"quoteId":"q_1","payee":{"id":"fliggy:rail","name":"飞猪火车票"},"title":"G33",
             "lines":[{"title":"二等座","quantity":12,"unit":{"amount":62600,"currency":"CNY"},"amount":{"amount":751200,"currency":"CNY"}},
                      {"title":"优惠","quantity":1,"unit":{"amount":-1200,"currency":"CNY"},"amount":{"amount":-1200,"currency":"CNY"}}],
             "total":{"amount":750000,"currency":"CNY"},"validUntil":"2026-11-23T15:20:00+08:00",
             "cancellation":"","details":{"arriveAt":"杭州东"}}""";

    private final JsonataDocuments documents = new JsonataDocuments();

    @Test
    void reads_quotes_at_their_paths() {
        String output = "{\"quote\":" + QUOTE + ",\"more\":[{\"q\":" + QUOTE + "}],\"none\":null}";
        Answer<List<Quote>> answer =
                documents.quotes(
                        output,
                        List.of(
                                List.of("quote"),
                                List.of("more", "*", "q"),
                                List.of("none"),
                                List.of("absent", "*")));
        Money unit = new Money(62_600, "CNY");
        Money less = new Money(-1_200, "CNY");
        Quote quote =
                new Quote(
                        "q_1",
                        new Payee("fliggy:rail", "飞猪火车票"),
                        "G33",
                        List.of(
                                new Quote.Line("二等座", 12, unit, new Money(751_200, "CNY")),
                                new Quote.Line("优惠", 1, less, less)),
                        new Money(750_000, "CNY"),
                        Instant.parse("2026-11-23T07:20:00Z"),
                        "");
        assertThat(answer).isEqualTo(new Answer.Known<>(List.of(quote, quote)));
    }

    @Test
    void an_output_without_quotes_is_not_even_read() {
        assertThat(documents.quotes("garbage", List.of())).isEqualTo(new Answer.Known<>(List.of()));
        assertThat(message("garbage", "x")).isEqualTo("The output is not JSON: garbage");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "\"amount\":750000|\"amount\":750001|/quote/lines adds up to 7500.00 CNY, but the total is 7500.01 CNY.",
                "\"quantity\":12|\"quantity\":0|/quote/lines/0/quantity is not a whole number of at least 1.",
                "\"quantity\":12|\"quantity\":11|/quote/lines/0 says 11 × 626.00 CNY is 7512.00 CNY.",
                "\"amount\":62600|\"amount\":62600.5|/quote/lines/0/unit/amount is not a whole number of minor units.",
                "\"amount\":62600|\"amount\":\"62600\"|/quote/lines/0/unit/amount is not a whole number of minor units.",
                "750000,\"currency\":\"CNY\"|750000,\"currency\":\"yuan\"|/quote/total/currency is not an ISO 4217 code such as CNY.",
                "750000,\"currency\":\"CNY\"|750000,\"currency\":\"USD\"|/quote/lines mixes currencies with the total of 7500.00 USD.",
                "\"quoteId\":\"q_1\"|\"quoteId\":\" \"|/quote/quoteId is empty.",
                "\"title\":\"G33\"|\"titel\":\"G33\"|/quote/title is missing.",
                "\"id\":\"fliggy:rail\"|\"id\":7|/quote/payee/id is not a text.",
                "+08:00||/quote/validUntil is not a time with an offset, such as 2026-12-07T15:20:00+08:00.",
                "\"lines\":[|\"lines\":7,\"x\":[|/quote/lines is not an array.",
            })
    void names_what_is_malformed(String good, String bad, String why) {
        String output =
                QUOTE.replaceFirst(java.util.regex.Pattern.quote(good), bad == null ? "" : bad);
        assertThat(message("{\"quote\":" + output + "}", "quote")).isEqualTo(why);
    }

    @Test
    void says_when_quotes_are_no_array() {
        assertThat(message("{\"quote\":{}}", "quote", "*"))
                .isEqualTo("/quote is not an array of quotes.");
        assertThat(message("{\"quote\":[7]}", "quote", "*"))
                .isEqualTo("/quote/0 is not an object.");
    }

    private String message(String output, String... path) {
        return JsonataDocumentsTest.message(documents.quotes(output, List.of(List.of(path))));
    }
}
