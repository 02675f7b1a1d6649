package errand.testkit.vendor;

import errand.testkit.VendorStub;
import errand.testkit.VendorStub.Answer;
import errand.testkit.VendorStub.Asked;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small Amap on this machine: some places of Hangzhou, answers in the documented form, and it
 * checks key and signature of each call as Amap does, by a rule of its own.
 */
public final class AmapStub implements AutoCloseable {

    /** {@code ERRAND_AMAP_KEY} here. */
    public static final String KEY = "stub-key-7f3a";

    /** {@code ERRAND_AMAP_PRIVATE_KEY} here. */
    public static final String PRIVATE_KEY = "stub-private-91c2";

    /** How much longer ways are than the crow flies. */
    private static final double DETOUR = 1.35;

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter REPORTED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final VendorStub vendor = VendorStub.start();

    private final Clock clock;

    /**
     * @param clock by which its weather is of today and the three days after
     */
    public AmapStub(Clock clock) {
        this.clock = clock;
        on("/v3/geocode/geo", this::geocode);
        on("/v3/geocode/regeo", this::regeocode);
        on("/v3/place/text", this::text);
        on("/v3/place/around", this::around);
        on("/v3/place/detail", this::detail);
        on("/v3/weather/weatherInfo", this::weather);
        on("/v5/direction/driving", this::driving);
        on("/v3/direction/transit/integrated", this::transit);
        on("/v3/direction/walking", AmapStub::walking);
        on("/v4/direction/bicycling", this::cycling);
        on("/v3/distance", this::distance);
    }

    /** Scheme, host and port. */
    public URI base() {
        return vendor.base();
    }

    /** All calls so far, those with a wrong key or signature included. */
    public List<Asked> asked() {
        return vendor.asked();
    }

    /**
     * From now on this path is answered so, whatever is asked, once key and signature are right.
     */
    public void on(String path, Function<Asked, Answer> answer) {
        vendor.on(path, asked -> checked(asked, answer));
    }

    @Override
    public void close() {
        vendor.close();
    }

    private static Answer checked(Asked asked, Function<Asked, Answer> answer) {
        if (!KEY.equals(asked.fields().get("key"))) {
            return error("10001", "INVALID_USER_KEY");
        }
        TreeMap<String, String> sorted = new TreeMap<>(asked.fields());
        String sig = sorted.remove("sig");
        StringBuilder text = new StringBuilder();
        sorted.forEach((key, value) -> text.append('&').append(key).append('=').append(value));
        return Md5.of(text.substring(1) + PRIVATE_KEY).equals(sig)
                ? answer.apply(asked)
                : error("10007", "INVALID_USER_SIGNATURE");
    }

    /** A refusal as Amap says it. */
    public static Answer error(String infocode, String info) {
        return Answer.json(
                "{\"status\":\"0\",\"info\":\"%s\",\"infocode\":\"%s\"}".formatted(info, infocode));
    }

    private static Answer ok(String rest) {
        return Answer.json(
                "{\"status\":\"1\",\"info\":\"OK\",\"infocode\":\"10000\"," + rest + "}");
    }

    private Answer geocode(Asked asked) {
        String address = field(asked, "address");
        if (address.equals("杭州") || address.equals("杭州市")) {
            return ok(
                    """
                    "count":"1","geocodes":[{"formatted_address":"浙江省杭州市","country":"中国",
                    "province":"浙江省","citycode":"0571","city":"杭州市","district":[],"township":[],
                    "street":[],"number":[],"adcode":"330100","location":"120.210792,30.246026","level":"市"}]""");
        }
        return AmapPlace.ALL.stream()
                .filter(poi -> poi.name().equals(address) && !poi.id().equals("B0XIXI"))
                .findFirst()
                .map(
                        poi ->
                                ok(
                                        """
                                        "count":"1","geocodes":[{"formatted_address":"浙江省杭州市%s%s","province":"浙江省",
                                        "city":"杭州市","district":"%s","street":[],"number":[],"adcode":"330106",
                                        "location":"%s","level":"兴趣点"}]"""
                                                .formatted(
                                                        poi.district(),
                                                        poi.name(),
                                                        poi.district(),
                                                        poi.location())))
                .orElseGet(() -> error("30001", "ENGINE_RESPONSE_DATA_ERROR"));
    }

    private Answer regeocode(Asked asked) {
        String at = field(asked, "location");
        if (Double.parseDouble(at.split(",")[0]) > 130) {
            return ok(
                    "\"regeocode\":{\"formatted_address\":[],\"addressComponent\":{\"city\":[]}}");
        }
        double most = Double.parseDouble(field(asked, "radius"));
        String pois =
                near(at, most)
                        .map(poi -> poi.json(metres(at, poi)))
                        .collect(Collectors.joining(","));
        return ok(
                """
                "regeocode":{"formatted_address":"浙江省杭州市西湖区龙井路1号","addressComponent":
                {"province":"浙江省","city":"杭州市","district":"西湖区","adcode":"330106","township":[]},"pois":[%s]}"""
                        .formatted(pois));
    }

    private Answer text(Asked asked) {
        return pois(AmapPlace.ALL.stream().filter(poi -> fits(poi, asked)), poi -> "[]");
    }

