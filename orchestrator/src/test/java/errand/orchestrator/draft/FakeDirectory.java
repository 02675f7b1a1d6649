package errand.orchestrator.draft;

import errand.orchestrator.directory.Described;
import errand.orchestrator.directory.Directory;
import errand.orchestrator.plan.Effect;
import errand.orchestrator.plan.Maturity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Agents as a test says they are. */
final class FakeDirectory implements Directory {

    private final Map<String, Described> all = new TreeMap<>();

    static final String QUOTED =
            """
            {"type":"object","properties":{"quote":{"type":"object","x-errand-type":"quote"}}}""";

    /** All that the example of a team's outing needs. */
    static FakeDirectory ofTeamBuilding() {
        FakeDirectory here = new FakeDirectory();
        String text = "{\"type\":\"string\"}";
        String count = "{\"type\":\"integer\",\"minimum\":1}";
        String date = "{\"type\":\"string\",\"format\":\"date\"}";
        here.read(
                "fliggy.train.search",
                input(
                        Map.of(
                                "from",
                                text,
                                "to",
                                text,
                                "date",
                                date,
                                "people",
                                count,
                                "departAfter",
                                text),
                        "from",
                        "to",
                        "date",
                        "people"),
                "{}");
        here.read(
                "fliggy.hotel.search",
                input(
                        Map.of(
                                "city",
                                text,
                                "checkIn",
                                date,
                                "checkOut",
                                date,
                                "rooms",
                                count,
                                "roomType",
                                "{\"enum\":[\"TWIN\",\"KING\"]}"),
                        "city",
                        "checkIn",
                        "checkOut",
                        "rooms"),
                "{}");
        here.read(
                "amap.meal.search",
                input(Map.of("city", text, "date", date, "people", count), "city"),
                "{}");
        here.read(
                "taobao.goods.search",
                input(Map.of("text", text, "deliverBy", date), "text"),
                "{}");
        here.read(
                "amap.route.plan",
                input(
                        Map.of("mode", "{\"enum\":[\"TAXI\"]}", "from", text, "to", text),
                        "mode",
                        "from",
                        "to"),
                "{}");
        here.read(
                "fliggy.train.quote",
                input(Map.of("offerId", text, "people", count), "offerId", "people"),
                QUOTED);
        here.read(
                "fliggy.hotel.quote",
                input(Map.of("offerId", text, "rooms", count), "offerId", "rooms"),
                QUOTED);
        here.read(
                "amap.meal.quote",
                input(Map.of("offerId", text, "people", count), "offerId", "people"),
                QUOTED);
        String line = input(Map.of("skuId", text, "quantity", count), "skuId", "quantity");
        here.read(
                "taobao.goods.quote",
                input(Map.of("lines", array(line), "deliverTo", text), "lines", "deliverTo"),
                QUOTED);
        String quote = input(Map.of("quoteId", text), "quoteId");
        String held = input(Map.of("quoteId", text, "holdId", text), "quoteId", "holdId");
        for (String kind : List.of("fliggy.train", "fliggy.hotel", "amap.meal")) {
            here.write(kind + ".hold", Effect.HOLD, quote, kind + ".release");
            here.write(kind + ".release", Effect.COMMIT, held, null);
            here.write(kind + ".book", Effect.COMMIT, held, kind + ".cancel");
            here.write(kind + ".cancel", Effect.COMMIT, held, null);
        }
        here.write("taobao.goods.order", Effect.COMMIT, quote, "taobao.goods.cancel");
        here.write(
                "taobao.goods.cancel",
                Effect.COMMIT,
                input(Map.of("orderId", text), "orderId"),
                null);
        here.write(
                "alipay.payment.authorise",
                Effect.PAY,
                input(Map.of("lines", "{\"type\":\"array\"}"), "lines"),
                "alipay.payment.void");
        here.write(
                "alipay.payment.void",
                Effect.PAY,
                input(Map.of("authorisationId", text), "authorisationId"),
                null);
        here.write(
                "alipay.payment.capture",
                Effect.PAY,
                input(
                        Map.of("authorisationId", text, "quoteIds", array(text)),
                        "authorisationId",
                        "quoteIds"),
                "alipay.payment.refund");
        here.write(
                "alipay.payment.refund",
                Effect.PAY,
                input(Map.of("authorisationId", text), "authorisationId"),
                null);
        return here;
    }

    FakeDirectory read(String name, String input, String output) {
        return add(name, Effect.READ, Maturity.AUTO, input, output, null);
    }

    FakeDirectory write(
            String name,
            Effect effect,
            String input,
            @org.jspecify.annotations.Nullable String undo) {
        return add(name, effect, Maturity.AUTO, input, "{}", undo);
    }

    FakeDirectory add(
            String name,
            Effect effect,
            Maturity maturity,
            String input,
            String output,
            @org.jspecify.annotations.Nullable String undo) {
        String agent = name.substring(0, name.indexOf('.'));
        all.put(
                name,
                new Described(
                        name,
                        agent,
                        "1.0",
                        "does " + name,
                        effect,
                        input,
                        output,
                        undo,
                        Duration.ofSeconds(30),
                        maturity));
        return this;
    }

    static String input(Map<String, String> properties, String... required) {
        StringBuilder schema = new StringBuilder("{\"type\":\"object\",\"properties\":{");
        String comma = "";
        for (Map.Entry<String, String> each : new TreeMap<>(properties).entrySet()) {
            schema.append(comma)
                    .append('"')
                    .append(each.getKey())
                    .append("\":")
                    .append(each.getValue());
            comma = ",";
        }
        schema.append("},\"required\":[");
        comma = "";
        for (String name : required) {
            schema.append(comma).append('"').append(name).append('"');
            comma = ",";
        }
        return schema.append("],\"additionalProperties\":false}").toString();
    }

    static String array(String items) {
        return "{\"type\":\"array\",\"items\":" + items + "}";
    }

    @Override
    public Optional<Described> find(String capability) {
        return Optional.ofNullable(all.get(capability));
    }

    @Override
    public List<String> agents() {
        return all.values().stream().map(Described::agent).distinct().sorted().toList();
    }

    @Override
    public List<String> capabilities(String agent) {
        return all.keySet().stream().filter(name -> name.startsWith(agent + ".")).toList();
    }
}
