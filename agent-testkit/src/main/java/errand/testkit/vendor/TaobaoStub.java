package errand.testkit.vendor;

import errand.testkit.VendorStub.Answer;
import java.time.Clock;
import java.util.Map;

/** Goods behind the gateway ({@link TopStub}): two laptops, a presale and no more. */
public final class TaobaoStub {

    /** {@code ERRAND_TAOBAO_KEY} here. */
    public static final String KEY = "12345678";

    /** {@code ERRAND_TAOBAO_SECRET} here. */
    public static final String SECRET = "the-secret-of-the-app";

    /** The place that searches are made for; no other is known. */
    public static final String ADZONE_ID = "7788";

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

    private TaobaoStub() {}

    /**
     * A gateway with these goods.
     *
     * @param clock by which the times of calls are judged
     */
    public static TopStub start(Clock clock) {
        return new TopStub(KEY, SECRET, clock)
                .on("taobao.tbk.dg.material.optional", TaobaoStub::search)
                .on("taobao.tbk.item.info.upgrade.get", TaobaoStub::detail);
    }

    private static Answer search(Map<String, String> fields) {
        if (!ADZONE_ID.equals(fields.get("adzone_id"))) {
            return TopStub.error(
                    15, "Remote service error", "isv.invalid-parameter", "adzone_id错误");
        }
        boolean laptops = fields.getOrDefault("q", "").matches(".*(轻薄本|笔记本电脑).*");
        return laptops
                ? Answer.json(
                        """
                        {"tbk_dg_material_optional_response":{"total_results":3,"result_list":{"map_data":[%s,%s,%s,
                         {"item_id":"","title":"broken"}]},"request_id":"r"}}\
                        """
                                .formatted(PRESALE, FLAT, GROUPED))
                : TopStub.error(15, "Remote service error", "50001", "无结果");
    }

    private static Answer detail(Map<String, String> fields) {
        String id = fields.getOrDefault("item_id", "");
        String item = ITEMS.get(id);
        return item == null
                ? Answer.json(
                        "{\"tbk_item_info_upgrade_get_response\":{\"results\":{},\"request_id\":\"r\"}}")
                : Answer.json(
                        "{\"tbk_item_info_upgrade_get_response\":{\"results\":{\"tbk_item_detail\":[%s]}}}"
                                .formatted(item));
    }
}
