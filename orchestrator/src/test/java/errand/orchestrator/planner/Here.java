package errand.orchestrator.planner;

import errand.orchestrator.directory.Described;
import errand.orchestrator.directory.Directory;
import errand.orchestrator.plan.Effect;
import errand.orchestrator.plan.Maturity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The capabilities that shipped playbooks stand on: what each takes, and which give quotes. */
public final class Here implements Directory {

    private static final String QUOTED =
            """
            {"type":"object","properties":{"quote":{"type":"object","x-errand-type":"quote"}}}""";

    private final Map<String, Described> all = new TreeMap<>();

    public Here() {
        read(
                "fliggy.train.search",
                "from to date ?people ?departAfter ?departBefore ?arriveBefore ?seatClass");
        read("fliggy.hotel.search", "city checkIn checkOut ?roomType ?rooms ?maxPrice ?minStars");
        read("amap.route.plan", "mode from to ?city ?departAt");
        read("amap.place.search", "city ?text ?indoor ?near");
        read("amap.weather.forecast", "city date");
        read("amap.meal.search", "city date people ?budgetPerPerson");
        read("taobao.goods.search", "text ?maxPrice ?deliverBy");
        read("flash.shop.search", "place item ?at");
        read("flash.recipe.plan", "dish people ?pantry ?cookAt");
        read("flash.bundle.propose", "place items ?at");
        quote("fliggy.train.quote", "offerId people");
        quote("fliggy.hotel.quote", "offerId rooms");
        quote("amap.meal.quote", "offerId people");
        quote("taobao.goods.quote", "lines ?deliverTo");
        quote("flash.order.quote", "shopId lines deliverTo ?deliverAt");
        Stream.of("fliggy.train", "fliggy.hotel", "amap.meal").forEach(this::held);
        with("flash.order.release", Effect.HOLD, "holdId", "{}", null);
        with("flash.order.reserve", Effect.HOLD, "quoteId", "{}", "flash.order.release");
        with("flash.order.cancel", Effect.COMMIT, "orderId", "{}", null);
        with("flash.order.commit", Effect.COMMIT, "quoteId holdId", "{}", "flash.order.cancel");
        with("taobao.goods.cancel", Effect.COMMIT, "orderId", "{}", null);
        with("taobao.goods.order", Effect.COMMIT, "quoteId", "{}", "taobao.goods.cancel");
        with("alipay.payment.void", Effect.PAY, "authorisationId", "{}", null);
        with("alipay.payment.authorise", Effect.PAY, "lines", "{}", "alipay.payment.void");
        with("alipay.payment.refund", Effect.PAY, "captureId", "{}", null);
        with(
                "alipay.payment.capture",
                Effect.PAY,
                "authorisationId quoteIds",
                "{}",
                "alipay.payment.refund");
    }

    private void held(String noun) {
        with(noun + ".release", Effect.HOLD, "holdId", "{}", null);
        with(noun + ".hold", Effect.HOLD, "quoteId", "{}", noun + ".release");
        with(noun + ".cancel", Effect.COMMIT, "bookingId", "{}", null);
        with(noun + ".book", Effect.COMMIT, "quoteId holdId", "{}", noun + ".cancel");
    }

    private void read(String name, String takes) {
        with(name, Effect.READ, takes, "{}", null);
    }

    private void quote(String name, String takes) {
        with(name, Effect.READ, takes, QUOTED, null);
    }

    private void with(
            String name, Effect effect, String takes, String gives, @Nullable String undo) {
        List<String> properties = List.of(takes.split(" "));
        String schema =
                """
                {"type":"object","properties":{%s},"required":[%s],"additionalProperties":false}"""
                        .formatted(
                                properties.stream()
                                        .map(it -> "\"%s\":{}".formatted(it.replace("?", "")))
                                        .collect(Collectors.joining(",")),
                                properties.stream()
                                        .filter(it -> !it.startsWith("?"))
                                        .map("\"%s\""::formatted)
                                        .collect(Collectors.joining(",")));
        all.put(
                name,
                new Described(
                        name,
                        name.substring(0, name.indexOf('.')),
                        "1",
                        name,
                        effect,
                        schema,
                        gives,
                        undo,
                        Duration.ofSeconds(30),
                        Maturity.AUTO));
    }

    @Override
    public Optional<Described> find(String name) {
        return Optional.ofNullable(all.get(name));
    }

    @Override
    public List<String> agents() {
        return all.values().stream().map(Described::agent).distinct().sorted().toList();
    }

    @Override
    public List<String> capabilities(String agent) {
        return all.keySet().stream().filter(it -> it.startsWith(agent + ".")).toList();
    }
}
