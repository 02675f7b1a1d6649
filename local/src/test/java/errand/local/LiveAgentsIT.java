package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import errand.embedded.FreePort;
import errand.local.Cli.Result;
import errand.local.Client.Answer;
import errand.runtime.live.VendorHttp;
import errand.testkit.VendorStub.Asked;
import errand.testkit.vendor.AlipayStub;
import errand.testkit.vendor.Rsa2;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All five business agents in live mode, as services, at vendors on this machine that check
 * signatures: what is announced is what can be planned, and nothing else. The agent of the bench is
 * here for its quotes, because no vendor offers any to the public.
 */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveAgentsIT {

    private static final LocalDate TRAVEL = Plans.today().plusDays(3);
    private static final Map<String, List<String>> OFFERED =
            Map.of(
                    "amap",
                    List.of(
                            "address.geocode",
                            "address.regeocode",
                            "distance.matrix",
                            "place.around",
                            "place.detail",
                            "place.search",
                            "route.plan",
                            "weather.forecast",
                            "weather.now"),
                    "taobao",
                    List.of("goods.detail", "goods.search", "order.link"),
                    "fliggy",
                    List.of("booking.link", "flight.search", "train.search"),
                    "alipay",
                    List.of("payment.close", "payment.query", "payment.refund", "payment.request"),
                    "flash",
                    List.of());

    private final Vendors vendors = Vendors.start(TRAVEL);
    private Cli cli = new Cli(Path.of("."), 0);
    private Client api = new Client("");
    private Plans plans = new Plans(api);

    @BeforeAll
    void up(@TempDir Path folder) throws Exception {
        var environment = vendors.environment(folder);
        assertThat(Files.readString(Path.of("../docs/guides/live.md")))
                .as("the guide names what is set here")
                .contains(
                        environment.keySet().stream()
                                .map(name -> "`" + name.replaceAll("_FILE$", ""))
                                .toList());
        cli = new Cli(folder.resolve("data"), FreePort.any(), environment);
        Result up = cli.run("up", "--detach", "--with", "bench");
        assertThat(up).as(up.toString()).extracting(Result::exit).isEqualTo(0);
        api = new Client("http://127.0.0.1:" + cli.port());
        plans = new Plans(api);
    }

    @AfterAll
    void down() throws Exception {
        try {
            cli.run("down");
            LogFiles.holdNothingOf(cli, Vendors.secrets());
        } finally {
            vendors.close();
            api.close();
        }
    }

    @Test
    void each_agent_announces_what_its_vendor_offers_and_says_why_there_is_no_more()
            throws Exception {
        Map<String, List<String>> announced = new LinkedHashMap<>();
        for (JsonNode agent : api.get("/api/agents").body().path("agents")) {
            String name = agent.path("name").asString();
            if (OFFERED.containsKey(name)) {
                announced.put(name, names(agent));
                assertThat(agent.path("health").asString()).as(name).isEqualTo("up");
                assertThat(agent.at("/limits/zh").asString("")).as(name).endsWith("。");
                assertThat(agent.at("/limits/en").asString("")).as(name).endsWith(".");
            }
        }
        assertThat(announced).containsExactlyInAnyOrderEntriesOf(OFFERED);
        assertThat(cli.run("agents").out())
                .contains("flash: Quick delivery (闪购, 外卖) has no API that is open to the public");
    }

    private static List<String> names(JsonNode agent) {
        int name = agent.path("name").asString().length() + 1;
        return agent.path("capabilities")
                .valueStream()
                .map(capability -> capability.path("name").asString().substring(name))
                .sorted()
                .toList();
    }

    @Test
    void places_ways_and_weather_are_amaps() {
        JsonNode plan =
                done(
                        """
                        {"goal":"maps","steps":[
                         {"id":"lake","capability":"amap.address.geocode","input":{"text":"西湖","city":"杭州"}},
                         {"id":"way","capability":"amap.route.plan",
                          "input":{"mode":"TRANSIT","from":"西溪园区","to":"西湖","city":"杭州"}},
                         {"id":"see","capability":"amap.place.search","input":{"city":"杭州","text":"博物馆"}},
                         {"id":"sky","capability":"amap.weather.forecast","input":{"city":"杭州","date":"%s"}}]}"""
                                .formatted(Plans.today().plusDays(1)));
        assertThat(Steps.output(plan, "lake").at("/place/location/lat").asDouble())
                .isBetween(30.24, 30.25);
        assertThat(Steps.output(plan, "way").path("minutes").asInt()).isEqualTo(52);
        assertThat(Steps.output(plan, "see").at("/places/0/name").asString()).contains("博物馆");
        assertThat(Steps.output(plan, "sky").path("rain").asBoolean()).isTrue();
        assertThat(vendors.amap().asked())
                .extracting(Asked::path)
                .contains("/v3/geocode/geo", "/v3/weather/weatherInfo");
        assertThat(vendors.amap().asked()).allMatch(asked -> asked.fields().containsKey("sig"));
    }

    @Test
    void goods_are_found_at_taobao_and_bought_by_a_link() {
        JsonNode plan =
                done(
                        """
                        {"goal":"goods","steps":[
                         {"id":"found","capability":"taobao.goods.search","input":{"text":"轻薄本"}},
                         {"id":"link","capability":"taobao.order.link",
                          "input":{"skuId":"${$out.found.offers^(payable.amount)[0].skuId}"}}]}""");
        assertThat(Steps.output(plan, "link").path("url").asString())
                .isEqualTo("https://s.click.taobao.com/602");
        assertThat(Steps.output(plan, "link").path("note").asString()).isNotBlank();
    }

    @Test
    void trains_are_found_at_fliggy_and_booked_by_a_link() {
        JsonNode plan =
                done(
                        """
                        {"goal":"train","steps":[
                         {"id":"trains","capability":"fliggy.train.search",
                          "input":{"from":"北京","to":"杭州","date":"%s","people":2}},
                         {"id":"link","capability":"fliggy.booking.link",
                          "input":{"offerId":"${$out.trains.offers[0].offerId}"}}]}"""
                                .formatted(TRAVEL));
        assertThat(Steps.output(plan, "trains").at("/offers/0/price/amount").asLong())
                .isEqualTo(62_600);
        assertThat(Steps.output(plan, "link").path("url").asString())
                .isEqualTo("https://a.fliggy.com/item?no=G43");
    }

    @Test
    void what_was_quoted_is_asked_for_at_alipay_paid_there_and_told_by_a_notice() throws Exception {
        JsonNode asked =
                plans.asked(
                        draft(
                                """
                                {"goal":"pay","steps":[
                                 {"id":"q","capability":"bench.noop.quote",
                                  "input":{"price":{"amount":4200,"currency":"CNY"}}},
                                 {"id":"ok","capability":"person.consent.ask","input":{"quotes":"${[$out.q.quote]}"}},
                                 {"id":"pay","capability":"alipay.payment.request",
                                  "input":{"lines":"${$out.ok.lines}","channel":"QR"}}]}"""));
        assertThat(vendors.alipay().http().asked()).as("before the yes").isEmpty();
        assertThat(api.answerCard(asked, "grant").status()).isEqualTo(200);
        JsonNode plan = ended(api.awaitPlan(asked.path("id").asString(), "done", "failed"));
        JsonNode request = Steps.output(plan, "pay");
        assertThat(request.path("state").asString()).isEqualTo("WAITING");
        assertThat(request.path("qrCode").asString()).startsWith("https://qr.alipay.example/");
        assertThat(plan.path("spent").path("amount").asLong()).as("nothing is paid yet").isZero();

        String captureId = request.path("captureId").asString();
        assertThat(state(captureId)).isEqualTo("WAITING");
        vendors.alipay().pay(captureId, 4_200);
        Map<String, String> paid = AlipayStub.notice("n1", captureId, "TRADE_SUCCESS", "42.00");
        assertThat(told(paid)).as("not signed").isEqualTo("400 failure");
        assertThat(told(Rsa2.notice(paid))).isEqualTo("200 success");
        assertThat(state(captureId)).isEqualTo("PAID");
    }

    private String state(String captureId) {
        JsonNode plan =
                done(
                        """
                        {"goal":"paid?","steps":[{"id":"q","capability":"alipay.payment.query",
                         "input":{"captureId":"%s"}}]}"""
                                .formatted(captureId));
        return Steps.output(plan, "q").path("state").asString();
    }

    /** Posts what Alipay would, to the agent's own port. */
    private String told(Map<String, String> fields) throws Exception {
        URI alipay =
                URI.create(
                        deployment().http(deployment().service("agent-alipay")) + "/alipay/notify");
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(alipay)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    VendorHttp.form(fields)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }

    @Test
    void a_plan_that_names_what_is_absent_is_refused_with_the_reason_and_what_there_is() {
        assertThat(refusal("flash.shop.search", "{\"place\":\"西溪园区\",\"item\":\"拿铁\"}"))
                .isEqualTo(
                        "Agent 'flash' cannot do 'shop.search'. It can do: nothing. Quick delivery (闪购, 外卖) has"
                                + " no API that is open to the public, so nothing can be ordered from shops nearby here.");
        assertThat(refusal("alipay.payment.authorise", "{\"lines\":[]}"))
                .startsWith(
                        "Agent 'alipay' cannot do 'payment.authorise'. It can do: payment.close, payment.query,"
                                + " payment.refund, payment.request. ");
        assertThat(refusal("fliggy.hotel.search", "{}"))
                .contains("It can do: booking.link, flight.search, train.search.");
    }

    private String refusal(String capability, String input) {
        Answer answer =
                api.post(
                        "/api/plans",
                        """
                        {"goal":"x","steps":[{"id":"a","capability":"%s","input":%s}]}"""
                                .formatted(capability, input));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        JsonNode fault = answer.body().path("errors").path(0);
        assertThat(fault.path("code").asString()).isEqualTo("CAPABILITY_UNKNOWN");
        return fault.path("message").asString();
    }

    /** The second one leaves out where to: nobody is asked about what cannot be done anyway. */
    @ParameterizedTest
    @ValueSource(strings = {"帮我点两杯拿铁送到公司前台", "帮我点两杯拿铁"})
    void who_wants_something_delivered_is_told_plainly_that_it_is_not_available_here(
            String sentence) {
        Person person = new Person(api);
        JsonNode told = person.awaitStatus(person.begin(sentence), "idle");
        assertThat(told.path("plans")).isEmpty();
        assertThat(told.path("questions")).isEmpty();
        assertThat(Person.lastAnswer(told))
                .isEqualTo("现在办不了这件事：闪购和外卖没有对公众开放的下单接口，所以这里点不了外卖，也叫不了即时配送。什么都没有预订，也没有付款。");
    }

    @Test
    void what_a_sentence_needs_and_the_vendor_offers_is_done_without_the_rest() {
        Person person = new Person(api);
        JsonNode told = person.awaitStatus(person.begin("6000以内的轻薄本，比一下价"), "idle");
        assertThat(Person.lastAnswer(told)).contains("锐行 轻薄本 13.3英寸", "云枢 轻薄本 14英寸");
    }

    @Test
    void an_agent_without_its_secret_does_not_start_and_names_what_to_set() throws Exception {
        var amap = LiveStart.of(cli, "agent-amap", "ERRAND_AMAP_KEY", "");
        var taobao = LiveStart.of(cli, "agent-taobao", "ERRAND_TAOBAO_SECRET_FILE", "/nowhere/s");
        var alipay = LiveStart.of(cli, "agent-alipay", "ERRAND_ALIPAY_PUBLIC_KEY", "aS5uby5rZXk=");

        assertThat(amap.refusal())
                .contains("Setting 'ERRAND_AMAP_KEY' is missing: live mode needs this secret");
        assertThat(taobao.refusal())
                .contains("Setting 'ERRAND_TAOBAO_SECRET_FILE' is unusable: the file 's'");
        assertThat(alipay.refusal())
                .contains(
                        "Setting 'ERRAND_ALIPAY_PUBLIC_KEY' is unusable: it is not an X.509 public key")
                .doesNotContain("aS5uby5rZXk=");
    }

    private Deployment deployment() {
        return Deployment.of(DataFolder.of(cli.data())).orElseThrow();
    }

    private JsonNode done(String draft) {
        return plans.done(draft(draft));
    }

    private static ObjectNode draft(String json) {
        return (ObjectNode) Json.MAPPER.readTree(json);
    }

    private static JsonNode ended(JsonNode plan) {
        assertThat(plan.path("state").asString()).as(plan.toPrettyString()).isEqualTo("done");
        return plan;
    }
}
