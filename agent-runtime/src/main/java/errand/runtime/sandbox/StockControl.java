package errand.runtime.sandbox;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** Changes what is left of an item and what it costs, as {@code PATCH /sandbox/items/{id}} asks. */
public final class StockControl {

    private final Stockroom room;
    private final Wares wares;
    private final Predicate<String> items;
    private final String possible;
    private final Clock clock;

    /** What ids stand for. */
    @FunctionalInterface
    public interface Wares {

        /**
         * @param day of which day, for what is sold every day; null: today
         */
        Optional<Ware> find(String id, @Nullable LocalDate day);
    }

    /**
     * For offers that are of certain days by themselves.
     *
     * @param wares what an offer id stands for
     * @param items whether an item is of this world
     * @param possible what to say to someone who names neither, with examples
     */
    public StockControl(
            Stockroom room,
            Function<String, Optional<Ware>> wares,
            Predicate<String> items,
            String possible,
            Clock clock) {
        this(room, (id, day) -> wares.apply(id), items, possible, clock);
    }

    /**
     * @param wares what an id stands for on a day
     */
    public StockControl(
            Stockroom room, Wares wares, Predicate<String> items, String possible, Clock clock) {
        this.room = room;
        this.wares = wares;
        this.items = items;
        this.possible = possible;
        this.clock = clock;
    }

    /**
     * What to change; what is not said stays.
     *
     * @param stock of an offer: how many are left from now on; of an item: how many there are a day
     * @param price of one: fen, or money of {@code amount} and {@code currency}
     * @param day of which day, for an item; every day, or today where shops restock at midnight,
     *     unless it is said
     */
    public record Change(
            @Nullable Integer stock, @Nullable JsonNode price, @Nullable LocalDate day) {

        public Change(@Nullable Integer stock, @Nullable JsonNode price) {
            this(stock, price, null);
        }
    }

    /** What deviates now. */
    public record Changed(
            String id,
            String itemId,
            List<LocalDate> days,
            @Nullable Integer stock,
            @Nullable Long price) {}

    /**
     * @param id an offer id (its days) or an item id (every day, or the one that is said)
     */
    public Changed change(String id, Change change) {
        Long fen = fen(change.price());
        Integer stock = change.stock();
        if (stock == null && fen == null) {
            throw bad("Say stock, price or both.");
        }
        if (stock != null && stock < 0) {
            throw bad("stock is %d; it cannot be below 0.".formatted(stock));
        }
        LocalDate day = change.day();
        Ware ware = wares.find(id, day).orElse(null);
        if (ware != null) {
            if (day != null && !ware.days().equals(List.of(day))) {
                throw bad("'%s' is of %s; leave day out.".formatted(id, ware.days()));
            }
            room.deviate(ware, stock, fen, clock.instant());
            return new Changed(id, ware.itemId(), ware.days(), stock, fen);
        }
        if (items.test(id)) {
            room.shelves().set(id, day, stock, fen);
            return new Changed(id, id, day == null ? List.of() : List.of(day), stock, fen);
        }
        throw new ResponseStatusException(
                HttpStatus.NOT_FOUND, "There is no item or offer '%s'. %s".formatted(id, possible));
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