    private Answer around(Asked asked) {
        String at = field(asked, "location");
        double most = Double.parseDouble(field(asked, "radius"));
        return pois(near(at, most).filter(poi -> fits(poi, asked)), poi -> metres(at, poi));
    }

    private Answer detail(Asked asked) {
        return pois(
                AmapPlace.ALL.stream().filter(poi -> poi.id().equals(asked.fields().get("id"))),
                p -> "[]");
    }

    private static Answer pois(Stream<AmapPlace> pois, Function<AmapPlace, String> distance) {
        List<String> all = pois.map(poi -> poi.json(distance.apply(poi))).toList();
        return ok("\"count\":\"%d\",\"pois\":[%s]".formatted(all.size(), String.join(",", all)));
    }

    private static boolean fits(AmapPlace poi, Asked asked) {
        String words = asked.fields().get("keywords");
        String types = asked.fields().getOrDefault("types", "");
        return words != null
                ? poi.name().contains(words)
                : Arrays.stream(types.split("\\|"))
                        .anyMatch(type -> poi.typecode().startsWith(type.replaceAll("0+$", "")));
    }

    private static Stream<AmapPlace> near(String at, double metres) {
        return AmapPlace.ALL.stream()
                .filter(poi -> poi.metresTo(at) <= metres)
                .sorted(Comparator.comparingDouble(poi -> poi.metresTo(at)));
    }

    private static String metres(String at, AmapPlace poi) {
        return "\"" + Math.round(poi.metresTo(at)) + "\"";
    }

    private Answer weather(Asked asked) {
        if (!field(asked, "city").equals("330100")) {
            return ok("\"count\":\"0\",\"lives\":[],\"forecasts\":[]");
        }
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), CHINA);
        String reported = REPORTED.format(now.minusMinutes(10));
        if (field(asked, "extensions").equals("base")) {
            return ok(
                    """
                    "count":"1","lives":[{"province":"浙江","city":"杭州市","adcode":"330100","weather":"小雨",
                    "temperature":"9","winddirection":"东北","windpower":"≤3","humidity":"86",
                    "reporttime":"%s"}]"""
                            .formatted(reported));
        }
        String casts =
                Stream.iterate(now.toLocalDate(), day -> day.plusDays(1))
                        .limit(4)
                        .map(LocalDate::toString)
                        .map(
                                """
                                {"date":"%s","week":"1","dayweather":"小雨","nightweather":"多云",
                                "daytemp":"12","nighttemp":"7","daywind":"北","nightwind":"北"}"""
                                        ::formatted)
                        .collect(Collectors.joining(","));
        return ok(
                """
                "count":"1","forecasts":[{"city":"杭州市","adcode":"330100","province":"浙江",
                "reporttime":"%s","casts":[%s]}]"""
                        .formatted(reported, casts));
    }

    private static double metres(Asked asked) {
        return AmapPlace.metres(field(asked, "origin"), field(asked, "destination")) * DETOUR;
    }

    private Answer driving(Asked asked) {
        if (!"cost".equals(asked.fields().get("show_fields"))) {
            return error("20001", "MISSING_REQUIRED_PARAMS");
        }
        return ok(
                """
                "count":"1","route":{"origin":"%s","destination":"%s","taxi_cost":"45.6","paths":[
                {"distance":"%d","restriction":"0","cost":{"duration":"2160","tolls":"5","toll_distance":"0","traffic_lights":"9"}}]}"""
                        .formatted(
                                field(asked, "origin"),
                                field(asked, "destination"),
                                Math.round(metres(asked))));
    }

    private Answer transit(Asked asked) {
        if (!field(asked, "city").equals("杭州")) {
            return error("20000", "INVALID_PARAMS");
        }
        return ok(
                """
                "count":"1","route":{"distance":"9000","taxi_cost":"45","transits":[
                {"cost":"4.0","duration":"3120","nightflag":"0","walking_distance":"900","distance":"%d","segments":[]}]}"""
                        .formatted(Math.round(metres(asked))));
    }

    private static Answer walking(Asked asked) {
        return ok(
                "\"count\":\"1\",\"route\":{\"paths\":[{\"distance\":\"%d\",\"duration\":\"9600\"}]}"
                        .formatted(Math.round(metres(asked))));
    }

    private Answer cycling(Asked asked) {
        return Answer.json(
                """
                {"errcode":0,"errmsg":"OK","errdetail":null,"data":{"origin":"x","destination":"y",
                "paths":[{"distance":%d,"duration":3900,"steps":[]}]}}"""
                        .formatted(Math.round(metres(asked))));
    }

    private Answer distance(Asked asked) {
        String to = field(asked, "destination");
        String[] origins = field(asked, "origins").split("\\|");
        StringBuilder results = new StringBuilder();
        for (int i = 0; i < origins.length; i++) {
            double metres = AmapPlace.metres(origins[i], to) * DETOUR;
            results.append(i == 0 ? "" : ",")
                    .append(
                            "{\"origin_id\":\"%d\",\"dest_id\":\"1\",\"distance\":\"%d\",\"duration\":\"%d\"}"
                                    .formatted(i + 1, Math.round(metres), Math.round(metres / 8)));
        }
        return ok("\"results\":[" + results + "]");
    }

    private static String field(Asked asked, String name) {
        String value = asked.fields().get(name);
        if (value == null) {
            throw new AssertionError(asked.path() + " lacks " + name + ": " + asked.fields());
        }
        return value;
    }
}
