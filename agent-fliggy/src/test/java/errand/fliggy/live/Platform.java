package errand.fliggy.live;

import errand.fliggy.FliggyAgent;
import errand.runtime.live.Secrets;
import errand.runtime.live.TopGateway;
import errand.runtime.live.VendorHttp;
import errand.testkit.SettableClock;
import errand.testkit.VendorStub;
import errand.testkit.VendorStub.Answer;
import errand.testkit.VendorStub.Asked;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The open platform on this machine: checks key, signature and timestamp as its documentation says,
 * and answers each method as the test wants it.
 */
final class Platform implements AutoCloseable {

    static final String KEY = "12345678";
    static final String SECRET = "helloworld";

    private final VendorStub stub = VendorStub.start();
    private final Map<String, Function<Map<String, String>, Answer>> methods = new HashMap<>();

    Platform() {
        stub.on("/router/rest", this::answer);
    }

    Platform on(String method, Function<Map<String, String>, Answer> answer) {
        methods.put(method, answer);
        return this;
    }

    List<Asked> asked() {
        return stub.asked();
    }

    LiveProperties properties() {
        return new LiveProperties(
                stub.base(),
                Duration.ofMillis(600),
                "test.train.search",
                "test.flight.search",
                "test.hotel.search",
                List.of("fliggy.com"));
    }

    FliggyAgent agent() {
        return agent(SECRET);
    }

    FliggyAgent agent(String secret) {
        Secrets secrets =
                new Secrets(Map.of(LiveConfiguration.KEY, KEY, LiveConfiguration.SECRET, secret));
        return LiveConfiguration.agent(properties(), secrets, SettableClock.onMondayMorning());
    }

    /** One method, called as the agent calls it. */
    LiveSearch search(String method) {
        Secrets secrets = new Secrets(Map.of("KEY", KEY, "SECRET", SECRET));
        VendorHttp http = new VendorHttp("Fliggy", stub.base(), Duration.ofMillis(600));
        return new LiveSearch(
                new TopGateway(
                        "Fliggy",
                        http,
                        secrets.get("KEY"),
                        secrets.get("SECRET"),
                        SettableClock.onMondayMorning()),
                method);
    }

    @Override
    public void close() {
        stub.close();
    }

    static Answer error(int code, String subCode, String message) {
        return Answer.json(
                "{\"error_response\":{\"code\":%d,\"msg\":\"%s\",\"sub_code\":\"%s\",\"sub_msg\":\"%s\"}}"
                        .formatted(code, message, subCode, message));
    }

    static Answer items(String... items) {
        return Answer.json(
                "{\"search_response\":{\"items\":[%s],\"request_id\":\"r1\"}}"
                        .formatted(String.join(",", items)));
    }

    private Answer answer(Asked asked) {
        Map<String, String> fields = asked.fields();
        if (!asked.method().equals("POST") || !"2.0".equals(fields.get("v"))) {
            return error(40, "", "Missing required arguments");
        }
        if (!KEY.equals(fields.get("app_key"))) {
            return error(29, "", "Invalid App Key");
        }
        if (!signature(fields).equals(fields.get("sign"))) {
            return error(25, "", "Invalid Signature");
        }
        // Monday, 23 November 2026, in Shanghai, not in UTC.
        if (!fields.getOrDefault("timestamp", "").matches("2026-11-23 \\d\\d:\\d\\d:\\d\\d")) {
            return error(33, "", "Invalid timestamp");
        }
        Function<Map<String, String>, Answer> method = methods.get(fields.get("method"));
        return method == null ? error(22, "", "Invalid method") : method.apply(fields);
    }

    /** Written anew from the platform's documentation; not the code under test. */
    private static String signature(Map<String, String> fields) {
        StringBuilder all = new StringBuilder(SECRET);
        for (Map.Entry<String, String> field : new TreeMap<>(fields).entrySet()) {
            if (!field.getKey().equals("sign")) {
                all.append(field.getKey()).append(field.getValue());
            }
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5")
                            .digest(all.append(SECRET).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String journey(String number, String seat, String departs, String arrives, String yuan) {
        return """
               {"adultPrice":"%s","jumpUrl":"https://a.fliggy.com/item?no=%s","journeys":[{"segments":[
                {"depStationCode":"AAA","depStationName":"起","depDateTime":"%s","arrStationCode":"BBB",
                 "arrStationName":"终","arrDateTime":"%s","marketingTransportNo":"%s","seatClassName":"%s"}]}]}
               """
                .formatted(yuan, number, departs, arrives, number, seat);
    }

    static String hotel(String id, String name, String room, boolean breakfast, String yuan) {
        return """
               {"hotelId":"%s","hotelName":"%s","address":"杭州市西湖区","star":4,"roomTypeName":"%s",
                "breakfast":%b,"price":"%s","jumpUrl":"https://hotel.fliggy.com/%s"}
               """
                .formatted(id, name, room, breakfast, yuan, id);
    }
}
