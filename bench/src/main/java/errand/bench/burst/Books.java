package errand.bench.burst;

import errand.bench.frame.Ground;
import errand.bench.load.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the businesses' own books say, read as an auditor does: the shop's orders and the payments
 * that were captured, from their tables; the sums, from Alipay's ledger over HTTP.
 *
 * @param orders that stand
 * @param captures payments that sellers got
 * @param captured fen of them
 * @param held fen and authorisations that are neither paid nor given back
 * @param ledger the sum of all entries, fen
 * @param differing accounts whose figures do not agree with their entries
 */
record Books(long orders, long captures, long captured, long held, long ledger, long differing) {

    private static final String AGENT = "agent-alipay";

    static Books of(Ground ground) throws IOException, InterruptedException {
        JsonNode ledger = ledger(ground);
        var database = Database.of(ground);
        return new Books(
                database.count("flash.booking where state = 'BOOKED'"),
                database.count("alipay.capture"),
                ledger.path("captured").asLong(),
                ledger.path("held").asLong() + ledger.path("open_authorisations").asLong(),
                ledger.path("sum").asLong(),
                database.count("alipay.account_differs"));
    }

    private static JsonNode ledger(Ground ground) throws IOException, InterruptedException {
        var address = URI.create(ground.services().get(AGENT) + "/sandbox/ledger");
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(address).build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "GET %s answers %d: %s"
                                .formatted(address, answer.statusCode(), answer.body()));
            }
            return JsonMapper.shared().readTree(answer.body());
        }
    }

    /** What came into them since; sums that must be nothing are those of now. */
    Books since(Books before) {
        return new Books(
                orders - before.orders,
                captures - before.captures,
                captured - before.captured,
                held,
                ledger,
                differing);
    }

    /**
     * What is wrong with so many orders over so much money; nothing when all is as it should be.
     */
    List<String> faults(long expected, long paid) {
        List<String> faults = new ArrayList<>();
        if (orders != expected) {
            faults.add("the shop's book has %d orders".formatted(orders));
        }
        if (captures != expected) {
            faults.add("Alipay's book has %d captures".formatted(captures));
        }
        if (captured != paid) {
            faults.add("Alipay captured %d fen and the log says %d".formatted(captured, paid));
        }
        if (held != 0) {
            faults.add("%d fen and authorisations are still held".formatted(held));
        }
        if (ledger != 0) {
            faults.add("the ledger sums to %d fen".formatted(ledger));
        }
        if (differing != 0) {
            faults.add("%d accounts differ from their entries".formatted(differing));
        }
        return faults;
    }
}
