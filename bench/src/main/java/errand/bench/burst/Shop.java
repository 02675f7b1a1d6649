package errand.bench.burst;

import errand.bench.frame.Ground;
import errand.bench.load.Api;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where everybody orders the same: a shop of the sandbox that has enough for all.
 *
 * @param quantity the least that the shop delivers
 * @param deliverAt when: at an hour at which it is open, whatever hour it is now
 */
record Shop(String shopId, String itemId, int quantity, OffsetDateTime deliverAt) {

    static final String PLACE = "西溪园区";
    private static final String ITEM = "奶茶";
    private static final String AGENT = "agent-flash";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final int OPEN = 15;
    private static final int AHEAD_HOURS = 2;

    /** The first that sells milk tea there; enough for all is put on its shelf for the day. */
    static Shop stocked(Ground ground, Api api, int orders)
            throws IOException, InterruptedException {
        String agent = ground.services().get(AGENT);
        if (agent == null) {
            throw new IllegalStateException(
                    "Orders need %s, which does not run here: --set orders=0".formatted(AGENT));
        }
        try (var http = HttpClient.newHttpClient()) {
            var clock = HttpRequest.newBuilder(URI.create(agent + "/sandbox/clock"));
            var shown = http.send(clock.build(), HttpResponse.BodyHandlers.ofString());
            var now = Instant.parse(JSON.readTree(shown.body()).path("now").asString());
            var shop = found(api, afternoon(now));
            shop.fill(http, agent, orders);
            return shop;
        }
    }

    /** When, as agents take it. */
    String deliveredAt() {
        return RFC_3339.format(deliverAt);
    }

    /** Three in the afternoon, today if that is far enough ahead. */
    static OffsetDateTime afternoon(Instant now) {
        var local = now.atOffset(CHINA);
        var today = local.toLocalDate().atTime(OPEN, 0).atOffset(CHINA);
        return local.plusHours(AHEAD_HOURS).isBefore(today) ? today : today.plusDays(1);
    }

    private static Shop found(Api api, OffsetDateTime at) throws IOException, InterruptedException {
        String plan =
                api.submit(
                        """
                        {"goal": "bench: who sells milk tea", "steps": [{"id": "s", "capability": "flash.shop.search",
                          "input": {"place": "%s", "item": "%s", "at": "%s"}}]}"""
                                .formatted(PLACE, ITEM, RFC_3339.format(at)));
        api.shownAfter(plan);
        return of(api.plan(plan).path("steps").path(0).path("output"), at);
    }

    /** The first shop of a search, and as many of its first item as it delivers at least. */
    static Shop of(JsonNode found, OffsetDateTime at) {
        JsonNode shop = found.path("shops").path(0);
        JsonNode item = shop.path("items").path(0);
        long price = item.path("price").path("amount").asLong(0);
        if (price <= 0) {
            throw new IllegalStateException(
                    "Nobody sells %s at %s: %s".formatted(ITEM, PLACE, found));
        }
        long least = shop.path("minimumOrder").path("amount").asLong(0);
        return new Shop(
                shop.path("shopId").asString(),
                item.path("itemId").asString(),
                (int) Math.max(1, (least + price - 1) / price),
                at);
    }

    private void fill(HttpClient http, String agent, int orders)
            throws IOException, InterruptedException {
        var change =
                HttpRequest.newBuilder(URI.create(agent + "/sandbox/items/" + itemId))
                        .header("Content-Type", "application/json")
                        .method(
                                "PATCH",
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"stock\": %d, \"day\": \"%s\"}"
                                                .formatted(
                                                        orders * quantity * 2,
                                                        deliverAt.toLocalDate())))
                        .build();
        var answer = http.send(change, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "The shelf of %s cannot be filled: %d %s"
                            .formatted(itemId, answer.statusCode(), answer.body()));
        }
    }
}
