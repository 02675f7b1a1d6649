package errand.amap;

import errand.amap.dining.Dining;
import errand.amap.maps.Guide;
import errand.amap.maps.MapService;
import errand.amap.maps.StreetStars;
import errand.amap.maps.Weather;
import errand.amap.meals.Meals;
import errand.amap.rides.Rides;
import org.jspecify.annotations.Nullable;

/**
 * What an adapter has behind the ports. What it lacks is null, and the agent cannot do it: nothing
 * public sells rides and tables, or tells where people go.
 */
public record Services(
        MapService map,
        Guide guide,
        Weather weather,
        @Nullable StreetStars stars,
        @Nullable Rides rides,
        @Nullable Meals meals,
        @Nullable Dining dining) {

    /** For adapters that only look things up. */
    public static Services lookups(MapService map, Guide guide, Weather weather) {
        return new Services(map, guide, weather, null, null, null, null);
    }
}
