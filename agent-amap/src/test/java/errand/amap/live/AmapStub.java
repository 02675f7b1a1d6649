package errand.amap.live;

import errand.amap.maps.Location;
import errand.runtime.live.Secrets;
import errand.testkit.VendorStub;
import errand.testkit.VendorStub.Answer;
import errand.testkit.VendorStub.Asked;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small Amap on this machine: some places of Hangzhou, answers in the documented form, and it
 * checks key and signature of each call as Amap does, by a rule of its own.
 */
final class AmapStub implements AutoCloseable {

    static final String KEY = "stub-key-7f3a";
    static final String PRIVATE_KEY = "stub-private-91c2";

    private static final List<Poi> POIS =
            List.of(
                    new Poi("B0LAKE", "西湖", "110202", "西湖区", "龙井路1号", 120.143, 30.246, "4.9", "[]"),
                    new Poi(
                            "B0XIXI",
                            "西溪园区",
                            "120201",
                            "余杭区",
                            "文一西路969号",
                            120.026,
                            30.2795,
                            "[]",
                            "[]"),
                    new Poi(
                            "B0EAST", "杭州东站", "150200", "上城区", "天城路1号", 120.213, 30.2907, "4.5",
                            "[]"),
                    new Poi(
                            "B0SILK",
                            "中国丝绸博物馆",
                            "140100",
                            "西湖区",
                            "玉皇山路73-1号",
                            120.156,
                            30.226,
                            "4.8",
                            "\"0.00\""),
                    new Poi(
                            "B0MUSE",
                            "浙江省博物馆",
                            "140100|110000",
                            "西湖区",
                            "孤山路25号",
                            120.146,
                            30.2535,
                            "4.7",
                            "[]"),
                    new Poi(
                            "B0DUCK",
                            "楼外楼",
                            "050100",
                            "西湖区",
                            "孤山路30号",
                            120.142,
                            30.2545,
                            "4.4",
                            "\"168.00\""));

    private final VendorStub vendor = VendorStub.start();

    /** A point of interest, where it is in WGS-84. */
    private record Poi(
            String id,
            String name,
            String typecode,
            String district,
            String address,
            double lon,
            double lat,
            String rating,
            String cost) {

        Location gcj() {
            return Gcj02.ofWgs84(new Location(lon, lat));
        }

        String json(String distance) {
            return """
                    {"id":"%s","name":"%s","tag":[],"type":"x","typecode":"%s","address":"%s",
                     "location":"%s","pname":"浙江省","cityname":"杭州市","adname":"%s","adcode":"330106",
                     "distance":%s,"alias":[],"tel":[],
                     "biz_ext":{"rating":%s,"cost":%s,"open_time":"09:00-17:00"},
                     "photos":[{"title":[],"url":"http://store.is.autonavi.com/showpic/%s"}]}"""
                    .formatted(
                            id,
                            name,
                            typecode,
                            address,
                            Point.degrees(gcj()),
                            district,
                            distance,
                            rating.equals("[]") ? "[]" : "\"" + rating + "\"",
                            cost,
                            id);
        }
    }

    AmapStub() {
        on(Finder.GEOCODE, this::geocode);
        on(Finder.REGEOCODE, this::regeocode);
        on(Finder.PLACES, this::text);
        on(LiveGuide.AROUND, this::around);
        on(LiveGuide.DETAIL, this::detail);
        on(LiveWeather.WEATHER, this::weather);
        on(Directions.DRIVING, this::driving);
        on(Directions.TRANSIT, this::transit);
        on(Directions.WALKING, asked -> walking(asked));
        on(Directions.CYCLING, this::cycling);
        on(Matrix.DISTANCE, this::distance);
    }

    URI base() {
        return vendor.base();
    }

    List<Asked> asked() {
        return vendor.asked();
    }

    /** Settings that lead here, and secrets that are the right ones. */
    LiveProperties properties() {
        return new LiveProperties(base(), Duration.ofSeconds(2));
    }

