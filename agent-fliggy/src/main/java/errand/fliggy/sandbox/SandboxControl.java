package errand.fliggy.sandbox;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** Control of the world over HTTP, on the agent's own port: what is left, what it costs. */
@RestController
@ConditionalOnProperty(name = "errand.fliggy.mode", havingValue = "sandbox", matchIfMissing = true)
class SandboxControl {

    private final Sandbox sandbox;
    private final Clock clock;

    SandboxControl(Sandbox sandbox, Clock clock) {
        this.sandbox = sandbox;
        this.clock = clock;
    }

    /**
     * What to change; what is not said stays.
     *
     * @param stock of an offer: how many are left from now on; of an item: how many there are a day
     * @param price of one seat, or one room and night: fen, or money of {@code amount} and {@code
     *     currency}
     */
    record Change(@Nullable Integer stock, @Nullable JsonNode price) {}

    /** What deviates now. */
    record Changed(
            String id,
            String itemId,
            List<LocalDate> days,
            @Nullable Integer stock,
            @Nullable Long price) {}

    /**
     * @param id an offer id (that day or those nights) or an item id (every day)
     */
    @PatchMapping("/sandbox/items/{id}")
    Changed change(@PathVariable String id, @RequestBody Change change) {
        Long fen = fen(change.price());
        Integer stock = change.stock();
        if (stock == null && fen == null) {
            throw bad("Say stock, price or both.");
        }
        if (stock != null && stock < 0) {
            throw bad("stock is %d; it cannot be below 0.".formatted(stock));
        }
        Ware ware = sandbox.ware(id).orElse(null);
        if (ware != null) {
            sandbox.deviate(ware, stock, fen, clock.instant());
            return new Changed(id, ware.itemId(), ware.days(), stock, fen);
        }
        if (sandbox.hasItem(id)) {
            sandbox.shelves().set(id, null, stock, fen);
            return new Changed(id, id, List.of(), stock, fen);
        }
        throw new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                "There is no item or offer '%s'. Take an offerId from a search, such as T-G43-20261207-SECOND, or an item such as T-G43-SECOND or H-HGH01-TWIN."
                        .formatted(id));
    }

    private static @Nullable Long fen(@Nullable JsonNode price) {
        if (price == null || price.isNull()) {
            return null;
        }
        JsonNode amount = price.isObject() ? price.path("amount") : price;
        if (!amount.isIntegralNumber() || amount.longValue() <= 0) {
            throw bad(
                    "price must be a positive number of fen, or {\"amount\":…,\"currency\":\"CNY\"}.");
        }
        return amount.longValue();
    }

    private static ResponseStatusException bad(String why) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, why);
    }
}
