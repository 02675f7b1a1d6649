package errand.amap;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.agent.reservation.BookHold;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.Quoted;
import errand.agent.reservation.ReleaseHold;
import errand.agent.reservation.Released;
import errand.amap.dining.Dining;
import errand.amap.dining.DiningOffers;
import errand.amap.dining.DiningSearch;
import errand.amap.dining.QuoteTable;
import errand.amap.dining.ReserveTable;
import errand.amap.meals.MealOffers;
import errand.amap.meals.MealSearch;
import errand.amap.meals.Meals;
import errand.amap.meals.QuoteMeal;
import errand.amap.rides.OrderRide;
import errand.amap.rides.QuoteRide;
import errand.amap.rides.RideOrdered;
import errand.amap.rides.RideQuoted;
import errand.amap.rides.Rides;
import org.springframework.stereotype.Component;

/**
 * What Amap can do: places, ways, weather; and rides, meals and tables where its adapter has them.
 * Knows which business, not how.
 */
@Component
public final class AmapAgent implements Agent {

    private final Services services;

    public AmapAgent(Services services) {
        this.services = services;
    }

    @Override
    public Capabilities capabilities() {
        Capabilities table = Capabilities.of("amap");
        Lookups.add(table, services);
        if (services.meals() != null) {
            meals(table, services.meals());
        }
        if (services.dining() != null) {
            dining(table, services.dining());
        }
        if (services.rides() != null) {
            rides(table, services.rides());
        } else {
            table.limited(
                    "高德只对公众开放查询：这里能查地点、路线、距离和天气，不能打车、订位、订团餐，也没有扫街榜。",
                    "Amap lets the public look things up only: places, ways, distances and weather can be asked for here, but no rides, tables or group meals ordered, and there is no street ranking.");
        }
        return table;
    }

    private static void meals(Capabilities table, Meals meals) {
        table.can("meal.search", MealSearch.class, MealOffers.class, meals::search)
                .described(
                        "Finds restaurants with a set meal for a group (团餐, 聚餐) on a day, cheapest first, with price per person and tables left")
                .reads();
        table.can("meal.quote", QuoteMeal.class, Quoted.class, meals::quote)
                .described("Quotes set meals of one offer (团餐报价) for a number of people")
                .reads();
        table.can("meal.hold", HoldQuote.class, Held.class, meals::hold)
                .described("Holds quoted tables (留桌) for some minutes without binding anybody")
                .holds()
                .undoneBy("meal.release");
        table.can("meal.release", ReleaseHold.class, Released.class, meals::release)
                .described("Gives held tables back (释放桌位)")
                .holds()
                .forGood();
        table.can("meal.book", BookHold.class, Booked.class, meals::book)
                .described("Books held tables and meals (订团餐) at the quoted price")
                .commits()
                .undoneBy("meal.cancel");
        table.can("meal.cancel", CancelBooking.class, Cancelled.class, meals::cancel)
                .described("Cancels a meal booking (取消团餐); says the fee and the refund")
                .commits()
                .forGood();
    }

    private static void dining(Capabilities table, Dining dining) {
        table.can("dining.search", DiningSearch.class, DiningOffers.class, dining::search)
                .described(
                        "Finds restaurants with a free table (订位, 订座) for 1 to 8 people at a day and time, with usual price per person, deposit and tables left; for groups take meal.search")
                .reads();
        table.can("dining.quote", QuoteTable.class, Quoted.class, dining::quote)
                .described(
                        "Quotes the deposit (订金) for one table of dining.search; the total is 0 where there is none and nothing has to be paid")
                .reads();
        table.can("dining.hold", HoldQuote.class, Held.class, dining::hold)
                .described("Holds a quoted table (留位) for some minutes without binding anybody")
                .holds()
                .undoneBy("dining.release");
        table.can("dining.release", ReleaseHold.class, Released.class, dining::release)
                .described("Gives a held table back (释放座位)")
                .holds()
                .forGood();
        table.can("dining.reserve", ReserveTable.class, Booked.class, dining::reserve)
                .described(
                        "Reserves a table (订位) at the quoted deposit, with the hold that keeps it or at once")
                .commits()
                .undoneBy("dining.cancel");
        table.can("dining.cancel", CancelBooking.class, Cancelled.class, dining::cancel)
                .described(
                        "Cancels a table (取消订位): free until 2 hours before, then the deposit is kept; says fee and refund")
                .commits()
                .forGood();
    }

    private static void rides(Capabilities table, Rides rides) {
        table.can("ride.quote", QuoteRide.class, RideQuoted.class, rides::quote)
                .described(
                        "Quotes a car with driver (打车, 叫车, 接送) from one place to another at a time: fixed price with its lines, late-night surcharge, when it comes and arrives, and what other kinds of car cost")
                .reads();
        table.can("ride.order", OrderRide.class, RideOrdered.class, rides::order)
                .described(
                        "Orders a quoted car (叫车下单) at the quoted price; says driver, plate and when it comes")
                .commits()
                .undoneBy("ride.cancel");
        table.can("ride.cancel", CancelBooking.class, Cancelled.class, rides::cancel)
                .described(
                        "Cancels a car (取消用车): free early, dearer the nearer the pick-up; says fee and refund")
                .commits()
                .forGood();
    }
}
