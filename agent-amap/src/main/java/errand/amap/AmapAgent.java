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
import errand.amap.maps.AskForecast;
import errand.amap.maps.Forecast;
import errand.amap.maps.Geocode;
import errand.amap.maps.Geocoded;
import errand.amap.maps.Guide;
import errand.amap.maps.MapService;
import errand.amap.maps.PlaceSearch;
import errand.amap.maps.PlacesFound;
import errand.amap.maps.PlanRoute;
import errand.amap.maps.Route;
import errand.amap.maps.Weather;
import errand.amap.meals.MealOffers;
import errand.amap.meals.MealSearch;
import errand.amap.meals.Meals;
import errand.amap.meals.QuoteMeal;
import org.springframework.stereotype.Component;

/** What Amap can do: places, ways, weather, meals for groups. Knows which business, not how. */
@Component
public final class AmapAgent implements Agent {

    private final MapService map;
    private final Guide guide;
    private final Weather weather;
    private final Meals meals;

    public AmapAgent(MapService map, Guide guide, Weather weather, Meals meals) {
        this.map = map;
        this.guide = guide;
        this.weather = weather;
        this.meals = meals;
    }

    @Override
    public Capabilities capabilities() {
        Capabilities table = Capabilities.of("amap");
        maps(table);
        meals(table);
        return table;
    }

    private void maps(Capabilities table) {
        table.can("address.geocode", Geocode.class, Geocoded.class, map::geocode)
                .described(
                        "Says where a place or address is (地址解析): station, airport, campus, sight, or district with street and number")
                .reads();
        table.can("route.plan", PlanRoute.class, Route.class, map::route)
                .described(
                        "Estimates minutes, kilometres and cost from one place to another (路线, 怎么走) by car, public transport, taxi, bicycle or on foot; compare modes by calling it once for each")
                .reads();
        table.can("place.search", PlaceSearch.class, PlacesFound.class, guide::search)
                .described(
                        "Finds places to go in a city (去哪玩, 景点, 亲子, 美食) by kind, indoor or outdoor, or near a place, as Street Stars rank them (扫街榜)")
                .reads();
        table.can("weather.forecast", AskForecast.class, Forecast.class, weather::forecast)
                .described("Forecasts the weather of a city (天气预报) for a day within 15 days")
                .reads();
    }

    private void meals(Capabilities table) {
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
}
