package errand.taobao.live;

import errand.testkit.VendorStub;
import errand.testkit.VendorStub.Answer;
import errand.testkit.VendorStub.Asked;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Taobao's open platform on this machine, as its documents describe it: checks key, time and
 * signature by itself before it answers, and has two laptops, a presale and no more.
 */
final class TopStub implements AutoCloseable {

    static final String KEY = "12345678";
    static final String SECRET = "the-secret-of-the-app";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String FLAT =
            """
            {"item_id":"601","title":"云枢 轻薄本 14英寸","shop_title":"云枢旗舰店","seller_id":9001,
             "pict_url":"//img.alicdn.com/601.jpg","zk_final_price":"2999.00","reserve_price":"3299",
             "coupon_amount":"200","coupon_start_fee":"2000.00","real_post_fee":"0.00","volume":321,
             "coupon_share_url":"//uland.taobao.com/coupon/edetail?e=601","brand_name":"云枢","category_name":"笔记本"}\
            """;
    private static final String GROUPED =
            """
            {"item_id":"Ab3-602","item_basic_info":{"title":"锐行 轻薄本 13.3英寸","shop_title":"锐行专营店",
             "pict_url":"https://img.alicdn.com/602.jpg","volume":"1.8万+","brand_name":"锐行","category_name":"笔记本"},
             "price_promotion_info":{"zk_final_price":"2599","final_promotion_price":"2499.5"},
             "publish_info":{"click_url":"https://s.click.taobao.com/602"}}\
            """;
    private static final String PRESALE =
            """
            {"item_id":"603","title":"墨界 轻薄本 预售","nick":"墨界旗舰店","pict_url":"//img.alicdn.com/603.jpg",
             "zk_final_price":"4999.00","coupon_amount":"6000","coupon_start_fee":"9000","presale_deposit":"100",
             "real_post_fee":"12.00","url":"http://evil.example/603"}\
            """;
    private static final Map<String, String> ITEMS =
            Map.of("601", FLAT, "Ab3-602", GROUPED, "603", PRESALE);

    private final VendorStub vendor = VendorStub.start();
    private final Instant now;
    private @Nullable Answer instead;

    TopStub(Instant now) {
        this.now = now;
        vendor.on("/router/rest", this::answer);
    }

    VendorStub vendor() {
        return vendor;
    }

    /** From now on it answers only this, whatever is asked. */
    void answersOnly(Answer answer) {
        instead = answer;
    }

    @Override
    public void close() {
        vendor.close();
    }

    static Answer error(int code, String msg, String subCode, String subMsg) {
        return Answer.json(
                """
                {"error_response":{"code":%d,"msg":"%s","sub_code":"%s","sub_msg":"%s","request_id":"r"}}\
                """
                        .formatted(code, msg, subCode, subMsg));
    }

    private Answer answer(Asked asked) {
        if (instead != null) {
            return instead;
        }
        Map<String, String> fields = asked.fields();
        if (!asked.method().equals("POST") || !"2.0".equals(fields.get("v"))) {
            return error(40, "Missing Required Arguments:v", "", "");
        }
        if (!KEY.equals(fields.get("app_key"))) {
            return error(29, "Invalid app Key", "isv.appkey-not-exists", "");
        }
        LocalDateTime at = LocalDateTime.parse(fields.getOrDefault("timestamp", ""), TIME);
        if (Duration.between(at.toInstant(ZoneOffset.ofHours(8)), now).abs().toMinutes() > 10) {
            return error(31, "Invalid Timestamp", "", "");
        }
        if (!sign(fields).equals(fields.get("sign"))) {
            return error(25, "Invalid signature", "", "");
        }
        return switch (fields.getOrDefault("method", "")) {
            case "taobao.tbk.dg.material.optional" -> search(fields);
            case "taobao.tbk.item.info.upgrade.get" -> detail(fields.getOrDefault("item_id", ""));
            default -> error(22, "Invalid Method", "", "");
        };
    }

    /** Written from the document, not from the code that is tested. */
    private static String sign(Map<String, String> fields) {
        List<String> keys = new ArrayList<>(fields.keySet());
        keys.remove("sign");
        Collections.sort(keys);
        StringBuilder text = new StringBuilder(SECRET);
        keys.forEach(key -> text.append(key).append(fields.get(key)));
        text.append(SECRET);
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer search(Map<String, String> fields) {
        if (!"7788".equals(fields.get("adzone_id"))) {
            return error(15, "Remote service error", "isv.invalid-parameter", "adzone_id错误");
        }
        boolean laptops = fields.getOrDefault("q", "").matches(".*(轻薄本|笔记本电脑).*");
        return laptops
                ? Answer.json(
                        """
                        {"tbk_dg_material_optional_response":{"total_results":3,"result_list":{"map_data":[%s,%s,%s,
                         {"item_id":"","title":"broken"}]},"request_id":"r"}}\
                        """
                                .formatted(PRESALE, FLAT, GROUPED))
                : error(15, "Remote service error", "50001", "无结果");
    }

    private static Answer detail(String id) {
        String item = ITEMS.get(id);
        return item == null
                ? Answer.json(
                        "{\"tbk_item_info_upgrade_get_response\":{\"results\":{},\"request_id\":\"r\"}}")
                : Answer.json(
                        "{\"tbk_item_info_upgrade_get_response\":{\"results\":{\"tbk_item_detail\":[%s]}}}"
                                .formatted(item));
    }
}
