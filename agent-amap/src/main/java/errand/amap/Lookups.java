package errand.amap;

import errand.agent.Capabilities;
import errand.amap.maps.AskDistances;
import errand.amap.maps.AskForecast;
import errand.amap.maps.AskPlace;
import errand.amap.maps.AskRanking;
import errand.amap.maps.AskWeatherNow;
import errand.amap.maps.Distances;
import errand.amap.maps.Forecast;
import errand.amap.maps.Geocode;
import errand.amap.maps.Geocoded;
import errand.amap.maps.Guide;
import errand.amap.maps.MapService;
import errand.amap.maps.PlaceDetail;
import errand.amap.maps.PlaceSearch;
import errand.amap.maps.PlacesAround;
import errand.amap.maps.PlacesFound;
import errand.amap.maps.PlanRoute;
import errand.amap.maps.Ranking;
import errand.amap.maps.Regeocode;
import errand.amap.maps.Regeocoded;
import errand.amap.maps.Route;
import errand.amap.maps.StreetStars;
import errand.amap.maps.Weather;
import errand.amap.maps.WeatherNow;

/** The part of the table that changes nothing. */
final class Lookups {

    private Lookups() {}

    static void add(Capabilities table, Services services) {
        map(table, services.map());
        guide(table, services.guide());
        weather(table, services.weather());
        if (services.stars() != null) {
            stars(table, services.stars());
        }
    }

    private static void map(Capabilities table, MapService map) {
        table.can("address.geocode", Geocode.class, Geocoded.class, map::geocode)
                .described(
                        "Says where a place or address is (地址解析): station, airport, campus, sight, or district with street and number; also a saved place of the person (公司, 家, 妈妈)")
                .reads();
        table.can("address.regeocode", Regeocode.class, Regeocoded.class, map::regeocode)
                .described(
                        "Says which address is at a point (逆地理编码) and which places are nearest to it")
                .reads();
        table.can("route.plan", PlanRoute.class, Route.class, map::route)
                .described(
                        "Estimates minutes, kilometres and cost from one place to another (路线, 怎么走) by car, public transport, taxi, bicycle or on foot; compare modes by calling it once for each")
                .reads();
        table.can("distance.matrix", AskDistances.class, Distances.class, map::distances)
                .described(
                        "Says how far (距离矩阵) each of several places is from each of several others, in kilometres and minutes: which office, hotel or shop is nearest")
                .reads();
    }

    private static void guide(Capabilities table, Guide guide) {
        table.can("place.search", PlaceSearch.class, PlacesFound.class, guide::search)
                .described(
                        "Finds places to go in a city (去哪玩, 景点, 亲子, 美食) by kind, indoor or outdoor, or near a place, as Street Stars rank them (扫街榜)")
                .reads();
        table.can("place.around", PlacesAround.class, PlacesFound.class, guide::around)
                .described(
                        "Finds places around a point, address or saved place (周边, 附近) within some metres, nearest first")
                .reads();
        table.can("place.detail", AskPlace.class, PlaceDetail.class, guide::detail)
                .described(
                        "Says all that is known of one place (地点详情): address, opening hours and whether it is open now, rating, visits, price level")
                .reads();
    }

    private static void weather(Capabilities table, Weather weather) {
        table.can("weather.forecast", AskForecast.class, Forecast.class, weather::forecast)
                .described(
                        "Forecasts the weather of a city (天气预报) for a day within %d days"
                                .formatted(weather.daysAhead()))
                .reads();
        table.can("weather.now", AskWeatherNow.class, WeatherNow.class, weather::now)
                .described("Says what the weather of a city is at this moment (实时天气)")
                .reads();
    }

    private static void stars(Capabilities table, StreetStars stars) {
        table.can("ranking.streets", AskRanking.class, Ranking.class, stars::streets)
                .described(
                        "Ranks places of a city and kind as Street Stars do (高德扫街榜): by how many people really go there, not only by stars, with the score and why")
                .reads();
    }
}
