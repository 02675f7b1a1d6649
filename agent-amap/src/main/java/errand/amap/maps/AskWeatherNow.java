package errand.amap.maps;

import errand.agent.Describe;

/** Where. */
public record AskWeatherNow(@Describe("City, Chinese or English: 杭州, Hangzhou") String city) {}
