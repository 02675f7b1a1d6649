package errand.fliggy.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.agent.Capability;
import errand.fliggy.travel.BookingLink;
import errand.fliggy.travel.BookingLinkOf;
import errand.fliggy.travel.FlightOffers;
import errand.fliggy.travel.FlightSearch;
import errand.fliggy.travel.TrainOffers;
import errand.fliggy.travel.TrainSearch;
import errand.runtime.live.Secrets;
import errand.runtime.settings.MissingSetting;
import errand.runtime.work.InMemoryInbox;
import errand.runtime.work.Reply;
import errand.testkit.AgentHarness;
import errand.testkit.SettableClock;
import errand.testkit.VendorStub.Answer;
import errand.testkit.vendor.FliggyStub;
import errand.testkit.vendor.TopStub;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveAgentTest {

    private static final String METHOD = "test.train.search";
    private static final TrainSearch WISH =
            TrainSearch.of("北京", "杭州", LocalDate.parse("2026-12-07"), 2);
    private static final String G43 =
            FliggyStub.journey("G43", "二等座", "2026-12-07 14:05", "2026-12-07 18:38", "626.00");

    private final Platform platform = new Platform();

    @AfterEach
    void closePlatform() {
        platform.close();
    }

    @Test
    void can_find_and_hand_over_and_nothing_else() {
        assertThat(platform.agent().capabilities().all().stream().map(Capability::name))
                .containsExactly(
                        "fliggy.train.search",
                        "fliggy.hotel.search",
                        "fliggy.flight.search",
                        "fliggy.booking.link");
    }

    @Test
    void cannot_find_what_the_platform_did_not_grant() {
        LiveProperties some =
                new LiveProperties(
                        URI.create("https://eco.taobao.com"),
                        Duration.ofSeconds(1),
                        "",
                        "test.flight.search",
                        "",
                        List.of());
        Secrets secrets =
                new Secrets(Map.of("ERRAND_FLIGGY_KEY", "1", "ERRAND_FLIGGY_SECRET", "2"));

        assertThat(
                        LiveConfiguration.agent(some, secrets, SettableClock.onMondayMorning())
                                .capabilities()
                                .all())
                .extracting(Capability::name)
                .containsExactly("fliggy.flight.search", "fliggy.booking.link");
    }

    @Test
    void asks_with_a_signature_that_the_platform_accepts_and_says_what_it_lists() {
        platform.on(METHOD, asked -> FliggyStub.items(G43));

        TrainOffers offers = AgentHarness.output(call(WISH), TrainOffers.class);

        assertThat(offers.offers()).hasSize(1);
        assertThat(offers.offers().getFirst().trainNo()).isEqualTo("G43");
        assertThat(offers.offers().getFirst().price().amount()).isEqualTo(62_600);
        assertThat(platform.asked().getFirst().fields())
                .containsEntry("dep_city", "北京")
                .containsEntry("dep_date", "2026-12-07")
                .containsEntry("timestamp", "2026-11-23 10:00:00")
                .containsEntry("sign_method", "md5");
    }

    @Test
    void hands_over_the_link_of_an_offer_and_says_that_nothing_is_booked() {
        platform.on(METHOD, asked -> FliggyStub.items(G43));
        String offerId =
                AgentHarness.output(call(WISH), TrainOffers.class).offers().getFirst().offerId();

        BookingLink link =
                AgentHarness.output(
                        harness().call("fliggy.booking.link", new BookingLinkOf(offerId)),
                        BookingLink.class);

        assertThat(link.url()).isEqualTo("https://a.fliggy.com/item?no=G43");
        assertThat(link.message()).startsWith("尚未预订");
    }

    @Test
    void an_offer_that_the_platform_lists_no_more_has_no_link() {
        platform.on(METHOD, asked -> FliggyStub.items(G43));
        String offerId =
                AgentHarness.output(call(WISH), TrainOffers.class).offers().getFirst().offerId();
        platform.on(METHOD, asked -> FliggyStub.items());

        for (String id : List.of(offerId, "L.xx", "T-G43-20261207-SECOND", "L.!!")) {
            Reply reply = harness().call("fliggy.booking.link", new BookingLinkOf(id));
            assertThat(AgentHarness.failure(reply).getCode()).isEqualTo("UNKNOWN_OFFER");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "7, '', VENDOR_BUSY",
        "15, isp.remote-service-timeout, VENDOR_BROKEN",
        "15, isv.invalid-parameter, VENDOR_REFUSED",
        "25, '', VENDOR_REFUSES_KEY",
        "29, '', VENDOR_REFUSES_KEY",
        "41, isv.city-unknown, VENDOR_REFUSED"
    })
    void tells_errors_that_pass_from_those_that_do_not(int code, String subCode, String said) {
        platform.on(METHOD, asked -> TopStub.error(code, "no", subCode, "no"));

        assertThat(AgentHarness.failure(call(WISH)).getCode()).isEqualTo(said);
    }

    @Test
    void a_wrong_secret_is_said_and_not_shown() {
        platform.on(METHOD, asked -> FliggyStub.items(G43));
        AgentHarness harness =
                AgentHarness.inMemory(
                        platform.agent("another-secret"),
                        new InMemoryInbox(),
                        SettableClock.onMondayMorning());

        Reply reply = harness.call("fliggy.train.search", WISH);

        assertThat(AgentHarness.failure(reply).getCode()).isEqualTo("VENDOR_REFUSES_KEY");
        assertThat(reply.record().toString()).doesNotContain("another-secret", FliggyStub.KEY);
    }

    @Test
    void who_is_too_slow_is_asked_again_later() {
        platform.on(METHOD, asked -> FliggyStub.items(G43).after(Duration.ofSeconds(3)));

        assertThat(AgentHarness.failure(call(WISH)).getCode()).isEqualTo("VENDOR_NO_ANSWER");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html>busy</html>",
                "{}",
                "{\"search_response\":{}}",
                "{\"search_response\":{\"items\":{}}}",
                "{\"search_response\":{\"items\":[{\"adultPrice\":\"1\"}]}}",
                "{\"search_response\":{\"items\":[3,null,\"x\"]}}"
            })
    void what_cannot_be_read_is_asked_again_later(String body) {
        platform.on(METHOD, asked -> Answer.json(body));

        assertThat(AgentHarness.failure(call(WISH)).getCode()).isEqualTo("VENDOR_MALFORMED_ANSWER");
    }

    @Test
    void what_is_incomplete_or_leads_elsewhere_is_left_out() {
        String evil = G43.replace("https://a.fliggy.com", "https://fliggy.com.evil.example");
        String script = G43.replace("https://a.fliggy.com/item?no=G43", "javascript:alert(1)");
        String free = G43.replace("626.00", "0");
        String backwards = G43.replace("2026-12-07 18:38", "2026-12-07 12:38");
        String odd = G43.replace("二等座", "站票");
        platform.on(METHOD, asked -> FliggyStub.items(evil, script, free, backwards, odd, G43));

        assertThat(AgentHarness.output(call(WISH), TrainOffers.class).offers()).hasSize(1);
    }

    @Test
    void airlines_are_asked_for_by_code_only() {
        FlightSearch wish =
                new FlightSearch(
                        "北京",
                        "广州",
                        LocalDate.parse("2026-12-07"),
                        1,
                        null,
                        null,
                        null,
                        null,
                        "东方航空",
                        null,
                        null,
                        null,
                        null,
                        null);
        platform.on("test.flight.search", asked -> FliggyStub.items());

        Reply named = harness().call("fliggy.flight.search", wish);
        Reply none =
                harness()
                        .call(
                                "fliggy.flight.search",
                                FlightSearch.of("北京", "广州", LocalDate.parse("2026-12-07"), 1));

        assertThat(AgentHarness.failure(named).getCode()).isEqualTo("UNKNOWN_AIRLINE");
        assertThat(AgentHarness.output(none, FlightOffers.class).offers()).isEmpty();
    }

    @Test
    void does_not_start_without_key_method_or_https() {
        assertThatThrownBy(
                        () ->
                                LiveConfiguration.agent(
                                        platform.properties(),
                                        new Secrets(Map.of()),
                                        SettableClock.onMondayMorning()))
                .isInstanceOf(MissingSetting.class)
                .hasMessageContaining("ERRAND_FLIGGY_KEY");
        assertThatThrownBy(() -> properties("https://eco.taobao.com", ""))
                .hasMessageContaining("at least one of errand.fliggy.live.train-search");
        assertThatThrownBy(() -> properties("http://eco.taobao.com", "x"))
                .hasMessageContaining("only https leaves this machine");
    }

    private static LiveProperties properties(String url, String method) {
        return new LiveProperties(
                URI.create(url), Duration.ofSeconds(1), method, "", "", List.of());
    }

    private Reply call(TrainSearch wish) {
        return harness().call("fliggy.train.search", wish);
    }

    private AgentHarness harness() {
        return AgentHarness.inMemory(
                platform.agent(), new InMemoryInbox(), SettableClock.onMondayMorning());
    }
}
