package errand.amap.sandbox;

import errand.runtime.sandbox.Chance;
import java.time.LocalDate;
import java.util.List;

/** The weather of every city and day: the climate of its region, and chance by the seed. */
final class Climate {

    /** The coldest day of the year, about the 20th of January. */
    private static final int COLDEST = 20;

    private static final int WARMEST_HOUR = 15;
    private static final List<String> WINDS = List.of("东", "东南", "南", "西南", "西", "西北", "北", "东北");

    private final long seed;

    Climate(long seed) {
        this.seed = seed;
    }

    /** What the sky does. */
    enum Sky {
        SUNNY("晴", "sunny", false, 6),
        CLOUDY("多云", "partly cloudy", false, 4),
        OVERCAST("阴", "overcast", false, 3),
        LIGHT_RAIN("小雨", "light rain", true, 2),
        RAIN("中雨", "rain", true, 2),
        HEAVY_RAIN("大雨", "heavy rain", true, 2),
        THUNDERSTORM("雷阵雨", "thunderstorms", true, 4),
        LIGHT_SNOW("小雪", "light snow", true, 2),
        SNOW("中雪", "snow", true, 2);

        private final String zh;
        private final String en;
        private final boolean wet;
        private final int swing;

        Sky(String zh, String en, boolean wet, int swing) {
            this.zh = zh;
            this.en = en;
            this.wet = wet;
            this.swing = swing;
        }

        String zh() {
            return zh;
        }

        String en() {
            return en;
        }

        boolean wet() {
            return wet;
        }
    }

    /** A day's weather, temperatures in °C. */
    record Day(Sky sky, int lowest, int highest) {}

    Day on(City city, LocalDate date) {
        Chance chance = Chance.of(seed, "weather", city.code(), date);
        double mean = usual(city, date) + chance.between(-35, 35) / 10.0;
        Sky sky = sky(city, date, mean, chance);
        int swing = sky.swing + (city.rain() == City.Rain.D ? 2 : 0);
        return new Day(sky, (int) Math.round(mean - swing), (int) Math.round(mean + swing));
    }

    /** An hour's weather: °C, relative humidity in per cent, wind from where and how strong. */
    record Now(Day day, int temperature, int humidity, String windDirection, int windForce) {}

    /** Coldest before dawn, warmest at three in the afternoon. */
    Now at(City city, LocalDate date, int hour) {
        Day day = on(city, date);
        Chance chance = Chance.of(seed, "hour", city.code(), date, hour);
        double warmth = (1 + Math.cos(2 * Math.PI * (hour - WARMEST_HOUR) / 24)) / 2;
        int temperature = (int) Math.round(day.lowest() + warmth * (day.highest() - day.lowest()));
        int dryness = city.rain() == City.Rain.D ? 20 : 0;
        int humidity = (day.sky().wet() ? 80 : 55) - dryness + chance.between(-10, 10);
        String from = WINDS.get(chance.between(0, WINDS.size() - 1));
        return new Now(day, temperature, humidity, from, chance.between(1, 4));
    }

    /** The mean of many years, between January's and July's. */
    static double usual(City city, LocalDate date) {
        double turn = Math.cos(2 * Math.PI * (date.getDayOfYear() - COLDEST) / 365);
        return (city.january() + city.july()) / 2.0 - (city.july() - city.january()) / 2.0 * turn;
    }

    private static Sky sky(City city, LocalDate date, double mean, Chance chance) {
        if (!chance.in100(city.rain().percentIn(date.getMonthValue()))) {
            return dry(city, chance);
        }
        if (mean <= 1) {
            return chance.in100(70) ? Sky.LIGHT_SNOW : Sky.SNOW;
        }
        if (mean >= 22 && chance.in100(50)) {
            return Sky.THUNDERSTORM;
        }
        return chance.in100(60) ? Sky.LIGHT_RAIN : chance.in100(75) ? Sky.RAIN : Sky.HEAVY_RAIN;
    }

    private static Sky dry(City city, Chance chance) {
        int sunny =
                switch (city.rain()) {
                    case W -> 15;
                    case D -> 65;
                    default -> 45;
                };
        int drawn = chance.between(1, 100);
        return drawn <= sunny ? Sky.SUNNY : drawn <= sunny + 35 ? Sky.CLOUDY : Sky.OVERCAST;
    }
}