    static Secrets secrets() {
        return new Secrets(Map.of("ERRAND_AMAP_KEY", KEY, "ERRAND_AMAP_PRIVATE_KEY", PRIVATE_KEY));
    }

    /**
     * From now on this path is answered so, whatever is asked, once key and signature are right.
     */
    void on(String path, Function<Asked, Answer> answer) {
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
        return md5(text.substring(1) + PRIVATE_KEY).equals(sig)
                ? answer.apply(asked)
                : error("10007", "INVALID_USER_SIGNATURE");
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("MD5")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Answer error(String infocode, String info) {
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
        return POIS.stream()
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
                                                        Point.degrees(poi.gcj()))))
                .orElseGet(() -> error("30001", "ENGINE_RESPONSE_DATA_ERROR"));
    }

    private Answer regeocode(Asked asked) {
        Location at = Point.location(field(asked, "location"));
        if (at.lon() > 130) {
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
        return pois(POIS.stream().filter(poi -> fits(poi, asked)), poi -> "[]");
    }

    private Answer around(Asked asked) {
        Location at = Point.location(field(asked, "location"));
        double most = Double.parseDouble(field(asked, "radius"));
        return pois(near(at, most).filter(poi -> fits(poi, asked)), poi -> metres(at, poi));
    }

    private Answer detail(Asked asked) {
        return pois(
                POIS.stream().filter(poi -> poi.id().equals(asked.fields().get("id"))), p -> "[]");
    }

    private static Answer pois(Stream<Poi> pois, Function<Poi, String> distance) {
        List<String> all = pois.map(poi -> poi.json(distance.apply(poi))).toList();
        return ok("\"count\":\"%d\",\"pois\":[%s]".formatted(all.size(), String.join(",", all)));
    }

    private static boolean fits(Poi poi, Asked asked) {
        String words = asked.fields().get("keywords");
        String types = asked.fields().getOrDefault("types", "");
        return words != null
                ? poi.name().contains(words)
                : Arrays.stream(types.split("\\|"))
                        .anyMatch(type -> poi.typecode().startsWith(type.replaceAll("0+$", "")));
    }

    private static Stream<Poi> near(Location at, double metres) {
        return POIS.stream()
                .filter(poi -> poi.gcj().kilometresTo(at) * 1_000 <= metres)
                .sorted(Comparator.comparingDouble(poi -> poi.gcj().kilometresTo(at)));
    }

    private static String metres(Location at, Poi poi) {
        return "\"" + Math.round(poi.gcj().kilometresTo(at) * 1_000) + "\"";
    }

    private Answer weather(Asked asked) {
        if (!field(asked, "city").equals("330100")) {
            return ok("\"count\":\"0\",\"lives\":[],\"forecasts\":[]");
        }
        if (field(asked, "extensions").equals("base")) {
            return ok(
                    """
                    "count":"1","lives":[{"province":"浙江","city":"杭州市","adcode":"330100","weather":"小雨",
                    "temperature":"9","winddirection":"东北","windpower":"≤3","humidity":"86",
                    "reporttime":"2026-11-23 10:31:02"}]""");
        }
        String casts =
                Stream.of("2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26")
                        .map(
                                """
                                {"date":"%s","week":"1","dayweather":"小雨","nightweather":"多云",
                                "daytemp":"12","nighttemp":"7","daywind":"北","nightwind":"北"}"""
                                        ::formatted)
                        .collect(Collectors.joining(","));
        return ok(
                """
                "count":"1","forecasts":[{"city":"杭州市","adcode":"330100","province":"浙江",
                "reporttime":"2026-11-23 10:31:02","casts":[%s]}]"""
                        .formatted(casts));
    }

    private static double metres(Asked asked) {
        Location from = Point.location(field(asked, "origin"));
        return from.kilometresTo(Point.location(field(asked, "destination"))) * 1_350;
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
        Location to = Point.location(field(asked, "destination"));
        String[] origins = field(asked, "origins").split("\\|");
        StringBuilder results = new StringBuilder();
        for (int i = 0; i < origins.length; i++) {
            double metres = Point.location(origins[i]).kilometresTo(to) * 1_350;
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
